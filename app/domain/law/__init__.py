"""International law as the library knows it: instruments, how States stand to them, finding and citing them.

Imports nothing of ours but the rest of the domain. Every fact keeps its source.
"""
