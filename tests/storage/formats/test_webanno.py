"""WebAnno TSV: stacked, slots, chains, relations and sub-tokens are read, bad rows named, and all comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from format_making import OPTIONS, Ledger, documents, read_file, reasons, tokens_of
from hypothesis import given, settings
from hypothesis import strategies as st
from round_trips import check_kept_or_reported, written_and_read

from khaotag.models.article import Article, ArticleState, Exclusion
from khaotag.models.layer import Chain, Entity, Layer, Note, Relation
from khaotag.storage.formats.contract import ExportDocument, NotTheSame, Parsed, WriteOptions
from khaotag.storage.formats.registry import FORMATS, reader_named, writer_named
from khaotag.storage.formats.webanno_cells import escaped, escaped_text, parts, unescaped

READER = reader_named("webanno-tsv")
WRITER = writer_named("webanno-tsv")
SPAN = "#T_SP=webanno.custom.Span|value"
RELATION = "#T_RL=webanno.custom.Rel|value|BT_webanno.custom.Span"


def _file(body: str, *header: str, version: str = "3.3") -> str:
    return "\n".join((f"#FORMAT=WebAnno TSV {version}", *header, "", "", body))


def _read(folder: Path, content: str | bytes, name: str = "x.tsv") -> Parsed:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_file(READER, path)


def _layer(parsed: Parsed) -> Layer:
    [document] = parsed.documents
    [layer] = document.layers
    return layer


def _found(parsed: Parsed) -> set[tuple[str, str]]:
    text = parsed.documents[0].article.text
    return {(e.label, e.surface(text)) for e in _layer(parsed).entities.values()}


# --- reading


def test_stacked_long_and_partial_spans_are_told_apart_by_their_numbers(tmp_path: Path) -> None:
    rows = (
        "#Text=นายก้อง 😊 ใจดี\n"
        "1-1\t0-7\tนายก้อง\tPER[1]|*[2]\t\n"
        "1-1.1\t3-7\tก้อง\tNICK\t\n"
        "1-2\t8-10\t😊\tPER[1]|FACE\\[x\\][3]\t\n"
        "1-3\t11-15\tใจดี\tPER[1]\t"
    )
    parsed = _read(tmp_path, _file(rows, SPAN))
    assert reasons(parsed) == []
    assert _found(parsed) == {
        ("PER", "นายก้อง 😊 ใจดี"),
        ("Span", "นายก้อง"),
        ("NICK", "ก้อง"),
        ("FACE[x]", "😊"),
    }


def test_relations_find_their_ends_by_unit_and_number(tmp_path: Path) -> None:
    rows = (
        "#Text=ก ข ค\n1-1\t0-1\tก\tA[1]|B[2]\t_\t_\t\n1-2\t2-3\tข\tC\tx\\|y|*\t1-1[2_0]|1-3\t\n1-3\t4-5\tค\tD\t_\t_\t"
    )
    layer = _layer(_read(tmp_path, _file(rows, SPAN, RELATION)))
    assert {
        (r.label, layer.entities[r.head].label, layer.entities[r.tail].label) for r in layer.relations.values()
    } == {
        ("x|y", "B", "C"),
        ("Rel", "D", "C"),
    }


def test_slots_are_relations_that_their_roles_name(tmp_path: Path) -> None:
    header = "#T_SP=w.Frame|sense|ROLE_w.Frame:parts_w.FramePartsLink|w.Part"
    rows = (
        "#Text=ก ข ค\n"
        "1-1\t0-1\tก\tbuy[1]|sell[2]\tbuyer;*[1]|_[2]\t1-2[3];1-3|*\t_\t\n"
        "1-2\t2-3\tข\t_\t_\t_\tp[3]|q[4]\t\n"
        "1-3\t4-5\tค\t_\t_\t_\tr\t"
    )
    parsed = _read(tmp_path, _file(rows, header, "#T_SP=w.Part|value"))
    assert reasons(parsed) == []
    layer = _layer(parsed)
    frames = {e.attributes["sense"]: e for e in layer.entities.values() if e.label == "Frame"}
    assert set(frames) == {"buy", "sell"}
    assert {(r.label, r.head, layer.entities[r.tail].label) for r in layer.relations.values()} == {
        ("buyer", frames["buy"].id, "p"),
        ("parts", frames["buy"].id, "r"),
    }


def test_links_of_a_chain_are_put_in_their_order(tmp_path: Path) -> None:
    header = "#T_CH=w.Link|referenceType|referenceRelation"
    rows = (
        "#Text=ก ข ค\n"
        "1-1\t0-1\tก\tpr[1]|*[2]\tcoref->1-2|a->2-1\t\n"
        "1-2\t2-3\tข\tpr[1]|*[2]\tcoref->1-1|b->2-2\t\n"
        "1-3\t4-5\tค\tpr[1]\tcoref->1-1\t"
    )
    parsed = _read(tmp_path, _file(rows, header))
    assert reasons(parsed) == []
    layer = _layer(parsed)
    assert [(c.label, c.members) for c in layer.chains.values()] == [
        ("coref", ("pr-2-5", "pr-0-1")),
        (None, ("Link-0-1", "Link-2-3")),
    ]
    assert layer.entities["Link-0-1"].attributes["referenceRelation"] == "a"


def test_a_relation_between_tokens_makes_entities_of_them(tmp_path: Path) -> None:
    rows = "#Text=ก ข\n1-1\t0-1\tก\t_\t_\t\n1-2\t2-3\tข\tnsubj\t1-1\t"
    layer = _layer(_read(tmp_path, _file(rows, "#T_RL=w.Rel|value|BT_de.x.Token")))
    assert [(r.label, r.head, r.tail) for r in layer.relations.values()] == [("nsubj", "Token-0-1", "Token-2-3")]


def test_the_text_follows_the_offsets(tmp_path: Path) -> None:
    rows = (
        "#Sentence.id=s1\n#Text=ก\\tข\n#Text=  ค\\\\\n1-1\t2-5\tก\\tข\t\n1-2\t8-10\tค\\\\\t\n\n"
        "#Text=ง\n2-1\t10-11\tง\t\n\n#Text=จ\n3-1\t12-13\tจ\t\n\n#Text=ฉ\n4-1\t16-17\tฉ\t\n"
    )
    [document] = _read(tmp_path, _file(rows)).documents
    assert document.article.text == "  ก\tข\n  ค\\ง\nจ\n  ฉ"


def test_older_versions_know_escapes_of_java(tmp_path: Path) -> None:
    rows = "#Text=\\uD83D\\uDE0A ก\n1-1\t0-2\t😊\tX\n1-2\t3-4\tก\t_"
    assert _found(_read(tmp_path, _file(rows, SPAN, version="3.1"))) == {("X", "😊")}
    lone = "#Text=\\uD83D ก\n1-1\t0-1\t?\tX"
    assert "half a surrogate pair" in reasons(_read(tmp_path, _file(lone, SPAN, version="3.1")))[-1]


def test_other_line_ends_and_a_bom_change_nothing(tmp_path: Path) -> None:
    rows = "#Text=ก ข\n1-1\t0-1\tก\tA[1]\n1-2\t2-3\tข\tA[1]"
    content = b"\xef\xbb\xbf" + _file(rows, SPAN).replace("\n", "\r\n").encode()
    assert _found(_read(tmp_path, content)) == {("A", "ก ข")}


@pytest.mark.parametrize(
    ("bad", "record", "said"),
    [
        ("1-2\t2-99\tข\tX\t_\t_\t", 8, "past the end"),
        ("1-2\t3-2\tข\tX\t_\t_\t", 8, "reversed"),
        ("1-2\t-2-3\tข\tX\t_\t_\t", 8, "negative"),
        ("1-2\ta-b\tข\tX\t_\t_\t", 8, "no row with a token"),
        ("1-2\t2-3\tค\tX\t_\t_\t", 8, "its text is “ค”"),
        ("1-2\t2-3\tข\tX", 8, "1 columns of annotations, but the header names 3"),
        ("what is this", 8, "no row with a token"),
        ("1-2\t2-3\tข\t_\tr\tnowhere\t", 8, "no place such as"),
        ("1-2\t2-3\tข\t_\tr\t9-9\t", 8, "“9-9” is not there"),
        ("1-2\t2-3\tข\t_\tr\t1-1[7_0]\t", 8, "is not there"),
        ("1-2\t2-3\tข\t_\tr\t_\t", 8, "no place such as"),
        ("1-1.1\t1-1\t\tX\t_\t_\t", 8, "empty"),
    ],
)
def test_a_bad_row_is_named_and_the_others_are_kept(bad: str, record: int, said: str, tmp_path: Path) -> None:
    rows = f"#Text=ก ข ค\n1-1\t0-1\tก\tA\t_\t_\t\n{bad}\n1-3\t4-5\tค\tB\t_\t_\t"
    parsed = _read(tmp_path, _file(rows, SPAN, RELATION))
    [problem] = parsed.problems
    assert (problem.rejected, problem.record) == (True, f"line {record}")
    assert said in str(problem.reason)
    assert {("A", "ก"), ("B", "ค")} <= _found(parsed)
    assert not _layer(parsed).relations


def test_offsets_in_code_points_after_an_emoji_are_refused_row_by_row(tmp_path: Path) -> None:
    parsed = _read(tmp_path, _file("#Text=😊 กข\n1-1\t0-1\t😊\tA\n1-2\t2-4\tกข\tB", SPAN))
    assert [problem.record for problem in parsed.problems] == ["line 6", "line 7"]
    assert _found(parsed) == set()


@pytest.mark.parametrize("begin", ["5", "99999999999998"])
def test_a_sentence_that_cannot_stand_where_it_says_is_left_out(begin: str, tmp_path: Path) -> None:
    rows = f"#Text=กขคงจฉช\n1-1\t0-7\tกขคงจฉช\tA\n\n#Text=ซ\n2-1\t{begin}-{int(begin) + 1}\tซ\tB"
    parsed = _read(tmp_path, _file(rows, SPAN))
    assert "The sentence begins at" in reasons(parsed)[0]
    assert _found(parsed) == {("A", "กขคงจฉช")}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (_file("", SPAN), "no text"),
        ("#FORMAT=WebAnno TSV 4.0\n", "does not name its columns"),
        ("#id=1\n#text=ก\n1-1\tก\tB-X\n", "does not name its columns"),
        ("", "empty"),
        ("#FORMAT=WebAnno TSV 3.3\n\n\n#Text=ก\x00\n".encode("utf-16-le"), "binary"),
    ],
)
def test_what_is_no_file_of_this_format_says_why(content: str | bytes, said: str, tmp_path: Path) -> None:
    parsed = _read(tmp_path, content)
    assert parsed.documents == []
    assert said in reasons(parsed)[-1]


def test_version_2_continues_what_it_began(tmp_path: Path) -> None:
    content = (
        "# de.x.ner.NamedEntity | value # de.x.dep.Dependency | Type | AttachTo=de.x.ner.NamedEntity\n"
        "#id=1\n#text=ก ข ก\n"
        "1-1\tก\tB-PER|B-de.x.ner.NamedEntity_\t_\t_\n1-2\tข\tI-PER\tB-a\t1-3\n1-3\tก\tB-PER\t_\t_\n\n"
        "#id=2\n#text=ค\n2-1\tค\tO\t_\t_\n2-2\tง\tO\t_\t_\n"
    )
    parsed = _read(tmp_path, content)
    [problem] = parsed.problems
    assert problem.record == "line 11"
    assert parsed.documents[0].article.text == "ก ข ก\nค"
    layer = _layer(parsed)
    assert set(layer.entities) == {"PER-0-3", "NamedEntity-0-1", "PER-4-5"}
    assert [(r.head, r.tail) for r in layer.relations.values()] == [("PER-4-5", "PER-0-3")]


# --- whose marks they are


def test_files_of_one_text_in_a_folder_belong_to_those_they_are_named_after(tmp_path: Path) -> None:
    for name, label in (("somchai", "A"), ("มาลี", "B"), ("CURATION_USER", "C"), ("INITIAL_CAS", "_")):
        (tmp_path / f"{name}.tsv").write_text(_file(f"#Text=ก\n1-1\t0-1\tก\t{label}", SPAN), "utf-8")
    owners = {path.stem: _layer(read_file(READER, path)).annotator for path in tmp_path.iterdir() if path.suffix}
    assert owners == {"somchai": "somchai", "มาลี": "มาลี", "CURATION_USER": "gold", "INITIAL_CAS": OPTIONS.annotator}
    asked = OPTIONS._replace(by_file=False)
    assert _layer(read_file(READER, tmp_path / "somchai.tsv", asked)).annotator == OPTIONS.annotator


def test_files_of_different_texts_belong_to_who_imports_them(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.tsv").write_text(_file(f"#Text={name}\n1-1\t0-1\t{name}\tX", SPAN), "utf-8")
        assert _layer(read_file(READER, tmp_path / f"{name}.tsv")).annotator == OPTIONS.annotator


# --- writing


def _document(layer: Layer, text: str, state: ArticleState | None = None) -> ExportDocument:
    article = Article("ข่าว/1", text, state=state or ArticleState())
    return ExportDocument(article, (layer,), lambda: tokens_of(article))


@settings(max_examples=60)
@given(documents(one_layer=True))
def test_every_mark_comes_back_or_is_reported(document: ExportDocument) -> None:
    check_kept_or_reported("webanno-tsv", document)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_escapes_come_back(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert unescaped(escaped_text(text)) == text
    assert parts(f"{escaped(text)}|{escaped(text)}", "|") == [escaped(text)] * 2
    assert not {"\n", "\r", "\t"} & set(escaped_text(text) + escaped(text))


def test_nested_crossing_related_and_chained_marks_come_back_with_their_attributes() -> None:
    text = "\n  นายก้อง ใจดี 😊 พบ*_\n\n \tส.ส.\x02 ที่นา\n"
    at = text.index
    entities = {
        "e1": Entity("e1", "PERSON", at("นาย"), at(" ใจดี"), attributes={"ระดับ": "_*|[1]", "identifier": "Q1"}),
        "e2": Entity("e2", "PERSON", at("นาย"), at(" 😊")),
        "e3": Entity("e3", "ตำแหน่ง[2]", at("ใจดี"), at(".ส.") + 1),
        "e4": Entity("e4", "PERSON", at("นาย"), at(" ใจดี")),
        "e5": Entity("e5", "LINE", 0, 1),
    }
    relations = {
        "r1": Relation("r1", "->", "e3", "e4", {"since": "2566"}),
        "r2": Relation("r2", "SELF", "e2", "e2"),
        "r3": Relation("r3", "->", "e1", "e4"),
    }
    chains = {"c1": Chain("c1", "คน", ("e4", "e1", "e3")), "c2": Chain("c2", None, ("e2",))}
    document = _document(Layer("noi", entities=entities, relations=relations, chains=chains), text)
    parsed, ledger = written_and_read("webanno-tsv", [document])
    assert ledger.losses == []
    [read] = parsed.documents
    assert (read.article.id, read.article.text) == ("ข่าว/1", text)
    layer = read.layers[0]
    assert sorted((e.label, e.start, e.end, sorted(e.attributes.items())) for e in layer.entities.values()) == sorted(
        (e.label, e.start, e.end, sorted(e.attributes.items())) for e in entities.values()
    )
    assert sorted((r.label, r.attributes.get("since", "")) for r in layer.relations.values()) == [
        ("->", ""),
        ("->", "2566"),
        ("SELF", ""),
    ]
    assert sorted((c.label or "", len(c.members)) for c in layer.chains.values()) == [("", 1), ("คน", 3)]
    keeps = FORMATS["webanno-tsv"].keeps
    assert (keeps.nested, keeps.crossing, keeps.relations, keeps.attributes) == (True,) * 4
    assert not keeps.discontinuous
    assert not keeps.annotators


def test_what_has_no_place_is_reported() -> None:
    entities = {
        "e1": Entity("e1", "X", 0, 5, ((0, 2), (3, 5))),
        "e2": Entity("e2", "X", 0, 2, attributes={"n": 3, "a b": "x", "value": "y", "ok": "z"}, note="จด", score=0.5),
    }
    note = Note("n", "noi", "ดู")
    layer = Layer("noi", entities=entities, relations={"r1": Relation("r1", "R", "e1", "e2")}, notes={"n": note})
    parsed, ledger = written_and_read("webanno-tsv", [_document(layer, "กขคงจ")])
    assert sorted(ledger.what) == ["attributes", "e1", "notes", "origins", "r1"]
    assert "n, a b, value" in " ".join(str(loss.why) for loss in ledger.losses)
    assert [e.attributes for e in _layer(parsed).entities.values()] == [{"ok": "z"}]


def test_marks_in_excluded_stretches_come_back_as_the_whole_text_does() -> None:
    text = "โฆษณา\nข่าว\nที่มา : ก\n"
    state = ArticleState((Exclusion(0, 5, "โฆษณา", "confirmed"), Exclusion(11, 20, "ที่มา", "confirmed")))
    layer = Layer("noi", entities={"e1": Entity("e1", "X", 1, 3), "e2": Entity("e2", "Y", 2, 14)})
    parsed, ledger = written_and_read("webanno-tsv", [_document(layer, text, state)])
    assert ledger.losses == []
    assert parsed.documents[0].article.text == text
    assert set(_layer(parsed).entities) == {"X-1-3", "Y-2-14"}


def test_lines_are_the_sentences_and_spaces_no_tokens(tmp_path: Path) -> None:
    layer = Layer("noi", entities={"e1": Entity("e1", "PER", 0, 2)})
    document = _document(layer, "กข คง\nจฉ")
    assert WRITER.preview(document, WriteOptions(), Ledger()) == (
        "#FORMAT=WebAnno TSV 3.3\n"
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value\n"
        "\n\n#Sentence.id=khaotag:ข่าว/1\n#Text=กข คง\n"
        "1-1\t0-2\tกข\tPER\t\n1-2\t2-4\t ค\t_\t\n1-3\t4-5\tง\t_\t\n"
        "\n#Text=จฉ\n2-1\t6-8\tจฉ\t_\t\n"
    )
    [written] = WRITER.write([document], tmp_path, "dev", WriteOptions(), Ledger())
    assert written.path.parent == tmp_path / "dev"
    assert written.path.suffix == ".tsv"


def test_a_file_that_comes_back_otherwise_does_not_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = _file("#Sentence.id=khaotag:ข่าว/1\n#Text=กข\n1-1\t0-2\tกข\tORG\t", "#T_SP=w.N|value")
    monkeypatch.setattr("khaotag.storage.formats.webanno_writer._Sheet.lines", lambda _: content)
    with pytest.raises(NotTheSame, match="ข่าว/1"):
        WRITER.write([_document(Layer("noi", entities={"e1": Entity("e1", "PER", 0, 2)}), "กข")], tmp_path, "data",
                     WriteOptions(), Ledger())  # fmt: skip
