"""The law library: the office's own legal references, found again and filled in once.

Imports the kit of the window and values of the domain; services only as types.
"""
