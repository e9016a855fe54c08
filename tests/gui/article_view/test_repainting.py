"""Only what changes is painted again, and what is on the screen is what painting everything would show."""

from __future__ import annotations

import random
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

LINE = "ธารา ใจดี นายก อบต.นาคำ จังหวัดศรีธารา พบ วิศรุต แก้วมณี ที่ตลาดริมน้ำ เมื่อวันที่ 5 มกราคม 2569 "
TEXT = "ข่าวทดสอบ\n\n" + "\n".join(LINE * 3 for _ in range(6))


def _on_screen(view: Any) -> QImage:
    """Return what stands on the screen once the view, which lays out what is out of sight when idle, is at rest."""
    for _ in range(400):
        QTest.qWait(5)
        if not view._idle.isActive():
            break
    QTest.qWait(5)
    return view.screen().grabWindow(view.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_a_partly_painted_view_looks_like_a_wholly_painted_one(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(TEXT)
    view = show(opened)
    view.setFocus()
    view._fade.setInterval(0)  # what fades by the clock would change between two looks
    random_ = random.Random(4)
    keys = [
        Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Tab, Qt.Key.Key_Delete,
        Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Home,
    ]  # fmt: skip
    words = [token for token in opened.tokens if not opened.article.text[token[0] : token[1]].isspace()]
    for step in range(60):
        if step % 3 == 0:
            first = random_.randrange(len(words) - 3)
            view.select(words[first][0], words[first + random_.randrange(3)][1])
        held = Qt.KeyboardModifier.ShiftModifier if random_.random() < 0.3 else Qt.KeyboardModifier.NoModifier
        press(view, random_.choice(keys), held)
        seen = _on_screen(view)
        view.viewport().update()
        assert seen == _on_screen(view), f"step {step}"
