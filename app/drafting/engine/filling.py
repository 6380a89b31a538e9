"""Compiled templates: everything that does not depend on the letter is done once and kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from jinja2.exceptions import SecurityError
from markupsafe import escape

from app.drafting.engine.bounds import MAX_OUTPUTS
from app.drafting.engine.compiling import Compiled, compile_text
from app.drafting.engine.embedding import Embedded, Embedding, embedding
from app.drafting.engine.errors import FillProblem, InsertionMisplaced
from app.drafting.engine.explaining import EXPRESSION_ERRORS, explain
from app.drafting.engine.finishing import finish, renumber_pictures
from app.drafting.engine.insertions import NOTHING, Socket, check_result, socket, with_insertion
from app.drafting.engine.opening import parts
from app.drafting.engine.packages import open_package
from app.drafting.engine.packing import Member, member, pack
from app.drafting.engine.patching import Source, sources
from app.drafting.engine.reference import fill_with_docxtpl
from app.drafting.engine.refusals import encode, refuse, refuse_breaks_in_plain_text
from app.drafting.engine.tables import mark_proved, mend_tables
from app.drafting.engine.values import NeedsLivePackage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


@dataclass(frozen=True)
class FilledPart:
    """A part that depends on the letter."""

    template: str
    name: str
    pieces: tuple[str | Compiled, ...]
    finish: Callable[[str], str]

    @property
    def places(self) -> frozenset[str]:
        return frozenset().union(*(piece.places for piece in self.pieces if isinstance(piece, Compiled)))

    def render(self, context: Mapping[str, object]) -> bytes:
        """Return the part, checked; raises a ``FillProblem``."""
        try:
            text = "".join(self._rendered(context))
        except EXPRESSION_ERRORS as error:
            raise explain(
                error, template=self.template, part=self.name, places=self.places, context=context
            ) from error
        data = encode(text, context)
        try:
            check_result(self.template, self.name, data)
        except FillProblem:
            refuse(text, context)
            raise
        return data

    def _rendered(self, context: Mapping[str, object]) -> Iterator[str]:
        for piece in self.pieces:
            yield piece if isinstance(piece, str) else self.finish(_run(piece, context))


_NOTHING_ADDED: Final = Embedding({}, {})


def _run(compiled: Compiled, context: Mapping[str, object]) -> str:
    template = compiled.template
    outputs = template.root_render_func(template.new_context(dict(context)))
    pieces = list(islice(outputs, MAX_OUTPUTS))
    if len(pieces) == MAX_OUTPUTS:
        raise SecurityError(f"it writes more than {MAX_OUTPUTS} times")
    text = "".join(pieces)
    if "\a" in text or "\f" in text:
        refuse_breaks_in_plain_text(context)
    return text


@dataclass(frozen=True)
class CompiledTemplate:
    """A template ready to be filled, by many threads at once if need be."""

    sha256: str
    name: str
    places: frozenset[str]
    source: bytes
    filled: Mapping[str, FilledPart]
    fixed: Mapping[str, Member]
    sockets: Mapping[str, Socket]

    def fill(
        self,
        context: Mapping[str, object],
        *,
        insertions: Mapping[str, str] = NOTHING,
        embedded: Embedded | None = None,
    ) -> bytes:
        """Return the finished DOCX package.

        ``insertions`` maps a part to XML written before the closing tag of its root; ``embedded`` is a
        picture in the context. Other pictures and links take the way through docxtpl itself. Raises a
        ``FillProblem``.
        """
        for part in insertions:
            if part not in self.fixed:
                raise InsertionMisplaced(template=self.name, part=part)
        added = self._embedding(embedded)
        try:
            members = self._members(context, {**insertions, **added.insertions} if embedded else insertions)
            return pack((*members, *(member(part, data) for part, data in added.additions.items())))
        except NeedsLivePackage:
            return fill_with_docxtpl(
                self.source, context, insertions=insertions, name=self.name, places=self.places
            )

    def fill_parts(
        self,
        context: Mapping[str, object],
        *,
        insertions: Mapping[str, str] = NOTHING,
        embedded: Embedded | None = None,
    ) -> dict[str, bytes]:
        """Return the parts that depend on the letter, checked and not packed; raises a ``FillProblem``.

        The parts that are missing here are those of ``source``.
        """
        try:
            filled = {part: each.render(context) for part, each in self.filled.items()}
        except NeedsLivePackage:
            return parts(
                fill_with_docxtpl(
                    self.source, context, insertions=insertions, name=self.name, places=self.places
                )
            )
        added = self._embedding(embedded)
        for part, insertion in (*insertions.items(), *added.insertions.items()):
            if part not in self.fixed:
                raise InsertionMisplaced(template=self.name, part=part)
            content = filled[part] if part in filled else self.sockets[part].content
            filled[part] = with_insertion(self.name, part, content, insertion)
        return filled | added.additions

    def _embedding(self, embedded: Embedded | None) -> Embedding:
        """Say what a picture adds where it is printed; nothing in a template that has no place for it."""
        place = embedded.place if embedded else ""
        owners = [part for part, each in self.filled.items() if place in each.places]
        return embedding(embedded, owners, self.fixed) if embedded and owners else _NOTHING_ADDED

    def _members(self, context: Mapping[str, object], insertions: Mapping[str, str]) -> Iterator[Member]:
        for part, packed in self.fixed.items():
            insertion = insertions.get(part, "")
            if (filled := self.filled.get(part)) is not None:
                data = filled.render(context)
                yield member(part, with_insertion(self.name, part, data, insertion) if insertion else data)
            elif insertion:
                yield self.sockets[part].member(encode(insertion, context))
            else:
                yield packed


def compile_template(data: bytes, *, name: str) -> CompiledTemplate:
    """Open, check, patch, compile and pack a template once; raises a ``TemplateProblem``."""
    package = open_package(data, name=name)
    found = [_filled_part(source, name) for source in sources(package)]
    filled = {part.name: part for part in found if not _constant(part)}
    contents = package.members | {part.name: part.render({}) for part in found if _constant(part)}
    return CompiledTemplate(
        sha256=hashlib.sha256(data).hexdigest(),
        name=name,
        places=frozenset().union(*(part.places for part in found)),
        source=data,
        filled=filled,
        fixed={part: member(part, content) for part, content in contents.items()},
        sockets={
            part: socket(name, part, text) for part, text in contents.items() if _takes_insertions(part)
        },
    )


def _takes_insertions(part: str) -> bool:
    return part.endswith((".xml", ".rels"))


def _filled_part(source: Source, name: str) -> FilledPart:
    texts = (mark_proved(text) if source.body else text for text in source.texts)
    pieces = tuple(
        compile_text(text, template=name, part=source.part, plain=source.plain) if index % 2 else text
        for index, text in enumerate(texts)
    )
    return FilledPart(name, source.part, pieces, _finisher(source))


def _finisher(source: Source) -> Callable[[str], str]:
    if source.plain:
        return escape
    return partial(_finish_body, root=source.root) if source.body else finish


def _finish_body(text: str, root: str) -> str:
    return renumber_pictures(mend_tables(finish(text), root))


def _constant(part: FilledPart) -> bool:
    return all(piece.constant for piece in part.pieces if isinstance(piece, Compiled))
