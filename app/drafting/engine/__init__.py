"""docxtpl behind one door: templates are opened, patched, compiled and packed once, and filled many times."""

from __future__ import annotations

from app.drafting.engine.caching import TemplateCache
from app.drafting.engine.embedding import Embedded
from app.drafting.engine.errors import FillProblem, TemplateProblem, WriteProblem
from app.drafting.engine.filling import CompiledTemplate, compile_template
from app.drafting.engine.opening import parts
from app.drafting.engine.reference import fill_with_docxtpl
from app.drafting.engine.values import Link, Picture
from app.drafting.engine.writing import write_atomically

__all__ = [
    "CompiledTemplate",
    "Embedded",
    "FillProblem",
    "Link",
    "Picture",
    "TemplateCache",
    "TemplateProblem",
    "WriteProblem",
    "compile_template",
    "fill_with_docxtpl",
    "parts",
    "write_atomically",
]
