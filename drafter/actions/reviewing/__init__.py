"""A draft for those who have to confirm it: why each place is marked, and a table of every figure (数据核对表)."""
