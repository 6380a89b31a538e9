"""What the rooms of the directories share: lists, forms for every language, saving by itself, undoing.

May import domain, i18n and the widgets; services only as types.
"""
