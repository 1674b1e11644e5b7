"""Carry-over: a report of an earlier period becomes the beginning of a new one, each fact with its origin, all of it in quarantine.

- ``sources``: which earlier reports are meant
- ``facts``, ``figures``, ``promises``: what becomes of a fact, a figure, a plan that is to be answered
- ``joining``: facts of several reports as one tree, each once
- ``report``: the whole new report; ``merging``: what one more report adds to one that is there
"""
