"""Help: the user guide, read where one works.

Imports Qt and its neighbours in ``app.gui``; the guide itself is a file.
"""
