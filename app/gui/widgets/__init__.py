"""The kit: what screens are built of, by topic.

``buttons``, ``chips``, ``words`` (titles, tags), ``editors``, ``fields``, ``cards``, ``empty_state``,
``page_header``, ``rows``, ``ticks``, ``flow``, ``picker``, ``notices``, ``progress``, ``panes``,
``forms``, ``screen``.

Imports Qt, ``app.domain`` and its neighbours in ``app.gui``. No widget here knows
a service or decides anything about letters; texts come in as they are to be shown.
"""
