"""What `e` grows a stretch to, on made-up Thai news with the words as the default tokenizer cuts them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khaotag.models.text import grapheme_starts, is_boundary
from khaotag.models.whole_name import whole_name

OFFICER = "ร้อยตำรวจเอก|วิ|ศรุต| |แก้ว|มณี|ทอง| |นายก| |อบต.|หนอง|แสง|ทอง| |อำเภอ|ภู|วารี| |แถลง|เมื่อ"
MEMBER = "นางสาว|ปาน|วาด| |ศรี|สุข|ธารา| |ส.ส.|ประจำจังหวัด|ศรี|ธารา| |สังกัด|พรรค|ธาร|ประชา| |ลงพื้นที่"
MONEY = "วันที่| |14| |มกราคม| |พ.ศ.| |2569| |ว่า|โครงการ|น้ำ|สะอาด|ทุก|ครัวเรือน| |วงเงิน| |4,850,000| |บาท"


def grown(words: str, stretch: str, *, times: int = 1, known: tuple[str, ...] = ()) -> str | None:
    text, edges = "", [0]
    for word in words.split("|"):
        text += word
        edges.append(len(text))
    start = text.index(stretch)
    found = (start, start + len(stretch))
    for _ in range(times):
        wider = whole_name(text, *found, edges=frozenset(edges), known=known)
        if wider is None:
            return None
        found = wider
    return text[slice(*found)]


@pytest.mark.parametrize(
    ("words", "stretch", "name"),
    [
        (OFFICER, "ศรุต", "วิศรุต แก้วมณีทอง"),
        (OFFICER, "มณี", "วิศรุต แก้วมณีทอง"),
        (OFFICER, "แสง", "อบต.หนองแสงทอง"),
        (OFFICER, "วารี", "อำเภอภูวารี"),
        (MEMBER, "ปาน", "ปานวาด ศรีสุขธารา"),
        (MEMBER, "ประชา", "พรรคธารประชา"),
        (MONEY, "มกราคม", "วันที่ 14 มกราคม พ.ศ. 2569"),
        (MONEY, "4,850,000", "4,850,000 บาท"),
        (MONEY, "สะอาด", "โครงการน้ำสะอาดทุกครัวเรือน"),
        ("พล.ต.อ.| |สมชาย| |ใจดี|กล่าวว่า", "สมชาย", "สมชาย ใจดี"),
        ("นาย|สม|ชาย| |กล่าวว่า", "สม", "สมชาย"),
        ("ม.ล.|ปนัดดา| |ณ| |อยุธยา| |เดินทาง", "ปนัดดา", "ปนัดดา ณ อยุธยา"),
        ("บริษัท| |น้ำ|ใส| |วิศวกรรม| |จำกัด| |(|มหาชน|)| |ชนะ|ประมูล", "ใส", "บริษัท น้ำใส วิศวกรรม จำกัด (มหาชน)"),
        ("แนวคิด| |“|เดิน|ไป|ด้วยกัน| |ไม่|ทิ้ง|ใคร|”| |ใน|งาน", "ด้วยกัน", "เดินไปด้วยกัน ไม่ทิ้งใคร"),
        ("พบ|กับ|สมชาย| |ใจดี| |เมื่อ|วาน", "สมชาย", "สมชาย ใจดี"),
        ("มี|ผู้ร่วม|งาน| |1,248| |ครัวเรือน| |ใน| |90| |วัน", "1,248", "1,248 ครัวเรือน"),
        ("ชนะ|ด้วย|ร้อยละ| |62.5| |ของ|ผู้|มา|ใช้|สิทธิ", "62.5", "ร้อยละ 62.5"),
        ("ใน|ต.| |นา|คำ| |และ", "นา", "ต. นาคำ"),
        ("ที่|ทำเนียบ| |นายก|รัฐมนตรี| |เปิด|งาน", "รัฐมนตรี", "นายกรัฐมนตรี"),
    ],
)
def test_a_part_of_a_name_grows_to_the_whole(words: str, stretch: str, name: str) -> None:
    assert grown(words, stretch) == name


def test_asked_again_the_title_is_taken_along_then_more_of_the_line() -> None:
    assert grown(OFFICER, "ศรุต", times=2) == "ร้อยตำรวจเอกวิศรุต แก้วมณีทอง"
    further = grown(OFFICER, "ศรุต", times=3)
    assert further is not None
    assert further.startswith("ร้อยตำรวจเอกวิศรุต แก้วมณีทอง ")


def test_what_the_article_has_marked_elsewhere_goes_first() -> None:
    assert grown(OFFICER, "แสง", known=("หนองแสงทอง", "วิศรุต แก้วมณีทอง")) == "หนองแสงทอง"
    assert grown(OFFICER, "แสง", times=2, known=("หนองแสงทอง",)) == "อบต.หนองแสงทอง"


def test_nothing_grows_over_the_end_of_a_line() -> None:
    text = "นายสมชาย\nใจดี"
    assert whole_name(text, 3, 8) == (0, 8)
    assert whole_name(text, 0, 8) is None


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("นายกสมชาดี ่้ำเ.อบต1๕,“”()\n🇹🇭👩‍👩‍👧บาท"), min_size=1, max_size=40), st.data())
def test_growing_keeps_what_there_was_ends_and_cuts_no_character(text: str, data: st.DataObject) -> None:
    edges = [*grapheme_starts(text), len(text)]
    start = data.draw(st.sampled_from(edges))
    end = data.draw(st.sampled_from([edge for edge in edges if edge >= start]))
    for _ in range(len(text) + 1):
        wider = whole_name(text, start, end, edges=frozenset(edges))
        if wider is None:
            break
        assert wider[0] <= start
        assert wider[1] >= end
        assert wider != (start, end)
        assert is_boundary(text, wider[0])
        assert is_boundary(text, wider[1])
        start, end = wider
    else:
        pytest.fail("it grows without end")
