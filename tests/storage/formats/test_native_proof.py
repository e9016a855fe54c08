"""A native file that is not what went in is found out, by this process or by the one beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from khaotag.models.article import Article
from khaotag.models.layer import Entity, Layer
from khaotag.storage.formats.contract import ExportDocument, NotTheSame
from khaotag.storage.formats.native_proof import NativeProof
from khaotag.storage.formats.native_writer import native_line


def document(number: int) -> ExportDocument:
    layer = Layer("noi", entities={"e": Entity("e", "PERSON", 0, 4, note="", score=0.5, attributes={"a": ["ก", 1.5]})})
    return ExportDocument(Article(f"n{number}", f"สมชายมาแล้ว {number}"), (layer,), list)


@pytest.mark.parametrize("count", [3, 1600])
@pytest.mark.parametrize("damaged", [False, True])
def test_one_changed_letter_in_the_last_line_is_found_out(tmp_path: Path, count: int, damaged: bool) -> None:
    path = tmp_path / "data.jsonl"
    with path.open("wb") as file:
        proof = NativeProof(path, file)
        try:
            for number in range(count):
                line = native_line(document(number))
                if damaged and number == count - 1:
                    line = line.replace("มาแล้ว".encode(), "ไปแล้ว".encode())
                proof.add(document(number), file.write(line))
            if damaged:
                with pytest.raises(NotTheSame, match=f"n{count - 1}"):
                    proof.end()
            else:
                proof.end()
        finally:
            proof.give_up()
