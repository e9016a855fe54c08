"""The likely whole name around a stretch of Thai text: rules over names, bodies, dates, amounts, quotes and repeats."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from itertools import pairwise
from typing import NamedTuple

from .layer import Fragment
from .text import is_boundary

_DIGITS = r"[0-9๐-๙]+(?:[.,:/][0-9๐-๙]+)*"
_MONTHS = (
    "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|"
    r"ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\."
)
_YEAR = r"(?:(?:พ\.ศ\.|ค\.ศ\.|ปี)\s?)?[0-9๐-๙]{2,4}"
_DATE = re.compile(
    rf"(?:วัน(?:อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ|ศุกร์|เสาร์)?ที่\s?)?{_DIGITS}\s?(?:{_MONTHS})(?:\s?{_YEAR})?"
    rf"|(?:เดือน)?(?:{_MONTHS})\s?{_YEAR}"
    r"|(?:พ\.ศ\.|ค\.ศ\.)\s?[0-9๐-๙]{4}"
    rf"|(?:เวลา\s?)?{_DIGITS}\s?(?:น\.|นาฬิกา)"
)
_UNITS = (
    r"บาท|ดอลลาร์(?:สหรัฐฯ?)?|ยูโร|เยน|หยวน|เปอร์เซ็นต์|%|คน|ราย|ครัวเรือน|ครอบครัว|หลังคาเรือน|หลัง|คัน|ตัว|ต้น|แห่ง|จุด|"
    r"หมู่บ้าน|ตำบล|อำเภอ|จังหวัด|ไร่|ตารางวา|ตารางเมตร|ตร\.ม\.|กิโลเมตร|กม\.|เมตร|เซนติเมตร|ซม\.|กิโลกรัม|กก\.|กรัม|ตัน|ลิตร|"
    r"ลูกบาศก์เมตร|ลบ\.ม\.|วินาที|นาที|ชั่วโมง|ชม\.|วัน|สัปดาห์|เดือน|ปี|ครั้ง|รอบ|เที่ยว|คะแนน|เสียง|ที่นั่ง|เรื่อง|โครงการ|ข้อ|ฉบับ|ชิ้น|"
    r"เครื่อง|ใบ|ชุด|ทีม|รางวัล|โรง|ห้อง|ทุน|ล้าน"
)
_AMOUNT = re.compile(
    rf"(?:ร้อยละ\s?)?{_DIGITS}(?:\s?(?:ร้อย|พัน|หมื่น|แสน|ล้าน)){{0,2}}\s?(?:{_UNITS})"
    rf"|ร้อยละ\s?{_DIGITS}"
)
_QUOTED = re.compile(r"“([^“”\n]+)”|‘([^‘’\n]+)’|\"([^\"\n]+)\"|\(([^()\n]+)\)|«([^«»\n]+)»")
_RANKS = (
    r"พล(?:ตำรวจ|ต\.|\.)?(?:เอก|โท|ตรี|อ\.|ท\.|ต\.)?(?:อ\.|ท\.|ต\.)?|พัน(?:ตำรวจ)?(?:เอก|โท|ตรี)|ร้อย(?:ตำรวจ)?(?:เอก|โท|ตรี)|"
    r"(?:พ|ร)\.(?:ต\.)?[อทต]\.|(?:จ|ส)\.(?:ส\.)?(?:ต\.)?[อทต]\.|ด\.ต\.|ดาบตำรวจ|จ่าสิบ(?:ตำรวจ)?(?:เอก|โท|ตรี)?|สิบ(?:ตำรวจ)?(?:เอก|โท|ตรี)"
)
_TITLE = re.compile(
    rf"(?:ว่าที่\s?)?(?:{_RANKS})(?:หญิง)?|นางสาว|น\.ส\.|นาง(?!แบบ|เอก|พยาบาล|งาม)|"
    r"นาย(?!ก(?:\s|รัฐ|สมาคม|อบ|เทศ|สภา|ฯ|อง|เมือง|เหล่า|$)|ทุน|หน้า|จ้าง|ทหาร|ตำรวจ|อำเภอ|แพทย์|ทะเบียน|ประกัน|ช่าง|ท้าย)|"
    r"เด็กชาย|เด็กหญิง|ด\.ช\.|ด\.ญ\.|ดร\.|ผศ\.|รศ\.|ศ\.|ม\.ร\.ว\.|ม\.ล\.|คุณหญิง|ท่านผู้หญิง|คุณ(?=[ก-ฮเ-ไ])|"
    r"นายแพทย์|แพทย์หญิง|นพ\.|พญ\.|ทพ\.|ทพญ\.|พระครู|พระมหา|พระ(?=[ก-ฮเ-ไ])|หลวงพ่อ|หลวงปู่|กำนัน|ผู้ใหญ่บ้าน(?=[ก-ฮเ-ไ])"
)
_BODY = re.compile(
    r"บริษัท|ห้างหุ้นส่วนจำกัด|หจก\.|บจก\.|บมจ\.|มหาวิทยาลัย|วิทยาลัย|โรงเรียน|ร\.ร\.|รร\.|โรงพยาบาล|รพ\.(?:สต\.)?|วัด|มัสยิด|"
    r"เทศบาล(?:นคร|เมือง|ตำบล)?|ทน\.|ทม\.|ทต\.|อบต\.|อบจ\.|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|สภา|กระทรวง|กรม|สำนักงาน|สำนัก|กองทุน|กองบัญชาการ|"
    r"กอง|ศูนย์|สถานี(?:ตำรวจ(?:ภูธร)?)?|สภ\.|สน\.|ศาล(?!า)|ศาลา|ศาลากลาง|พรรค|มูลนิธิ|สมาคม|ชมรม|ธนาคาร|สหกรณ์|กลุ่ม|คณะกรรมการ|คณะ|"
    r"จังหวัด|จ\.|อำเภอ|อ\.|ตำบล|ต\.|เขต|แขวง|หมู่บ้าน|หมู่ที่|หมู่|ม\.(?=\s?[0-9๐-๙])|บ้าน|ชุมชน|ถนน|ถ\.|ซอย|ซ\.|สะพาน|แม่น้ำ|คลอง|ลำน้ำ|"
    r"ห้วย|เขื่อน|ฝาย|อ่างเก็บน้ำ|อุทยาน(?:แห่งชาติ)?|สวน|ตลาด|สนาม(?:กีฬา|บิน)?|โรงแรม|ห้าง|อาคาร|หอประชุม|โครงการ|งาน|เทศกาล|ประเพณี|"
    r"พระราชบัญญัติ|พ\.ร\.บ\.|พระราชกำหนด|พ\.ร\.ก\.|ข้อบัญญัติ|เทศบัญญัติ|รัฐธรรมนูญ|ระเบียบ"
)
_COMPANY = re.compile(r"บริษัท\s?[^\n]{1,80}?จำกัด(?:\s?\(มหาชน\))?")
# These begin a name even where the tokenizer has glued them to the word before.
_CLEAR = re.compile(r"จังหวัด|อำเภอ|ตำบล|เทศบาล|มหาวิทยาลัย|โรงเรียน|โรงพยาบาล|บริษัท|กระทรวง|พรรค|องค์การบริหาร|อบต\.|อบจ\.")
_SPEECH = ("กล่าว", "เปิดเผย", "ระบุ", "ชี้แจง", "ยืนยัน", "แถลง")
# Words that a name does not go over; tokens are compared whole, so that a syllable of a name is not taken for one.
_STOPS = frozenset(
    """
    เผย พูด บอก ตอบ ถาม และ กับ ที่ ว่า ซึ่ง ได้ ให้ เป็น อายุ พร้อม พร้อมด้วย เดินทาง ลง ลงพื้นที่ เข้า ร่วม โดย ใน จาก ของ แต่ หรือ คือ มี
    เมื่อ ก่อน หลัง ขณะ ด้าน เพื่อ จะ ไม่ ตาม ถึง ไป มา แก่ เดินหน้า เปิด จัด ชนะ แพ้ ต่อ ยัง ก็ ต้อง เพราะ รวม อีก ทั้ง ทำ ทำให้ นำ รับ
    ขอ ใช้ วงเงิน ตั้งแต่ จน จนถึง ระหว่าง หาก ถ้า เสนอ ประกาศ สังกัด ดำรง ดำรงตำแหน่ง ตำแหน่ง ตั้ง อยู่ ตั้งอยู่ ใกล้ หนุน คว้า
    """.split()  # noqa: SIM905 - as a list it would be a hundred lines
)
_POSITIONS = re.compile(
    r"นายก|ปลัด|ผู้ว่า|ผู้อำนวยการ|รองนายก|รอง|ประธาน|เลขา|โฆษก|ผู้สมัคร|ส\.ส\.|ส\.ว\.|ส\.อบ|รัฐมนตรี|อธิบดี|หัวหน้า|สมาชิก|นักวิชาการ|ชาวบ้าน|เจ้าของ|เจ้าหน้าที่|ครู|อาจารย์"
)
_NAMES_START = re.compile(r"[ก-ฮเ-ไA-Za-z]")


class Around(NamedTuple):
    """What the rules look at: the text, the line that holds the stretch, and where words begin and end."""

    text: str
    low: int
    high: int
    start: int
    end: int
    edges: Collection[int]

    def begins_word(self, at: int) -> bool:
        """Tell whether a word or phrase begins at an offset."""
        return at == self.low or self.text[at - 1].isspace() or at in self.edges or self.text[at - 1] in '“‘"(«'

    def name_end(self, at: int) -> int:
        """Return where the name that begins at an offset ends: at a space, or before a word that is no name."""
        words = [edge for edge in sorted(self.edges) if at < edge <= self.high]
        last = at
        for edge in [*words, self.high]:
            piece = self.text[last:edge]
            space = next((i for i, char in enumerate(piece) if char.isspace() or char in '“”‘’"()«»'), None)
            if space is not None:
                return last + space
            if last > at and (piece in _STOPS or piece.startswith(_SPEECH)):
                return last
            last = edge
        return self.high

    def is_whole(self, at: int) -> bool:
        """Tell whether a name that ends at an offset goes up to a single space, so that more of it may follow."""
        return at + 1 < self.high and self.text[at] == " " and not self.text[at + 1].isspace()


def whole_name(
    text: str, start: int, end: int, *, edges: Collection[int] = (), known: Collection[str] = ()
) -> Fragment | None:
    """Return the likely whole name that goes beyond [start, end), or None where there is none.

    *edges* are the offsets at which tokens begin and end, *known* the names that the article has marked elsewhere.
    Asked again for what it returned, it goes one step further.
    """
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", max(start, end - 1))
    around = Around(text, low, high if high >= 0 else len(text), start, end, edges)
    rules: tuple[Callable[[Around], Iterator[Fragment]], ...] = (
        lambda a: _known(a, known),
        lambda a: _matches(a, _DATE),
        lambda a: _matches(a, _AMOUNT),
        _people,
        _bodies,
        _quoted,
        _words,
        _phrases,
    )
    for rule in rules:
        found = {wider for wider in rule(around) if _is_wider(around, *wider)}
        if found:
            return min(found, key=lambda wider: (wider[1] - wider[0], wider))
    return None


def _is_wider(around: Around, start: int, end: int) -> bool:
    holds = start <= around.start and around.end <= end and end - start > around.end - around.start
    inside = around.low <= start and end <= around.high
    return holds and inside and is_boundary(around.text, start) and is_boundary(around.text, end)


def _known(around: Around, known: Collection[str]) -> Iterator[Fragment]:
    longest = around.end - around.start
    for name in known:
        if len(name) <= longest:
            continue
        at = around.text.find(name, max(around.low, around.end - len(name)), around.high)
        if 0 <= at <= around.start:
            yield at, at + len(name)


def _matches(around: Around, pattern: re.Pattern[str]) -> Iterator[Fragment]:
    for match in pattern.finditer(around.text, around.low, around.high):
        yield match.span()


def _people(around: Around) -> Iterator[Fragment]:
    """Yield name and surname after a title, then the same with the title."""
    text = around.text
    for title in _TITLE.finditer(text, around.low, around.high):
        if not title[0] or not around.begins_word(title.start()):
            continue
        begin = title.end() + (1 if title[0].endswith(".") and text[title.end() : title.end() + 1] == " " else 0)
        if begin >= around.high or not _NAMES_START.match(text[begin]):
            continue
        last = _with_surname(around, begin)
        yield begin, last
        yield title.start(), last


def _with_surname(around: Around, begin: int) -> int:
    text, given = around.text, around.name_end(begin)
    if not around.is_whole(given):
        return given
    at = given + 1
    if text.startswith("ณ ", at):
        at += 2
    is_other = _TITLE.match(text, at) or _POSITIONS.match(text, at) or _body_at(around, at)
    if not _NAMES_START.match(text[at]) or (is_other and is_other.end() > at):
        return given
    first = next((edge for edge in sorted(around.edges) if edge > at), around.high)
    word = text[at:first]
    return given if word in _STOPS or word.startswith(_SPEECH) else around.name_end(at)


def _body_at(around: Around, at: int) -> re.Match[str] | None:
    """Return what a body's name begins with, unless it is a syllable of a longer word."""
    match = _BODY.match(around.text, at)
    return match if match is not None and (match[0].endswith(".") or match.end() in around.edges) else None


def _bodies(around: Around) -> Iterator[Fragment]:
    """Yield what begins with บริษัท, อบต., อำเภอ and the like, up to where its name ends, then up to the space."""
    text = around.text
    yield from _matches(around, _COMPANY)
    for match in _BODY.finditer(text, around.low, around.high):
        if not around.begins_word(match.start()) and not _CLEAR.match(text, match.start()):
            continue
        begin, last = match.start(), around.name_end(match.start())
        if last <= match.end() and match[0].endswith(".") and around.is_whole(match.end()):
            last = around.name_end(match.end() + 1)
        yield begin, last
        space = next((at for at in range(last, around.high) if text[at].isspace()), around.high)
        yield begin, space


def _quoted(around: Around) -> Iterator[Fragment]:
    """Yield what stands in quotes or brackets, then the same with them."""
    for match in _QUOTED.finditer(around.text, around.low, around.high):
        yield match.start() + 1, match.end() - 1
        yield match.span()


def _words(around: Around) -> Iterator[Fragment]:
    """Yield the words around that are no stops, then the same with what may be a surname."""
    low, high = _phrase(around)
    inner = [edge for edge in sorted(around.edges) if low <= edge <= high]
    first, last = low, around.name_end(around.start) if around.start < high else high
    for one, other in pairwise(inner):
        word = around.text[one:other]
        if other <= around.start and (word in _STOPS or word.startswith(_SPEECH)):
            first = other
    yield first, max(last, around.end)
    yield first, max(_with_surname(around, first), around.end)


def _phrases(around: Around) -> Iterator[Fragment]:
    """Yield the stretch between spaces, then that with the one after it."""
    low, high = _phrase(around)
    yield low, high
    if around.is_whole(high):
        yield low, around.name_end(high + 1)


def _phrase(around: Around) -> Fragment:
    text, start, end = around.text, around.start, around.end
    while start > around.low and not text[start - 1].isspace():
        start -= 1
    while end < around.high and not text[end].isspace():
        end += 1
    return start, end
