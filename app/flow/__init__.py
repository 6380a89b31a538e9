"""The letter's journey: steps and states of the guide, pure and frozen.

May import ``app.domain`` and nothing else of ours. Never sees Qt, the disk or
the clock, so that every way through a letter is tested without a window.
"""
