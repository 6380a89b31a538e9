"""Settings: one section a file, saved as fields are left.

Imports the kit of the window and values of the domain; services only as types.
"""
