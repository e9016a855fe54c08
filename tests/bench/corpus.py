"""Made-up corpora for the benchmarks: deterministic, Thai, of any size."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import orjson

_WORDS = (
    "เทศบาล ตำบล หนอง แสงทอง นายก องค์การ บริหาร ส่วน จังหวัด ศรีธารา ประชุม สภา งบประมาณ โครงการ น้ำสะอาด ทุก "
    "ครัวเรือน ประชาชน พื้นที่ เข้าร่วม พรรค ธารประชา ผู้สมัคร เลือกตั้ง วันที่ มกราคม พัฒนา ถนน โรงเรียน ตลาด ชุมชน กว่า "
    "ล้าน บาท กล่าวว่า ได้ ให้ และ ของ ใน ที่ เป็น มี การ จะ ไป มา แล้ว จาก โดย เพื่อ กับ"
)
WORDS = _WORDS.split()
LABELS = ("PERSON", "POSITION", "PARTY", "LOCAL_GOV", "LOCATION", "PROJECT", "DATE", "MONEY")


def text(random_: random.Random, tokens: int) -> tuple[str, list[tuple[int, int]]]:
    """Return a text of so many words in paragraphs, and where each word is."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for number in range(tokens):
        word = random_.choice(WORDS)
        parts.append(word)
        spans.append((at, at + len(word)))
        at += len(word)
        if number % 60 == 59:
            parts.append("\n")
            at += 1
        elif number % 9 == 8:
            parts.append(" ")
            at += 1
    return "".join(parts), spans


def marks(
    random_: random.Random, content: str, spans: list[tuple[int, int]], entities: int, relations: int
) -> dict[str, object]:
    """Return a native layer with so many entities of one to three words, and relations between neighbours."""
    starts = sorted(random_.sample(range(len(spans) - 3), entities))
    made = []
    for number, first in enumerate(starts):
        start, end = spans[first][0], spans[first + random_.randrange(3)][1]
        if "\n" in content[start:end]:
            end = spans[first][1]
        made.append({"id": f"e{number}", "label": random_.choice(LABELS), "start": start, "end": end,
                     "text": content[start:end], "origin": "human"})  # fmt: skip
    links = [
        {"id": f"r{number}", "label": "ALIAS_OF", "head": f"e{number}", "tail": f"e{number + 1}", "origin": "human"}
        for number in range(relations)
    ]
    # The one relation that may join any two entities of a type asks for neighbours of the same type.
    for entity in made[: relations + 1]:
        entity["label"] = "PERSON"
    return {"annotator": "noi", "status": "done", "entities": made, "relations": links}


def articles(count: int, tokens: int = 700, entities: int = 30, relations: int = 10) -> Iterator[bytes]:
    """Yield native articles, one a line, of about 3,000 characters where nothing else is said."""
    random_ = random.Random(7)
    for number in range(count):
        content, spans = text(random_, tokens)
        content = f"ข่าวที่ {number}\n" + content
        shift = content.index("\n") + 1
        spans = [(start + shift, end + shift) for start, end in spans]
        record = {"khaotag": 1, "title": f"ข่าวที่ {number}", "text": content}
        if entities:
            record["layers"] = [marks(random_, content, spans, entities, relations)]
        yield orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)


def write(path: Path, count: int, **shape: int) -> Path:
    """Write a corpus into a file and return its path."""
    with path.open("wb") as file:
        file.writelines(articles(count, **shape))
    return path
