"""The command line: thin words around the services.

May import services, flow, i18n and domain values, and asks ``bootstrap`` for
what it needs. Never sees Qt, ``db`` or drafting.
"""
