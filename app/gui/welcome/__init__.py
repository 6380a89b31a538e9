"""The first start and the sample workspace.

Imports the kit of the window and values of the domain; services only as types.
"""
