"""The look: colours of the three themes, sizes and fonts. Lengths are device-independent pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from ..models.schema import EntityType
from .contrast import strengthened

RAIL, LIST, INSPECTOR, TOP_BAR, STATUS_BAR, LABEL_BAR = 48, 256, 304, 44, 28, 72
READING_FONT, INTERFACE_FONT = "IBM Plex Sans Thai Looped", "IBM Plex Sans Thai"
# Told apart by their number as well.
_CHAINS_LIGHT = ("#2457D6", "#B3261E", "#1B7A43", "#8F5A00", "#7D37A1", "#0A646C")
_CHAINS_DARK = ("#7EA6FF", "#FF9C94", "#6FCF93", "#F0C36A", "#CFA3EA", "#85CCD4")
READING_SIZE, TITLE_SIZE, BOILERPLATE_SIZE = 19, 21, 15


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme's colours by their role, each “#rrggbb”.

    `edge` is how strong frames are, `underline` how strong the line under a mark is, `chip_frame` that around its
    chip, in pixels; with `strong` every ink of a schema is darkened until it can be read at a ratio of 7.
    """

    name: str
    window: str
    panel: str
    paper: str
    line: str
    soft: str
    border: str
    text: str
    muted: str
    faint: str
    ghost: str
    accent: str
    on_accent: str
    accent_soft: str
    accent_text: str
    ok: str
    warn: str
    warn_soft: str
    bad: str
    hint: str
    hint_text: str
    hint_border: str
    scrim: str
    scrim_alpha: float
    on_ink: str
    band_alpha: float
    chip_alpha: float
    edge: int = 1
    underline: float = 2.0
    chip_frame: float = 0.0
    strong: bool = False

    @property
    def is_dark(self) -> bool:
        """Whether this is the dark theme."""
        return self.name == "dark"

    def ink(self, kind: EntityType) -> QColor:
        """Return the one ink of an entity type, from which band, chip and underline derive."""
        return self.strengthened(kind.dark if self.is_dark else kind.light)

    def strengthened(self, ink: str) -> QColor:
        """Return a colour that is no part of the theme, as strong as the theme wants what is read in it."""
        return QColor(strengthened(ink, self.soft, self.chip_alpha) if self.strong else ink)

    def chain(self, number: int) -> QColor:
        """Return the colour of a chain of entities, counted from 0; they come again after the last."""
        colours = _CHAINS_DARK if self.is_dark else _CHAINS_LIGHT
        return self.strengthened(colours[number % len(colours)])

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        """Return the colour of a role (a field's name) with an opacity between 0 and 1."""
        colour = QColor(str(getattr(self, role)))
        colour.setAlphaF(alpha)
        return colour


LIGHT = Theme(
    name="light",
    window="#F2F3F5",
    panel="#F8F9FA",
    paper="#FFFFFF",
    line="#E1E4E8",
    soft="#ECEEF1",
    border="#C9CED6",
    text="#1A1D23",
    muted="#565E6C",
    faint="#6B7280",
    ghost="#9AA1AD",
    accent="#2457D6",
    on_accent="#FFFFFF",
    accent_soft="#E4ECFD",
    accent_text="#1D49B8",
    ok="#1B7A43",
    warn="#8F5A00",
    warn_soft="#FFF3D6",
    bad="#B3261E",
    hint="#FFD54A",
    hint_text="#1A1D23",
    hint_border="#8A6A00",
    scrim="#141820",
    scrim_alpha=0.38,
    on_ink="#FFFFFF",
    band_alpha=0.12,
    chip_alpha=0.17,
)
DARK = Theme(
    name="dark",
    window="#15171B",
    panel="#181A1F",
    paper="#1B1D22",
    line="#2C3037",
    soft="#25282E",
    border="#434954",
    text="#E4E6EB",
    muted="#A3AAB6",
    faint="#8D95A2",
    ghost="#6C7480",
    accent="#7EA6FF",
    on_accent="#10131A",
    accent_soft="#22304F",
    accent_text="#A9C4FF",
    ok="#6FCF93",
    warn="#F0C36A",
    warn_soft="#3A301B",
    bad="#FF9C94",
    hint="#FFD54A",
    hint_text="#1A1D23",
    hint_border="#8A6A00",
    scrim="#000000",
    scrim_alpha=0.5,
    on_ink="#1B1D22",
    band_alpha=0.16,
    chip_alpha=0.24,
)
CONTRAST = Theme(
    name="contrast",
    window="#FFFFFF",
    panel="#FFFFFF",
    paper="#FFFFFF",
    line="#5C5C5C",
    soft="#EDEDED",
    border="#1A1A1A",
    text="#000000",
    muted="#1F1F1F",
    faint="#2E2E2E",
    ghost="#454545",
    accent="#003C9E",
    on_accent="#FFFFFF",
    accent_soft="#D6E4FF",
    accent_text="#00307F",
    ok="#00521F",
    warn="#5C3300",
    warn_soft="#FFEFC2",
    bad="#8A0008",
    hint="#FFE066",
    hint_text="#000000",
    hint_border="#000000",
    scrim="#000000",
    scrim_alpha=0.6,
    on_ink="#FFFFFF",
    band_alpha=0.10,
    chip_alpha=0.06,
    edge=2,
    underline=3.0,
    chip_frame=1.5,
    strong=True,
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


def next_theme(name: str) -> str:
    """Return the theme that the theme button leads to."""
    names = list(THEMES)
    return names[(names.index(name) + 1) % len(names)]
