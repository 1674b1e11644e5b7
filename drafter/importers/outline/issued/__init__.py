"""What stands around a report that is issued, told by its form (GB/T 9704-2012, 7.2 to 7.4) and taken off before the report
itself is read: the red head, the notice, the annexes, 版记. Where the form is not certain, nothing is taken off.
"""
