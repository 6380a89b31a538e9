"""docxtpl itself, with the same environment and checks: the measure of our way, and the way for pictures."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docxtpl import DocxTemplate

from app.drafting.engine.errors import FillProblem, InsertionMisplaced
from app.drafting.engine.explaining import EXPRESSION_ERRORS, explain
from app.drafting.engine.insertions import NOTHING, check_result, with_insertion
from app.drafting.engine.opening import parts
from app.drafting.engine.packages import FOOTNOTES_KIND, open_package
from app.drafting.engine.packing import member, pack
from app.drafting.engine.patching import SIGN
from app.drafting.engine.refusals import encode, refuse, refuse_breaks_in_plain_text
from app.drafting.engine.sandbox import ESCAPING, PLAIN
from app.drafting.engine.values import live_template

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

# python-docx's names for the properties that docxtpl fills.
_PROPERTIES: Final = ("author", "comments", "identifier", "language", "subject", "title")


class _Strict(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl, made to check what it otherwise repairs or drops in silence."""

    def __init__(
        self, data: bytes, context: Mapping[str, object], name: str, places: Collection[str]
    ) -> None:
        super().__init__(BytesIO(data))
        self._context, self._name, self._places = context, name, places

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        name = str(part.partname).lstrip("/")
        try:
            xml: str = super().render_xml_part(src_xml, part, context, jinja_env)
        except EXPRESSION_ERRORS as error:
            raise explain(
                error, template=self._name, part=name, places=self._places, context=self._context
            ) from error
        self._check(name, xml)
        return xml

    def _check(self, part: str, xml: str) -> None:
        data = encode(xml, self._context)
        try:
            check_result(self._name, part, data)
        except FillProblem:
            refuse(xml, self._context)
            raise

    def render_footnotes(self, context: Any, jinja_env: Any = None) -> None:
        """Fill the footnotes once; docxtpl does so once per section, and so reads tags in values."""
        for part in self.docx.part.package.iter_parts():
            if part.content_type == FOOTNOTES_KIND:
                source = self.patch_xml(part.blob.decode())
                part._blob = self.render_xml_part(source, part, context, jinja_env).encode()  # noqa: SLF001

    def resolve_listing(self, xml: str) -> str:
        if "\a" in xml or "\f" in xml:
            refuse_breaks_in_plain_text(self._context)
        resolved: str = super().resolve_listing(xml.replace("\r\n", "\n").replace("\r", "\n"))
        return resolved

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:  # noqa: ARG002
        """Fill the properties with text, where docxtpl writes “&amp;” and python-docx its own name."""
        rels = self.docx.part.package.rels.values()
        if not any(rel.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for rel in rels):
            return
        properties = self.docx.core_properties
        for name in _PROPERTIES:
            if SIGN.search(text := getattr(properties, name)):
                setattr(properties, name, PLAIN.from_string(text).render(context))


def fill_with_docxtpl(
    data: bytes,
    context: Mapping[str, object],
    *,
    insertions: Mapping[str, str] = NOTHING,
    name: str = "template.docx",
    places: Collection[str] = (),
) -> bytes:
    """Return the package that docxtpl makes; raises a ``TemplateProblem`` or a ``FillProblem``."""
    open_package(data, name=name)
    filled = parts(_rendered(_Strict(data, context, name, places), context), name=name)
    for part, insertion in insertions.items():
        if part not in filled:
            raise InsertionMisplaced(template=name, part=part)
        filled[part] = with_insertion(name, part, filled[part], insertion)
    return pack(member(part, content) for part, content in filled.items())


def _rendered(template: _Strict, context: Mapping[str, object]) -> bytes:
    output = BytesIO()
    token = live_template.set(template)
    try:
        template.render(dict(context), ESCAPING)
        template.save(output)
    finally:
        live_template.reset(token)
    return output.getvalue()
