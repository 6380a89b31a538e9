"""A small store of compiled templates, by what their files hold."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Final

from app.drafting.engine.filling import compile_template

if TYPE_CHECKING:
    from app.drafting.engine.filling import CompiledTemplate

KEPT: Final = 16


class TemplateCache:
    """Compiles a template once and keeps the templates used last; safe to share between threads."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._lock = Lock()
        self._templates: OrderedDict[tuple[str, str], CompiledTemplate] = OrderedDict()

    def get(self, data: bytes, *, name: str) -> CompiledTemplate:
        """Return the compiled template of these bytes; raises a ``TemplateProblem``."""
        key = (hashlib.sha256(data).hexdigest(), name)
        with self._lock:
            if (known := self._templates.get(key)) is None:
                known = self._templates[key] = compile_template(data, name=name)
            self._templates.move_to_end(key)
            while len(self._templates) > self._kept:
                self._templates.popitem(last=False)
            return known
