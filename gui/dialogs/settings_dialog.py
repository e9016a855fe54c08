"""The settings: language, theme, and the font that articles are set in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QWidget

from ..combo import ComboBox
from ..fonts import READING_FONTS
from ..look import Look
from ..translate import tr
from ..widgets import PlainLabel, Segmented, number_field
from .plain import PlainDialog

_SAMPLE = "ผู้ว่าฯ ปั๊มน้ำมันที่ ต.บ้านกี๋ เปิดงาน 16 ม.ค. 2569 “กตัญญู ฎีกา ฐานันดร”"


class SettingsDialog(PlainDialog):
    """Settings that hold at once."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, tr("Settings"), 520)
        self._look = look
        language, theme = Segmented(), Segmented()
        language.set_values([("th", "ไทย"), ("en", "English")])
        language.choose(look.language)
        language.chosen.connect(look.set_language)
        theme.set_values([("light", tr("Light")), ("dark", tr("Dark"))])
        theme.choose(look.theme.name)
        theme.chosen.connect(look.set_theme)
        self.family, self.pixels = ComboBox(look), number_field(look.size, 12, 40)
        self.family.addItems(list(READING_FONTS))
        self.family.setCurrentText(look.family)
        self.pixels.setSuffix(" px")
        self._sample = PlainLabel(_SAMPLE, wrap=True)
        self._sample.setMinimumHeight(96)
        self._sample.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        grid = QGridLayout()
        grid.setVerticalSpacing(10)
        grid.setColumnMinimumWidth(0, 120)
        grid.setColumnStretch(1, 1)
        lines: tuple[tuple[str, QWidget], ...] = (
            (tr("Language"), language),
            (tr("Theme"), theme),
            (tr("Reading font"), self.family),
            (tr("Size"), self.pixels),
        )
        for line, (name, widget) in enumerate(lines):
            grid.addWidget(PlainLabel(name, "muted"), line, 0)
            grid.addWidget(widget, line, 1)
            widget.setAccessibleName(name)
        self.body.addLayout(grid)
        self.body.addWidget(self._sample)
        self.family.activated.connect(lambda _: self._set_font())
        self.pixels.valueChanged.connect(lambda _: self._set_font())
        self.add_buttons(tr("Close"))
        self._show_sample()

    def _set_font(self) -> None:
        self._look.set_reading_font(self.family.currentText(), self.pixels.value())
        self._show_sample()

    def _show_sample(self) -> None:
        font = QFont(self.family.currentText())
        self._sample.setStyleSheet(f"font-family: '{font.family()}'; font-size: {self.pixels.value()}px;")
