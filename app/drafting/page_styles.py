"""The styles of a document: each paragraph and run resolved from defaults, styles and what it says itself."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from app.domain.pages import Setting, Typeface
from app.drafting.page_properties import (
    Properties,
    laid_over,
    paragraph_properties,
    run_properties,
    setting_of,
)
from app.drafting.page_xml import Element, child, parsed, said, signature

_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DEEPEST: Final = 20
_LATIN: Final = ("ascii", "hAnsi", "cs", "eastAsia")
_COMPLEX: Final = ("cs", "ascii", "hAnsi", "eastAsia")


class StyleSheet:
    """The styles of one document; what has been resolved once is kept."""

    def __init__(self, styles: bytes, theme: bytes, fonts: bytes) -> None:
        root = parsed(styles) if styles else None
        self._styles = {said(each, "styleId"): each for each in _all(root, "style")}
        self._usual = {
            said(each, "type"): said(each, "styleId") for each in _all(root, "style") if said(each, "default")
        }
        self._paragraph = paragraph_properties(child(root, "docDefaults", "pPrDefault", "pPr"))
        self._run = run_properties(child(root, "docDefaults", "rPrDefault", "rPr"))
        self._fonts = _Fonts(theme, fonts)
        self._known: dict[tuple[str, str], tuple[Properties, Properties]] = {}
        self._faces: dict[object, Typeface | None] = {}
        self._settings: dict[object, Setting] = {}

    def style_of(self, node: Element | None) -> str:
        """Give the style that a paragraph names, or the usual one."""
        return said(child(node, "pStyle")) or self._usual.get("paragraph", "")

    def paragraph(self, style: str) -> Properties:
        """Give what a paragraph style says, with everything it is based on."""
        return laid_over(self._paragraph, self._chain(style, "pPr"))

    def setting(
        self, style: str, listed: Properties, own: Element | None, key: tuple[object, ...] = ()
    ) -> Setting:
        """Resolve a paragraph; ``key`` stands for what its list and its table say."""
        whole = (style, key, signature(own))
        if whole not in self._settings:
            said_here = paragraph_properties(own)
            based = laid_over(laid_over(self._paragraph, listed), self._chain(style, "pPr"))
            if "list" in said_here:
                based = laid_over(self.paragraph(style), listed)
            self._settings[whole] = setting_of(laid_over(based, said_here), style)
        return self._settings[whole]

    def face(self, style: str, *own: Element | None) -> Typeface | None:
        """Resolve a run in a paragraph style; nothing for hidden text."""
        key = (style, *map(signature, own))
        if key not in self._faces:
            self._faces[key] = self._resolved(style, own)
        return self._faces[key]

    def _resolved(self, style: str, own: tuple[Element | None, ...]) -> Typeface | None:
        found = self._run | self._chain(style, "rPr")
        for each in own:
            found |= self._chain(said(child(each, "rStyle")), "rPr") | run_properties(each)
        return None if found.get("hidden") else self._typeface(found)

    def _typeface(self, found: Properties) -> Typeface:
        complex_script = bool(found.get("complex"))
        ending = "_complex" if complex_script else ""
        names = [found.get(f"font_{script}", "") for script in (_COMPLEX if complex_script else _LATIN)]
        plain = {name: found[name] for name in _FACE if name in found}
        return Typeface(
            families=self._fonts.families(names),
            size=found.get(f"size{ending}") or 200,
            bold=bool(found.get(f"bold{ending}")),
            italic=bool(found.get(f"italic{ending}")),
            **plain,
        )

    def _chain(self, style: str, kind: str) -> Properties:
        if (style, kind) not in self._known:
            paragraph, run = self._read_chain(style)
            self._known[style, "pPr"], self._known[style, "rPr"] = (paragraph, {}), (run, {})
        return self._known[style, kind][0]

    def _read_chain(self, style: str) -> tuple[Properties, Properties]:
        paragraph: Properties = {}
        run: Properties = {}
        for node in reversed(self.chain(style)):
            paragraph = laid_over(paragraph, paragraph_properties(child(node, "pPr")))
            run |= run_properties(child(node, "rPr"))
        return paragraph, run

    def chain(self, style: str) -> list[Element]:
        """Give a style and those it is based on, itself first."""
        found: list[Element] = []
        while style in self._styles and len(found) < _DEEPEST:
            found.append(self._styles[style])
            style = said(child(found[-1], "basedOn"))
        return found

    def usual_table(self) -> str:
        """Give the style of tables that name none."""
        return self._usual.get("table", "")


_FACE: Final = (
    "underlined", "struck", "capitals", "small_capitals", "raised", "spacing", "colour", "ground",
)  # fmt: skip


def _all(root: Element | None, name: str) -> list[Element]:
    return [] if root is None else [each for each in root if str(each.tag).endswith(f"}}{name}")]


class _Fonts:
    """Names of fonts, those of the theme too, each with the substitute that the document gives it."""

    def __init__(self, theme: bytes, fonts: bytes) -> None:
        table = parsed(fonts) if fonts else None
        self._others = {said(each, "name"): said(child(each, "altName")) for each in _all(table, "font")}
        self._theme = _theme_fonts(parsed(theme)) if theme else {}

    def families(self, names: list[str]) -> tuple[str, ...]:
        """Give the families to try, in their order."""
        meant = [self._theme.get(name, "") if name.startswith("@") else name for name in names]
        both = [each for name in meant for each in (name, *self._others.get(name, "").split(","))]
        return tuple(dict.fromkeys(each.strip() for each in both if each.strip()))


def _theme_fonts(theme: Element) -> dict[str, str]:
    found = {}
    for size in ("major", "minor"):
        group = theme.find(f".//{_DRAWING}{size}Font")
        for script, names in (("latin", ("HAnsi", "Ascii")), ("ea", ("EastAsia",)), ("cs", ("Bidi",))):
            node = None if group is None else group.find(_DRAWING + script)
            for name in names:
                found[f"@{size}{name}"] = "" if node is None else node.get("typeface", "")
    return found


@lru_cache(maxsize=16)
def style_sheet(styles: bytes, theme: bytes, fonts: bytes) -> StyleSheet:
    """Give the styles of a document; those of a document that was read before are kept."""
    return StyleSheet(styles, theme, fonts)
