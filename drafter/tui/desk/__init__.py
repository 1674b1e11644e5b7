"""The desk screen: outline, form and page of one report, and how what is typed gets into its files."""
