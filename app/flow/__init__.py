"""The letter's journey as pure state: the guide, edits with undo, sections of text, review.

May import ``app.domain`` and nothing else of ours. Never sees Qt, the disk or
the clock, so that every way through a letter is tested without a window.
"""
