"""Documents become PDF, and so exact pages, in an office program that works hidden and stays warm.

Floor 2: imports the domain, never Qt, storage or Word libraries. Only LibreOffice is asked. One
process is kept for one start of Chancery, in a private folder that goes with it; ``guard`` is a
small program of its own that sees to that, also when Chancery is killed. No port is opened and
nothing is looked up outside the machine.
"""
