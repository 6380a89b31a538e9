"""Writing: the text field of a block, its spelling, and the cards that hold the blocks of a letter.

Decisions about text stand in plain modules (``shapes``, ``pasting``,
``proofreading``, ``phrases``); the widgets show them. What a block is and what
becomes of an edit is decided by ``app.flow``.
"""
