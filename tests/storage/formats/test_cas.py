"""UIMA CAS in XMI and JSON: layers become marks, what is wrong is named, and what is written comes back whole."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.sax.saxutils import quoteattr

import pytest
from format_making import OPTIONS, Ledger, documents, read_file, reasons, tokens_of
from hypothesis import given, settings

from khaotag.models.article import Article, ArticleState, Exclusion, Source
from khaotag.models.layer import Chain, Entity, Layer, LayerHead, Note, Relation
from khaotag.storage.formats.cas_building import _Building
from khaotag.storage.formats.contract import Document, ExportDocument, NotTheSame, Parsed, WriteOptions
from khaotag.storage.formats.reading import note_id
from khaotag.storage.formats.registry import FORMATS, reader_named, writer_named

cassis = pytest.importorskip("cassis", reason="dkpro-cassis is not installed (the extra “cas”)")

NAMED_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
SPACES = {
    "xmi": "http://www.omg.org/XMI",
    "cas": "http:///uima/cas.ecore",
    "ner": "http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore",
    "coref": "http:///de/tudarmstadt/ukp/dkpro/core/api/coref/type.ecore",
    "my": "http:///webanno/custom.ecore",
}
TEXT = "😊 นายก้อง พบ ส.ส."


def _xmi(marks: str, text: str | None = TEXT, members: str = "2 3 4 5 6 7 8 9") -> str:
    names = " ".join(f'xmlns:{short}="{long}"' for short, long in SPACES.items())
    sofa = f" sofaString={quoteattr(text)}" if text is not None else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><xmi:XMI {names} xmi:version="2.0">{marks}'
        f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView"{sofa}/>'
        f'<cas:View sofa="1" members="{members}"/></xmi:XMI>'
    )


def _read(folder: Path, content: str | bytes, name: str = "x.xmi") -> Parsed:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_file(reader_named("cas-xmi" if name.endswith(".xmi") else "cas-json"), path)


def _layer(parsed: Parsed) -> Layer:
    [document] = parsed.documents
    [layer] = document.layers
    return layer


# --- reading


def test_an_xmi_alone_is_read_by_what_its_elements_show(tmp_path: Path) -> None:
    parsed = _read(
        tmp_path,
        _xmi(
            '<ner:NamedEntity xmi:id="2" sofa="1" begin="3" end="10" value="PERSON" identifier="Q1"/>'
            '<my:Office xmi:id="3" sofa="1" begin="14" end="18" rank="3" layer="x"/>'
            '<my:Knows xmi:id="4" sofa="1" begin="14" end="18" Governor="2" Dependent="3" since="2566"/>'
            '<my:Meeting xmi:id="5" sofa="1" begin="11" end="13" who="10 11" value="พบ"/>'
            '<my:MeetingWho xmi:id="10" role="agent" target="2"/><my:MeetingWho xmi:id="11" target="3"/>'
            '<my:PersonLink xmi:id="6" sofa="1" begin="3" end="10" next="7" referenceType="PERSON"/>'
            '<my:PersonLink xmi:id="7" sofa="1" begin="14" end="18" referenceType="pr"/>'
            '<my:PersonChain xmi:id="8" sofa="1" first="6"/>'
        ),
    )
    assert reasons(parsed) == []
    [document] = parsed.documents
    layer, text = _layer(parsed), document.article.text
    assert {(e.label, e.surface(text)) for e in layer.entities.values()} == {
        ("PERSON", "นายก้อง"),
        ("Office", "ส.ส."),
        ("พบ", "พบ"),
        ("pr", "ส.ส."),
    }
    person, office = layer.entities["PERSON-2-9"], layer.entities["Office-13-17"]
    assert person.attributes == {"layer": NAMED_ENTITY, "identifier": "Q1"}
    assert office.attributes == {"layer": "webanno.custom.Office", "rank": "3", "Office.layer": "x"}
    assert {(r.label, r.head, r.tail) for r in layer.relations.values()} == {
        ("Knows", person.id, office.id),
        ("agent", "พบ-10-12", person.id),
        ("who", "พบ-10-12", office.id),
    }
    # the first link stands on an entity of the same label, and is that one
    assert [chain.members for chain in layer.chains.values()] == [(person.id, "pr-13-17")]


def test_a_type_system_beside_the_file_says_what_features_hold(tmp_path: Path) -> None:
    described = "".join(
        f"<featureDescription><name>{name}</name><rangeTypeName>{held}</rangeTypeName></featureDescription>"
        for name, held in (("rank", "uima.cas.Integer"), ("sure", "uima.cas.Boolean"), ("boss", "uima.tcas.Annotation"))
    )
    (tmp_path / "TypeSystem.xml").write_text(
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types><typeDescription>'
        "<name>webanno.custom.Office</name><supertypeName>uima.tcas.Annotation</supertypeName>"
        f"<features>{described}</features></typeDescription></types></typeSystemDescription>"
    )
    marks = (
        '<my:Office xmi:id="2" sofa="1" begin="3" end="10" rank="3" sure="true" boss="3"/>'
        '<my:Office xmi:id="3" sofa="1" begin="14" end="18"/>'
    )
    layer = _layer(_read(tmp_path, _xmi(marks)))
    assert layer.entities["Office-2-9"].attributes == {"layer": "webanno.custom.Office", "rank": 3, "sure": True}
    assert [(r.label, r.head, r.tail) for r in layer.relations.values()] == [("boss", "Office-2-9", "Office-13-17")]
    assert reader_named("cas-xmi").companions(tmp_path / "x.xmi")[0] == tmp_path / "TypeSystem.xml"


def test_a_broken_type_system_is_reported_and_the_file_read_without_it(tmp_path: Path) -> None:
    (tmp_path / "TypeSystem.xml").write_text("<types>")
    parsed = _read(tmp_path, _xmi('<ner:NamedEntity xmi:id="2" sofa="1" begin="3" end="10" value="PERSON"/>'))
    assert "type system beside the file cannot be read" in reasons(parsed)[0]
    assert set(_layer(parsed).entities) == {"PERSON-2-9"}


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ('<ner:NamedEntity xmi:id="3" sofa="1" begin="0" end="99"/>', "past the end"),
        ('<ner:NamedEntity xmi:id="3" sofa="1" begin="10" end="3"/>', "reversed"),
        ('<ner:NamedEntity xmi:id="3" sofa="1" begin="-3" end="3"/>', "negative"),
        ('<ner:NamedEntity xmi:id="3" sofa="1" begin="3" end="3"/>', "empty"),
        ('<ner:NamedEntity xmi:id="3" sofa="1" begin="x" end="3"/>', "not a whole number"),
        ('<ner:NamedEntity xmi:id="3" sofa="1" begin="--1" end="3"/>', "not a whole number"),
        (f'<ner:NamedEntity xmi:id="3" sofa="1" begin="3" end="{"9" * 5000}"/>', "not a whole number"),
        ('<ner:NamedEntity xmi:id="3" sofa="1" begin="3"/>', "not a whole number"),
        ('<ner:NamedEntity xmi:id="2" sofa="1" begin="3" end="6"/>', "same id"),
        ('<my:Knows xmi:id="3" sofa="1" begin="3" end="6" Governor="2" Dependent="77"/>', "“77” is not there"),
        ('<my:Knows xmi:id="3" sofa="1" begin="3" end="6" Governor="2"/>', "is not there"),
        ('<my:Knows xmi:id="3" sofa="1" begin="3" end="6" Governor="2" Dependent="3"/>', "“3” is not there"),
        ('<my:C xmi:id="3" first="77"/>', "“77” is not there"),
        ('<my:C xmi:id="3" first="4"/><my:L xmi:id="4" sofa="1" begin="3" end="6" next="4"/>', "in a circle"),
    ],
)
def test_a_bad_structure_is_named_and_the_others_are_kept(bad: str, said: str, tmp_path: Path) -> None:
    good = '<ner:NamedEntity xmi:id="2" sofa="1" begin="3" end="10" value="PERSON"/>'
    parsed = _read(tmp_path, _xmi(good + bad))
    [problem] = parsed.problems
    assert problem.rejected
    assert problem.record.startswith("xmi:id ")
    assert said in str(problem.reason)
    # a link whose chain is wrong is still a span
    assert set(_layer(parsed).entities) - {"L-2-5"} == {"PERSON-2-9"}


@pytest.mark.parametrize("text", [None, "", " \n"])
def test_annotations_without_a_text_say_so(text: str | None, tmp_path: Path) -> None:
    parsed = _read(tmp_path, _xmi('<ner:NamedEntity xmi:id="2" sofa="1" begin="0" end="4"/>', text))
    assert parsed.documents == []
    assert reasons(parsed) == ["There is no text in it, only 1 annotations."]


def test_every_view_with_a_text_is_an_article(tmp_path: Path) -> None:
    second = (
        '<cas:Sofa xmi:id="20" sofaNum="2" sofaID="English" sofaString="Mr Kong"/><cas:View sofa="20" members="21"/>'
    )
    mark = '<ner:NamedEntity xmi:id="21" sofa="20" begin="3" end="7"/>'
    parsed = _read(tmp_path, _xmi(mark + second))
    assert [document.article.text for document in parsed.documents] == ["Mr Kong", TEXT]
    assert set(parsed.documents[0].layers[0].entities) == {"NamedEntity-3-7"}


def test_line_ends_of_other_systems_move_the_offsets(tmp_path: Path) -> None:
    parsed = _read(tmp_path, _xmi("x", "ก\r\nข😊ค").replace("x<", '<my:A xmi:id="2" sofa="1" begin="4" end="6"/><'))
    raw = _xmi('<my:A xmi:id="2" sofa="1" begin="4" end="6"/>', "TEXT").replace("TEXT", "ก&#13;&#10;ข😊ค")
    parsed = _read(tmp_path, raw)
    [document] = parsed.documents
    assert document.article.text == "ก\nข😊ค"
    assert [e.surface(document.article.text) for e in _layer(parsed).entities.values()] == ["😊"]


# --- hostile files


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 40))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><xmi:XMI xmlns:xmi="x">&l39;</xmi:XMI>', "DOCTYPE"),
        ('<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x a="&f;">&f;</x>', "DOCTYPE"),
        ('<!DOCTYPE x SYSTEM "http://localhost/x.dtd"><x/>', "DOCTYPE"),
        ("<a>" * 1_000_000, "deeper than 64"),
        (_xmi("<my:A>"), "broken"),
        (_xmi("&nbsp;"), "broken"),
        (_xmi('<no:A xmi:id="2"/>'), "broken"),
        (_xmi('<my:A xmi:id="2" sofa="1" value="&#1;"/>'), "broken"),
        ("", "empty"),
        ("ข่าว", "broken"),
        ("<x/>", "There is no text"),
        ('<?xml version="1.0" encoding="klingon"?><x/>', "encoding"),
        ('<?xml version="1.0" encoding="big5"?><x/>', "encoding"),
    ],
)
def test_a_hostile_xmi_is_refused_at_once(content: str, said: str, tmp_path: Path) -> None:
    tracemalloc.start()
    begun = time.perf_counter()
    parsed = _read(tmp_path, content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert parsed.documents == []
    assert said in reasons(parsed)[0]
    assert time.perf_counter() - begun < 2
    assert peak < 100_000_000


def test_an_entity_bomb_in_utf_16_is_refused_too(tmp_path: Path) -> None:
    bomb = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    assert "DOCTYPE" in reasons(_read(tmp_path, bomb.encode("utf-16")))[0]


def test_types_that_descend_from_each_other_are_no_endless_walk(tmp_path: Path) -> None:
    kinds = {f"t.T{n}": {"%SUPER_TYPE": f"t.T{(n + 1) % 3}"} for n in range(3)}
    assert "descends from itself" in reasons(_read(tmp_path, _json([], kinds), "x.json"))[0]


def _json(structures: list[Any], types: Any = None, text: str = TEXT) -> str:
    import json

    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "sofaString": text}
    views = {"_InitialView": {"%SOFA": 1, "%MEMBERS": list(range(2, 10))}}
    return json.dumps({"%TYPES": types or {}, "%FEATURE_STRUCTURES": [sofa, *structures], "%VIEWS": views})


def _mark(id_: Any = 2, begin: Any = 3, end: Any = 10, kind: str = NAMED_ENTITY, **features: Any) -> dict[str, Any]:
    return {"%ID": id_, "%TYPE": kind, "@sofa": 1, "begin": begin, "end": end, **features}


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (_mark(2), "same id"),
        (_mark(3, begin="a"), "not a whole number"),
        (_mark(3, begin=3.5), "not a whole number"),
        (_mark(3, begin=True), "not a whole number"),
        (_mark(3, end=10**30), "not a whole number"),
        (_mark(3, end=99), "past the end"),
        (_mark(3, kind="webanno.custom.R", **{"@Governor": 2, "@Dependent": 77}), "“77” is not there"),
        (_mark(3, kind="webanno.custom.R", **{"@Governor": None, "@Dependent": 2}), "is not there"),
        ({"%ID": 3, "%TYPE": "webanno.custom.C", "@first": 4}, "is not there"),
        (["what"], "no feature structure"),
        ({"%ID": 3}, "no feature structure"),
    ],
)
def test_a_bad_structure_of_a_json_cas_is_named_and_the_others_are_kept(bad: Any, said: str, tmp_path: Path) -> None:
    parsed = _read(tmp_path, _json([_mark(value="PERSON"), bad]), "x.json")
    assert any(said in reason for reason in reasons(parsed))
    assert all(problem.rejected and problem.record.startswith("%") for problem in parsed.problems)
    assert set(_layer(parsed).entities) == {"PERSON-2-9"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (_json([_mark(score=float("nan"))]), "not valid JSON"),
        (_json([], text="ก").replace('"\\u0e01"', '"\\ud800"'), "half a surrogate pair"),
        ('{"%TYPES": ' + "[" * 100_000, "JSON"),
        ('{"%TYPES": {}, "%VIEWS": ' + "[" * 100 + "]" * 100 + "}", "deeper than 64"),
        ('{"%FEATURE_STRUCTURES": {"1": {}}}', "are no list"),
        ('{"%VIEWS": {}}', "There is no text"),
    ],
)
def test_a_hostile_json_cas_is_refused(content: str, said: str, tmp_path: Path) -> None:
    parsed = _read(tmp_path, content, "x.json")
    assert parsed.documents == []
    assert said in reasons(parsed)[0]


def test_arrays_and_chains_that_are_shared_again_and_again_are_refused_soon(tmp_path: Path) -> None:
    shared = {"%ID": 2, "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [3] * 20_000}
    hosts = [_mark(n) | {"@all": 2} for n in range(3, 2000)]
    begun = time.perf_counter()
    parsed = _read(
        tmp_path, _json([shared, *hosts]).replace("[2, 3, 4, 5, 6, 7, 8, 9]", str(list(range(2, 2000)))), "x.json"
    )
    assert parsed.documents == []
    assert reasons(parsed) == ["The file has more than 200000 references, which is the limit."]
    assert time.perf_counter() - begun < 20


def test_more_entities_than_the_limit_are_refused(tmp_path: Path) -> None:
    marks = [_mark(n, 0, 1) for n in range(2, 100_003)]
    content = _json(marks, text="กข").replace(
        '"%MEMBERS": [2, 3, 4, 5, 6, 7, 8, 9]', f'"%MEMBERS": {list(range(2, 100_003))}'
    )
    parsed = _read(tmp_path, content, "x.json")
    assert parsed.documents == []
    assert reasons(parsed) == ["The article has 100001 entities; the limit is 100000."]


def test_without_the_library_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from khaotag.models.errors import Unavailable

    monkeypatch.setitem(__import__("sys").modules, "cassis", None)
    for name in ("cas-xmi", "cas-json"):
        assert FORMATS[name].needs == "cas"
        with pytest.raises(Unavailable, match=r"pip install 'khaotag\[cas\]'"):
            list(reader_named(name).split(tmp_path / "x", OPTIONS))
        with pytest.raises(Unavailable, match=r"pip install 'khaotag\[cas\]'"):
            writer_named(name).write([], tmp_path, "data", WriteOptions(), Ledger())


# --- writing

BOTH = pytest.mark.parametrize("name", ["cas-xmi", "cas-json"])


def _full() -> ExportDocument:
    """An article with something of every kind that is to survive."""
    text = "\x0bพาดหัว\n\n\tนายก้อง ใจดี 😊 พบ\x01 ส.ส. ที่นา\n"
    place = {word: (text.index(word), text.index(word) + len(word)) for word in ("นายก้อง", "นายก้อง ใจดี", "ใจดี", "ส.ส.")}
    entities = {
        "e1": Entity(
            "e1", "PERSON", *place["นายก้อง"], attributes={"n": [1, {"x": None}], "ด": "\x02ก"}, note="จด\x03\nสอง"
        ),
        "e2": Entity("e2", "PERSON", *place["นายก้อง ใจดี"], origin="suggestion:rules", score=0.25, meta={"k": "v"}),
        "T7": Entity("T7", "\x04ตำแหน่ง", place["ใจดี"][0], place["ส.ส."][1], (place["ใจดี"], place["ส.ส."])),
        "same": Entity("same", "PERSON", *place["นายก้อง"], votes=("somchai:e1",)),
    }
    relations = {"r1": Relation("r1", "สังกัด", "e2", "T7", {"since": 2566}, "จด", "human", 0.5, (), {"m": 1})}
    chains = {"c1": Chain("c1", "คน\x05", ("same", "e1"), {"m": 2}), "c2": Chain("c2", None, ("T7",))}
    note = Note(note_id("noi", "ดู\x06", 0), "noi", "ดู\x06", resolved=True)
    layer = Layer("noi", LayerHead("done", ("การเมือง",), {"m": 3}), entities, relations, chains, {note.id: note})
    state = ArticleState((Exclusion(0, 7, "หัว", "confirmed"), Exclusion(9, 10)))
    sources = (Source("a.txt", "https://example.org/?a=1&b=<2>", "2023-10-17", {"x": 1}),)
    article = Article("ข่าว/1", text, 'หัว "ข่าว"', sources, {"desk": {"a": [1]}}, state)
    return ExportDocument(article, (layer,), lambda: tokens_of(article))


def _written(name: str, document: ExportDocument, folder: Path) -> tuple[Path, Ledger]:
    ledger = Ledger()
    written = writer_named(name).write([document], folder, "data", WriteOptions(), ledger)
    assert [file.articles for file in written] == [1, 0]
    assert written[1].path == folder / "TypeSystem.xml"
    return written[0].path, ledger


def _back(name: str, path: Path) -> Document:
    parsed = read_file(reader_named(name), path)
    assert reasons(parsed) == []
    return parsed.documents[0]


@BOTH
def test_an_article_with_something_of_every_kind_comes_back_whole(name: str, tmp_path: Path) -> None:
    document = _full()
    path, ledger = _written(name, document, tmp_path)
    assert ledger.losses == []
    assert ledger.cut > 0
    read = _back(name, path)
    [layer] = document.layers
    assert read.given_id
    assert read.article == document.article
    assert read.layers == (layer._replace(annotator=OPTIONS.annotator),)
    keeps = FORMATS[name].keeps
    assert (keeps.nested, keeps.crossing, keeps.discontinuous, keeps.relations, keeps.attributes) == (True,) * 5
    # one layer a file, and no name of whose it is
    assert not keeps.annotators
    assert writer_named(name).one_layer


@BOTH
@settings(max_examples=25)
@given(documents(one_layer=True))
def test_every_article_comes_back_and_cassis_finds_the_same(name: str, document: ExportDocument) -> None:
    [layer], text = document.layers, document.article.text
    with TemporaryDirectory() as folder:
        path, ledger = _written(name, document, Path(folder))
        read = _back(name, path)
        cas = _loaded(path)
    assert ledger.losses == []
    assert (read.article, read.layers[0].chains) == (document.article, layer.chains)
    assert {e.id: (e.label, e.ranges) for e in read.layers[0].entities.values()} == {
        e.id: (e.label, e.ranges) for e in layer.entities.values()
    }
    assert read.layers[0].relations == {key: r._replace(note=r.note or None) for key, r in layer.relations.items()}
    entities = cas.select(NAMED_ENTITY)
    assert sorted((e.begin, e.end, e.value) for e in entities) == sorted(
        (e.start, e.end, e.label) for e in layer.entities.values()
    )
    if name == "cas-json":
        assert cas.sofa_string == text
    assert len(cas.select("webanno.custom.Relation")) == len(layer.relations)
    assert len(cas.select("de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceChain")) == len(layer.chains)
    tokens = cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")
    assert all(text[token.begin : token.end].strip() for token in tokens)
    assert all("Entity" not in kind.name or kind.name == NAMED_ENTITY for kind in cas.typesystem.get_types())
    assert cas.typecheck() == []


def _loaded(path: Path) -> Any:
    types = cassis.load_typesystem(path.parent / "TypeSystem.xml")
    with path.open("rb") as file:
        return cassis.load_cas_from_xmi(file, types) if path.suffix == ".xmi" else cassis.load_cas_from_json(file)


@BOTH
def test_what_another_tool_changed_in_our_file_is_what_is_read(name: str, tmp_path: Path) -> None:
    path, _ = _written(name, _full(), tmp_path)
    cas = _loaded(path)
    for entity in cas.select(NAMED_ENTITY):
        if entity.value == "PERSON":
            entity.value = "ORG"
        else:
            entity.value, entity.end = "WORK", entity.end - 1
    cas.add(cas.typesystem.get_type(NAMED_ENTITY)(begin=1, end=7, value="NEW"))
    made = cas.to_xmi() if name == "cas-xmi" else cas.to_json()
    path.write_text(made, "utf-8")
    parsed = read_file(reader_named(name), path)
    layer = _layer(parsed)
    assert sorted(e.label for e in layer.entities.values()) == ["NEW", "ORG", "ORG", "ORG", "WORK"]
    assert layer.entities["e1"].label == "ORG"
    assert layer.entities["e1"].attributes["ด"] == "\x02ก"
    assert layer.entities["T7"].fragments == ()
    assert "no longer fit" in " ".join(reasons(parsed))
    assert layer.entities["NEW-1-7"].label == "NEW"


def test_the_parts_of_a_split_have_folders_of_their_own_and_ids_become_safe_names(tmp_path: Path) -> None:
    made = [ExportDocument(Article(id_, "ข่าว"), (), list) for id_ in ("../x", "typesystem", "a/b", "A_b")]
    written = writer_named("cas-xmi").write(made, tmp_path, "train", WriteOptions(), Ledger())
    assert {file.path.parent for file in written} == {tmp_path / "train"}
    assert len({file.path.name.lower() for file in written}) == 5
    read = [_back("cas-xmi", file.path).article.id for file in written[:-1]]
    assert read == ["../x", "typesystem", "a/b", "A_b"]


@BOTH
def test_tokens_that_a_person_repaired_come_back(name: str, tmp_path: Path) -> None:
    article = Article("a1", "กขค งจ", state=ArticleState(cuts=(1,), tokenizer="newmm 5"))
    document = ExportDocument(article, (), lambda: [(0, 1), (1, 3), (3, 4), (4, 6)])
    read = _back(name, _written(name, document, tmp_path)[0])
    assert (read.tokens, read.tokenizer) == (((0, 1), (1, 3), (3, 4), (4, 6)), "newmm 5")


@BOTH
def test_a_file_that_comes_back_otherwise_does_not_pass(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_Building, "marks", lambda _self, _layer: None)
    with pytest.raises(NotTheSame, match="ข่าว/1"):
        _written(name, _full(), tmp_path)


@BOTH
def test_the_same_article_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    assert _written(name, _full(), one)[0].read_bytes() == _written(name, _full(), other)[0].read_bytes()
    assert (one / "TypeSystem.xml").read_bytes() == (other / "TypeSystem.xml").read_bytes()


@BOTH
def test_the_preview_is_what_would_be_written(name: str, tmp_path: Path) -> None:
    path, _ = _written(name, _full(), tmp_path)
    assert writer_named(name).preview(_full(), WriteOptions(), Ledger()) == path.read_text("utf-8")
