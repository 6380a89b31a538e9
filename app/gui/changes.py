"""What has changed in the workspace, said once; screens that show it read again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """Whoever has changed something emits; whoever shows it listens. Keys are those of the services."""

    letters_changed = Signal()
    drafts_changed = Signal()
    recipients_changed = Signal()
    cases_changed = Signal()
    references_changed = Signal()
    senders_changed = Signal()
    series_changed = Signal()
    files_changed = Signal()
    templates_changed = Signal()
    office_opened = Signal()
    language_chosen = Signal(str)
    workspace_chosen = Signal(object)
    backup_chosen = Signal(object)
    sample_unwanted = Signal()
