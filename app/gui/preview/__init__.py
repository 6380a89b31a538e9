"""The letter as it looks: typesetting, pages, and the widget that shows them.

May import values of the domain (``app.domain.pages``) and Qt. Never sees
services or files: what is shown is handed in.
"""
