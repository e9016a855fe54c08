"""The settings: language, theme, and how articles are set, with a sample of an article that follows at once."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from ...models.article import Article
from ...models.layer import Entity, Layer
from ...models.schema import Schema
from ...storage import schemas
from ..article_view.metrics import make_fonts
from ..article_view.surface import Surface
from ..combo import CheckBox, ComboBox
from ..fonts import thai_families
from ..look import Look
from ..open_article import OpenArticle
from ..reading import COLUMNS, SIZES, SPACINGS, USUAL
from ..translate import tr
from ..widgets import PlainLabel, Segmented, button, number_field, row
from ..words import rough_words
from .plain import PlainDialog

_TEXT = (
    "หนองแสงทองมีน้ำสะอาดใช้\n"
    "นายวิศรุต แก้วมณีทอง นายก อบต.หนองแสงทอง เปิดปั๊มน้ำที่ ต.บ้านกี๋ เมื่อวันที่ 16 ม.ค. 2569\n"
    "“กตัญญู ฎีกา ฐานันดร” กล่าวว่า ทุกครัวเรือนจะมีน้ำสะอาดใช้"
)
_MARKS = (("PERSON", "นายวิศรุต แก้วมณีทอง"), ("LOCAL_GOV", "อบต.หนองแสงทอง"), ("DATE", "16 ม.ค. 2569"))
_HEIGHT = 240


class Sample(Surface):
    """A short article as it would be set."""

    def __init__(self, look: Look, schema: Schema) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(tr("Sample"))
        article = Article("sample", _TEXT, sources=())
        starts = [(label, _TEXT.index(surface), len(surface)) for label, surface in _MARKS]
        marks = {label: Entity(label, label, start, start + length) for label, start, length in starts}
        self._opened = OpenArticle(article, Layer("sample", entities=marks), schema, rough_words(_TEXT), self)
        look.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Set the sample in the present look."""
        self.set_theme(self._look.theme)
        self._canvas.fonts = make_fonts(self._look.reading)
        self._canvas.language = self._look.language
        self._canvas.show(self._opened, self.viewport().width())
        self._sync()


class SettingsDialog(PlainDialog):
    """Settings that hold at once."""

    def __init__(self, parent: QWidget, look: Look, schema: Schema | None = None) -> None:
        super().__init__(parent, tr("Settings"), 620)
        self._look = look
        reading = look.reading
        language, theme = Segmented(), Segmented()
        language.set_values([("th", "ไทย"), ("en", "English")])
        language.choose(look.language)
        language.chosen.connect(look.set_language)
        theme.set_values([("light", tr("Light")), ("dark", tr("Dark")), ("contrast", tr("High contrast"))])
        theme.choose(look.theme.name)
        theme.chosen.connect(look.set_theme)
        self.family = ComboBox(look)
        families = thai_families()
        self.family.addItems(families if reading.family in families else [reading.family, *families])
        self.pixels = number_field(reading.size, *SIZES)
        self.spacing = number_field(reading.spacing, *SPACINGS)
        self.column = number_field(reading.column, *COLUMNS)
        self.pixels.setSuffix(" px")
        self.spacing.setSuffix(" %")
        self.spacing.setSingleStep(10)
        self.column.setSuffix(" px")
        self.column.setSingleStep(20)
        self.words = CheckBox(look, tr("A faint line under each word"))
        self.usual = button(tr("As at first"), "link")
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 130)
        grid.setColumnStretch(1, 1)
        lines: tuple[tuple[str, QWidget], ...] = (
            (tr("Language"), language),
            (tr("Theme"), theme),
            (tr("Reading font"), self.family),
            (tr("Size"), self.pixels),
            (tr("Line spacing"), self.spacing),
            (tr("Widest column"), self.column),
            (tr("Words"), self.words),
        )
        for line, (name, widget) in enumerate(lines):
            grid.addWidget(PlainLabel(name, "muted"), line, 0)
            grid.addWidget(widget, line, 1)
            widget.setAccessibleName(name)
        self.body.addLayout(grid)
        self.body.addWidget(Sample(look, schema or schemas.named(None)))
        self.buttons.insertLayout(0, row(self.usual))
        self.add_buttons(tr("Close"))
        self._follow()
        self._connect()

    def _connect(self) -> None:
        self.family.activated.connect(lambda _: self._set())
        self.words.toggled.connect(lambda _: self._set())
        for field in self._numbers():
            field.valueChanged.connect(lambda _: self._set())
        self.usual.clicked.connect(lambda: self._look.set_reading(USUAL))
        self._look.changed.connect(self._follow)

    def _numbers(self) -> tuple[QSpinBox, ...]:
        return (self.pixels, self.spacing, self.column)

    def _follow(self) -> None:
        """Show what holds now; a command may have changed it."""
        reading = self._look.reading
        for widget in (self.family, self.words, *self._numbers()):
            widget.blockSignals(True)
        self.family.setCurrentText(reading.family)
        self.words.setChecked(reading.words)
        for field, value in zip(self._numbers(), (reading.size, reading.spacing, reading.column), strict=True):
            field.setValue(value)
        for widget in (self.family, self.words, *self._numbers()):
            widget.blockSignals(False)

    def _set(self) -> None:
        size, spacing, column = (field.value() for field in self._numbers())
        family = self.family.currentText()
        self._look.set_reading(
            USUAL._replace(family=family, size=size, spacing=spacing, column=column, words=self.words.isChecked())
        )
