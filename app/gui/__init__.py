"""The window: screens that show and do not decide.

May import ``app.services``, ``app.flow``, ``app.i18n`` and ``app.domain``; never
``db``, ``app.drafting``, SQLAlchemy or docx. What is on the way to the first
paint imports services for the type checker only.

A screen is a ``Screen`` made by ``factory(desktop)`` and named with one line in
``app.gui.rooms``. ``Desktop`` gives it texts, jobs, changes, asking, going,
preferences, theme and the services. What a screen decides stands in a presenter
beside it: plain Python, tested without a window. ``app.gui.widgets`` is the kit
that screens are built of; its colours come from ``app.gui.theme``.
"""

from app.lasting import keep_none

keep_none()

from app.gui.importing import import_plainly  # noqa: E402 - Qt comes after what it would wear out

import_plainly()
