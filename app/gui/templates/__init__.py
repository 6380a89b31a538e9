"""Templates: what each type of letter is written with, and how it looks.

Imports the kit of the window and values of the domain; services only as types.
"""
