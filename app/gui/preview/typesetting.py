"""Sets paragraphs in lines and tables in rows, at a width, in twentieths of a point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from app.domain.pages import Align, Line, Marker, Part, Piece, SetParagraph, Setting, Stop, Table
from app.gui.preview.faces import LEFT_TO_RIGHT, RIGHT_TO_LEFT, font_of, metrics_of
from app.gui.preview.formats import as_laid_out, formats_of, utf16_length, widened
from app.gui.preview.leaves import Band, GroundLeaf, Leaf, PictureLeaf, Stack, TextLeaf, colour_of
from app.gui.preview.rows import rows_of

_ALIGN: Final = {
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.BOTH: Qt.AlignmentFlag.AlignJustify,
}
_TAB: Final = {
    Align.START: QTextOption.TabType.LeftTab,
    Align.CENTRE: QTextOption.TabType.CenterTab,
    Align.END: QTextOption.TabType.RightTab,
}
_BLANK: Final = "\u00a0"
Lines = list[tuple[QTextLine, float]]


class Typesetter:
    """Sets the parts of a letter; what did not change since the last time is not set again."""

    def __init__(self, default_stop: int = 720) -> None:
        self._default_stop = default_stop
        self._kept: dict[tuple[Part, int], list[Stack]] = {}
        self._before: dict[tuple[Part, int], list[Stack]] = {}
        self.set_anew = 0

    def begin(self, default_stop: int) -> None:
        """Begin a letter: what the last one had and this one has not is forgotten at the next."""
        if default_stop != self._default_stop:
            self._kept = {}
        self._default_stop = default_stop
        self._before, self._kept, self.set_anew = self._kept, {}, 0

    def stacks(self, flow: Sequence[Part], width: int) -> list[Stack]:
        """Set parts one after the other."""
        return [stack for part in flow for stack in self._part(part, width)]

    def _part(self, part: Part, width: int) -> list[Stack]:
        key = (part, width)
        if key not in self._kept:
            self._kept[key] = self._before.get(key) or self._set(part, width)
        return self._kept[key]

    def _set(self, part: Part, width: int) -> list[Stack]:
        self.set_anew += 1
        if isinstance(part, Table):
            return rows_of(part, width, self.stacks)
        return [_Paragraph(part, width, self._default_stop).stack()]


class _Paragraph:
    """One paragraph while its lines are made."""

    def __init__(self, paragraph: SetParagraph, width: int, default_stop: int) -> None:
        self.paragraph, self.setting = paragraph, paragraph.setting
        self.pieces = as_laid_out(paragraph.pieces)
        self.width, self.default_stop = width, default_stop
        backwards = self.setting.right_to_left
        self.left = self.setting.end if backwards else self.setting.start
        self.right = self.setting.start if backwards else self.setting.end
        self.mark = _layout_of(paragraph.marker, self.setting) if paragraph.marker else None

    def stack(self) -> Stack:
        """Make the lines, with rules and ground."""
        setting = self.setting
        bands = [self._band(line, x) for line, x in self._lines()]
        if self.mark:
            bands[0].leaves.insert(0, self._mark_leaf(bands[0]))
        self._frame(bands)
        return Stack(
            bands,
            setting.before,
            setting.after,
            setting.keep_next,
            setting.keep_lines,
            setting.widow_control,
            setting.breaks_page,
            setting.style,
            setting.close_to_alike,
        )

    def _lines(self) -> Lines:
        pieces = self.pieces
        text = "".join(_BLANK if piece.picture else piece.text for piece in pieces)
        face = pieces[0].face
        self.layout = QTextLayout(text, font_of(face))
        self.layout.setTextOption(self._option())
        formats = formats_of(pieces)
        self.layout.setFormats(formats)
        found = self._broken()
        if self.setting.right_to_left and self.setting.align is Align.BOTH and len(found) > 1:
            # Qt would stretch the letters of Arabic; offices stretch the spaces.
            self.layout.setFormats(widened(formats, text, [line for line, _x in found]))
            found = self._broken()
        return found

    def _broken(self) -> Lines:
        self.layout.beginLayout()
        found: Lines = []
        while (line := self.layout.createLine()).isValid():
            found.append(self._placed(line, self._first if not found else 0))
        self.layout.endLayout()
        return found

    @property
    def _first(self) -> int:
        """Give how far the first line is set in, past the mark of a list."""
        first = self.setting.first
        if self.mark is None or self.paragraph.marker is None:
            return first
        past = first + round(self.mark[1])
        if not self.paragraph.marker.tabbed:
            return past
        stops = [0, *(stop.place - self.setting.start for stop in self.setting.stops)]
        following = self.default_stop - (self.setting.start + past) % self.default_stop + past
        return min([stop for stop in stops if stop >= past] or [following])

    def _placed(self, line: QTextLine, first: int) -> tuple[QTextLine, float]:
        # Tab stops are counted from where the line begins, so the line has to know it first.
        line.setPosition(QPointF(0 if self.setting.right_to_left else first, 0))
        line.setLineWidth(max(self._measure - self.left - self.right - first, 20))
        return line, self.left

    @property
    def _measure(self) -> int:
        """Give the width of the lines; a tab stop beyond the margin reaches as far as it stands."""
        if not any("\t" in piece.text for piece in self.pieces):
            return self.width
        return max([self.width, *(stop.place + self.right for stop in self.setting.stops)])

    def _option(self) -> QTextOption:
        option = QTextOption()
        option.setUseDesignMetrics(True)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(RIGHT_TO_LEFT if self.setting.right_to_left else LEFT_TO_RIGHT)
        option.setAlignment(self._alignment())
        option.setTabStopDistance(self.default_stop)
        stops = [QTextOption.Tab(s.place - self.setting.start, _TAB[s.align]) for s in self._stops()]
        if stops:
            option.setTabs(stops)
        return option

    def _stops(self) -> list[Stop]:
        hanging = [Stop(self.setting.start)] if self.setting.first < 0 else []
        stops = [stop for stop in self.setting.stops if stop.align in _TAB]
        return sorted([*hanging, *stops], key=lambda stop: stop.place)

    def _alignment(self) -> Qt.AlignmentFlag:
        if self.setting.right_to_left and self.setting.align is Align.BOTH:
            return Qt.AlignmentFlag.AlignRight
        if self.setting.align in _ALIGN:
            return _ALIGN[self.setting.align]
        right = (self.setting.align is Align.END) != self.setting.right_to_left
        return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft

    def _band(self, line: QTextLine, x: float) -> Band:
        pictures, tallest = self._pictures(line)
        ascent, descent = self._reach(line)
        natural = max(ascent, tallest) + descent
        height = _height(self.setting, natural)
        # A share of the font's height adds room below the line, a height of its own adds it above.
        whole = natural if self.setting.line_is is Line.SHARE and height > natural else height
        baseline = whole - descent
        leaves: list[Leaf] = [TextLeaf(self.layout, line, x, baseline - line.ascent())]
        leaves += [PictureLeaf(box.translated(x, baseline), content) for box, content in pictures]
        width = self.width - self.left - self.right
        spots = [(self.paragraph.block, float(self.left), 0.0, float(width), float(height))]
        return Band(round(height), leaves, spots, self._notes(line))

    def _reach(self, line: QTextLine) -> tuple[float, float]:
        """Give how far the fonts of a line reach above and below it."""
        faces = {piece.face for piece, _place in self._on(line) if not piece.face.raised}
        measured = [metrics_of(face) for face in faces or {self.pieces[0].face}]
        return max(each.ascent + each.gap for each in measured), max(each.descent for each in measured)

    def _on(self, line: QTextLine) -> Iterator[tuple[Piece, int]]:
        """Give the pieces that a line shows something of, with the places where they begin."""
        begin, end, place = line.textStart(), line.textStart() + line.textLength(), 0
        for piece in self.pieces:
            size = 1 if piece.picture else utf16_length(piece.text)
            if place < end and place + size > begin:
                yield piece, place
            place += size

    def _pictures(self, line: QTextLine) -> tuple[list[tuple[QRectF, bytes]], float]:
        found = []
        for piece, place in self._on(line):
            if piece.picture:
                left = line.cursorToX(place)[0]  # type: ignore[index]  # it gives the place and the cursor
                box = QRectF(left, -piece.picture.height, piece.picture.width, piece.picture.height)
                found.append((box, piece.picture.content))
        return found, max((box.height() for box, _content in found), default=0.0)

    def _notes(self, line: QTextLine) -> tuple[int, ...]:
        return tuple(
            piece.note for piece, place in self._on(line) if piece.note and place >= line.textStart()
        )

    def _mark_leaf(self, band: Band) -> Leaf:
        assert self.mark is not None  # noqa: S101  # the caller has looked
        layout, width = self.mark
        line = layout.lineAt(0)
        own = band.leaves[0]
        baseline = own.y + own.line.ascent() if isinstance(own, TextLeaf) else line.ascent()
        start = self.setting.start + self.setting.first
        x = self.width - start - width if self.setting.right_to_left else start
        return TextLeaf(layout, line, x, baseline - line.ascent())

    def _frame(self, bands: list[Band]) -> None:
        """Add the rules above, below and beside the paragraph, and its ground."""
        rules, width = self.setting.rules, self.width - self.left - self.right
        if self.setting.ground:
            for band in bands:
                ground = QRectF(self.left, 0, width, band.height)
                band.leaves.insert(0, GroundLeaf(ground, f"#{self.setting.ground}"))
        if rules.top:
            _push_down(bands[0], rules.top.space + rules.top.width)
            bands[0].leaves.append(
                GroundLeaf(QRectF(self.left, 0, width, rules.top.width), colour_of(rules.top))
            )
        if rules.bottom:
            y = bands[-1].height + rules.bottom.space
            bands[-1].height = y + rules.bottom.width
            bands[-1].leaves.append(
                GroundLeaf(QRectF(self.left, y, width, rules.bottom.width), colour_of(rules.bottom))
            )


def _push_down(band: Band, distance: int) -> None:
    inner = Band(band.height, band.leaves, band.spots)
    band.leaves, band.spots, band.height = [], [], band.height + distance
    band.moved_in(inner, 0, distance)


def _height(setting: Setting, natural: float) -> float:
    match setting.line_is:
        case Line.SHARE:
            return natural * setting.line / 240
        case Line.AT_LEAST:
            return max(natural, setting.line)
        case Line.EXACT:
            return float(setting.line)


def _layout_of(marker: Marker, setting: Setting) -> tuple[QTextLayout, float]:
    layout = QTextLayout(marker.text, font_of(marker.face))
    option = QTextOption()
    option.setUseDesignMetrics(True)
    option.setTextDirection(RIGHT_TO_LEFT if setting.right_to_left else LEFT_TO_RIGHT)
    layout.setTextOption(option)
    layout.setFormats(formats_of([Piece(marker.text, marker.face)]))
    layout.beginLayout()
    line = layout.createLine()
    line.setPosition(QPointF(0, 0))
    line.setNumColumns(10_000)
    layout.endLayout()
    return layout, line.naturalTextWidth()
