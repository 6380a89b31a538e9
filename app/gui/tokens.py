"""The colours of the window as data: one value a meaning, light and dark."""

from __future__ import annotations

from typing import Final, NamedTuple


class Tokens(NamedTuple):
    """Colours by meaning, as ``#RRGGBB``."""

    canvas: str
    surface: str
    rail: str
    desk: str
    line: str
    edge: str
    hover: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    weak: str
    tag: str
    ok: str
    ok_ground: str
    warn: str
    warn_ground: str
    bad: str
    bad_ground: str
    paper: str
    ink: str

    def named(self) -> dict[str, str]:
        """Give every colour by its name."""
        return self._asdict()


LIGHT: Final = Tokens(
    canvas="#F5F4F0",
    surface="#FFFFFF",
    rail="#ECEAE4",
    desk="#E4E1DA",
    line="#DEDAD2",
    edge="#8B877E",
    hover="#F1EFEA",
    text="#1E2227",
    muted="#5C636D",
    faint="#9A9EA5",
    accent="#1F5AA6",
    accent_hover="#184A8A",
    on_accent="#FFFFFF",
    weak="#EDF3FB",
    tag="#DCE8F7",
    ok="#1B6E43",
    ok_ground="#E3F2E9",
    warn="#7A4E00",
    warn_ground="#FFF1D6",
    bad="#A3211B",
    bad_ground="#FBE7E5",
    paper="#FFFFFF",
    ink="#16181B",
)

DARK: Final = Tokens(
    canvas="#17191D",
    surface="#1E2126",
    rail="#131518",
    desk="#101215",
    line="#33373F",
    edge="#7C828C",
    hover="#282C33",
    text="#E9E7E3",
    muted="#A4AAB3",
    faint="#6C727C",
    accent="#8CB6F5",
    accent_hover="#A9C9F8",
    on_accent="#0E1A2B",
    weak="#24344C",
    tag="#2B4160",
    ok="#7CCB9E",
    ok_ground="#1C3327",
    warn="#E7BC6A",
    warn_ground="#382C14",
    bad="#F2A29C",
    bad_ground="#3D2120",
    paper="#F7F5F0",
    ink="#16181B",
)

# Which text stands on which ground; every pair is readable, in both themes.
READ_ON: Final = (
    ("text", "canvas"), ("text", "surface"), ("text", "rail"), ("text", "desk"), ("text", "hover"),
    ("text", "weak"), ("muted", "canvas"), ("muted", "surface"), ("muted", "rail"), ("muted", "desk"),
    ("muted", "hover"), ("muted", "weak"), ("accent", "canvas"), ("accent", "surface"), ("accent", "rail"),
    ("accent", "weak"), ("accent", "tag"), ("accent", "desk"), ("on_accent", "accent"),
    ("on_accent", "accent_hover"), ("ok", "ok_ground"), ("ok", "surface"), ("ok", "canvas"),
    ("warn", "warn_ground"), ("warn", "surface"), ("bad", "bad_ground"), ("bad", "surface"),
    ("bad", "canvas"), ("ink", "paper"), ("text", "warn_ground"), ("text", "bad_ground"),
    ("text", "ok_ground"), ("surface", "text"),
)  # fmt: skip


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour as WCAG computes it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
