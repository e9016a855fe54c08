"""Real files of INCEpTION and dkpro-cassis give the counts that cassis itself finds in them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from format_making import Ledger, export_of, read_file, reasons
from round_trips import check_same_again

from khaotag.models.layer import Entity, Layer, Relation
from khaotag.storage.formats.cas_documents import CasFile, types_for
from khaotag.storage.formats.cas_structures import Cas
from khaotag.storage.formats.cas_xmi import _cas
from khaotag.storage.formats.contract import Document, Parsed, Raw, WriteOptions
from khaotag.storage.formats.registry import name_for, reader_named, writer_named

cassis = pytest.importorskip("cassis", reason="dkpro-cassis is not installed (the extra “cas”)")

SUITE = "inception/webanno-tsv/tsv3-suite"
# What our entities cannot be: they have no length.  INCEpTION's spans of no length are named and left out.
NO_LENGTH = {
    "testSubMultiTokenSpanWithFeatureValue": 3,
    "testZeroLengthSlotFeature1": 1,
    "testZeroLengthSpanBetweenAdjacentTokens": 1,
    "testZeroLengthSpansWithoutFeatureValues": 2,
    "testZeroLengthStackedSpansWithoutFeatures": 4,
    "testZeroWidthAnnotationBetweenTokenIsMovedToEndOfPreviousToken": 1,
}
# The format has no row for a space between tokens, which these entities begin or end with.
TRUNCATED = {"testAnnotationWithLeadingWhitespaceAtStart", "testAnnotationWithTrailingWhitespaceAtEnd"}


def _read(path: Path) -> Parsed:
    name = name_for(path)
    assert name is not None
    return read_file(reader_named(name), path)


def _one(parsed: Parsed) -> tuple[Document, Layer]:
    [document] = parsed.documents
    return document, document.layers[0]


def _expected(peerdata: Path) -> dict[str, dict[str, int]]:
    counts = json.loads((peerdata / "inception/webanno-tsv/EXPECTED_counts_from_xmi_by_cassis.json").read_text())
    return {entry["case"]: entry["counts"] for entry in counts}


def _structures(path: Path) -> Cas:
    raw = Raw(str(path), "", CasFile(path.read_bytes(), None, "noi"))
    return _cas(raw, types_for(raw, []))


def _by_layer(layer: Layer) -> Counter[str]:
    made_of_tokens = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
    marks: list[Entity | Relation] = [*layer.entities.values(), *layer.relations.values()]
    # a slot is no layer; its name has a colon
    names = [m.attributes["layer"] for m in marks if m.attributes["layer"] != made_of_tokens]
    return Counter(name.rpartition(".")[2] for name in names if ":" not in name)


def _without_length(parsed: Parsed) -> int:
    return sum("is empty" in reason for reason in reasons(parsed))


def test_every_xmi_of_the_suite_has_the_counts_of_cassis(peerdata: Path) -> None:
    expected = _expected(peerdata)
    assert len(expected) == 36
    for case, counts in expected.items():
        path = peerdata / SUITE / case / "reference.xmi"
        parsed = _read(path)
        kinds = Counter(one.type.rpartition(".")[2] for one in _structures(path).structures.values())
        assert {kind: kinds[kind] for kind in counts} == counts, case
        layers = Counter({kind: n for kind, n in counts.items() if kind not in ("Token", "Sentence")})
        assert (_by_layer(_one(parsed)[1]).total() + _without_length(parsed)) == layers.total(), case
        assert _without_length(parsed) == NO_LENGTH.get(case, 0), case
        if case not in NO_LENGTH:
            assert _by_layer(_one(parsed)[1]) == layers, case
            assert reasons(parsed) == [], case


def test_every_tsv_of_the_suite_says_what_its_xmi_says(peerdata: Path) -> None:
    for case, counts in _expected(peerdata).items():
        tsv, xmi = (_read(peerdata / SUITE / case / f"reference.{suffix}") for suffix in ("tsv", "xmi"))
        (one, layer), (other, twin) = _one(tsv), _one(xmi)
        assert len(layer.entities) == len(twin.entities), case
        assert len(layer.relations) == len(twin.relations), case
        assert _without_length(tsv) == _without_length(xmi) == NO_LENGTH.get(case, 0), case
        assert _by_layer(layer).total() + NO_LENGTH.get(case, 0) == sum(
            n for kind, n in counts.items() if kind not in ("Token", "Sentence")
        ), case
        if case not in TRUNCATED:
            assert one.article.text == other.article.text, case
            assert _places(layer) == _places(twin), case


def _places(layer: Layer) -> tuple[Any, ...]:
    def start(key: str) -> int:
        return layer.entities[key].start

    return (
        Counter((e.start, e.end) for e in layer.entities.values()),
        Counter((r.label, start(r.head), start(r.tail)) for r in layer.relations.values()),
        Counter(tuple(sorted(map(start, chain.members))) for chain in layer.chains.values()),
    )


def test_a_host_with_and_one_without_slots_share_a_token(peerdata: Path) -> None:
    parsed = _read(peerdata / SUITE / "sampleSlotAnnotation2/reference.tsv")
    _, layer = _one(parsed)
    assert (len(layer.entities), [r.label for r in layer.relations.values()]) == (2, ["pr1"])


def test_values_of_the_suite_are_unescaped(peerdata: Path) -> None:
    def labels(case: str) -> set[str]:
        return {e.label for e in _one(_read(peerdata / SUITE / case / "reference.tsv"))[1].entities.values()}

    assert labels("testTokenBoundedSpanWithAsteriskFeatureValue") == {"*"}
    assert labels("testTokenBoundedSpanWithUnderscoreFeatureValue") == {"_"}
    assert labels("testTokenBoundedStackedLookAlike") == {f"NOTSTACKED[{n}]" for n in range(5)}
    [smile] = _one(_read(peerdata / SUITE / "testSentenceWithEmoji/reference.tsv"))[1].entities.values()
    assert smile.surface("I like it 😊 .") == "😊"


def test_smileys_has_148_tokens_5_named_entities_and_3_sentences(peerdata: Path) -> None:
    path = peerdata / "dkpro-cassis/xmi/cas_with_smileys.xmi"
    parsed = _read(path)
    assert reasons(parsed) == []
    kinds = Counter(one.type.rpartition(".")[2] for one in _structures(path).structures.values())
    assert (kinds["Token"], kinds["NamedEntity"], kinds["Sentence"]) == (148, 5, 3)
    document, layer = _one(parsed)
    cas = cassis.load_cas_from_xmi(
        path, cassis.load_typesystem(peerdata / "dkpro-cassis/typesystems/important_dkpro_types.xml")
    )
    found = cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
    assert [(e.label, e.surface(document.article.text)) for e in layer.sorted_entities()] == [
        (entity.value, entity.get_covered_text()) for entity in found
    ]


@pytest.mark.parametrize(
    ("folder", "surfaces"),
    [
        ("casWithEmojiUnicodeTextAndAnnotations", ["🥳", "This", "👳🏻‍♀️", "is", "✆", "a", "🧔🏾‍♂️", "test", "👻"]),
        ("casWithLeftToRightTextAndAnnotations", ["هذا", "اختبار"]),
        ("casWithTraditionalChineseTextAndAnnotations", ["這", "是", "一個", "測試"]),
        ("casWithTextAndAnnotations", ["This", "is", "a", "test"]),
    ],
)
def test_texts_of_all_scripts_have_the_right_surfaces(folder: str, surfaces: list[str], peerdata: Path) -> None:
    document, layer = _one(_read(peerdata / f"dkpro-cassis/json/fs_as_array/ser-ref/{folder}/data.json"))
    assert [e.surface(document.article.text) for e in layer.sorted_entities()] == surfaces


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("json/fs_as_array/ser-ref/casWithoutTextButWithAnnotations/data.json", "only 4 annotations"),
        ("json/fs_as_array/ser-ref/casWithoutTextButWithAnnotations/debug.xmi", "only 4 annotations"),
        ("json/fs_as_array/ser-ref/emptyCas/data.json", "no text"),
        ("json/fs_as_array/ser-ref/casWithSofaDataURI/data.json", "elsewhere: classpath:"),
        ("json/fs_as_array/ser-ref/casWithSofaDataArray/debug.xmi", "elsewhere: sofaArray"),
        ("json/fs_as_array/ser-ref/casWithFloatingPointSpecialValues/data.json", "no text"),
        ("json/child_type_before_parent.json", "no text"),
        ("xmi/cas_with_array_features.xmi", "only 2 annotations"),
    ],
)
def test_files_without_a_text_say_so(file: str, said: str, peerdata: Path) -> None:
    parsed = _read(peerdata / "dkpro-cassis" / file)
    assert parsed.documents == []
    assert said in reasons(parsed)[0]


def test_no_file_of_cassis_stops_the_reader(peerdata: Path) -> None:
    paths = [path for path in sorted((peerdata / "dkpro-cassis").rglob("*.*")) if path.suffix in (".xmi", ".json")]
    assert len(paths) == 43
    for path in paths:
        parsed = _read(path)
        assert parsed.documents or parsed.problems, path
        for document in parsed.documents:
            entities = document.layers[0].entities.values()
            assert all(document.article.text[e.start : e.end] == e.surface(document.article.text) for e in entities)


@pytest.mark.parametrize("name", ["cas-xmi", "cas-json", "webanno-tsv"])
def test_real_files_are_the_same_again_after_writing(name: str, peerdata: Path) -> None:
    paths = [*sorted((peerdata / SUITE).rglob("*.tsv")), peerdata / "dkpro-cassis/xmi/cas_with_smileys.xmi"]
    check_same_again(name, [_one(_read(path))[0] for path in paths])


CURATION = "inception/curation/testsuite"


@pytest.mark.parametrize(
    ("case", "user1", "user2", "curator"),
    [
        ("relStackedTest", (4, 2), (4, 4), (1, 0)),
        ("simpleRelGovDiffTest", (2, 1), (2, 1), (1, 0)),
        ("simpleRelNoDiffTest", (2, 1), (2, 1), (2, 1)),
        ("simpleSpanDiffIncompleteTest", (1, 0), (1, 0), (0, 0)),
        ("simpleSpanDiffNoLabelTest", (1, 0), (0, 0), (0, 0)),
        ("simpleSpanDiffWithLabelStackingTest", (2, 0), (2, 0), (0, 0)),
        ("simpleSpanNoDiffMultiFeatureTest", (1, 0), (1, 0), (1, 0)),
        ("simpleSpanNoDiffWithLabelTest", (1, 0), (1, 0), (1, 0)),
    ],
)
def test_a_folder_of_curation_has_a_layer_for_each_user(
    case: str, user1: tuple[int, int], user2: tuple[int, int], curator: tuple[int, int], peerdata: Path
) -> None:
    layers: dict[str, Layer] = {}
    for path in sorted((peerdata / CURATION / case).glob("*.tsv")):
        parsed = _read(path)
        assert reasons(parsed) == []
        layers[path.stem] = _one(parsed)[1]
    assert {name: layer.annotator for name, layer in layers.items()} == {name: name for name in layers}
    assert {name: (len(layer.entities), len(layer.relations)) for name, layer in layers.items()} == {
        "user1": user1,
        "user2": user2,
        "curator": curator,
    }


def test_versions_1_and_2_differ_in_one_label_or_one_relation(peerdata: Path) -> None:
    def told(name: str) -> tuple[list[str], list[tuple[str, int, int]]]:
        _, layer = _one(_read(peerdata / f"inception/agreement/{name}.tsv"))
        ends: dict[str, Entity] = dict(layer.entities)
        labels = [entity.label for entity in layer.sorted_entities()]
        return labels, sorted((r.label, ends[r.head].start, ends[r.tail].start) for r in layer.relations.values())

    labels, relations = told("kappatest")
    assert labels == ["DT", "JJ", "JJ", "NN", "VBZ", "IN", "DT", "JJ", "NN"]
    assert len(relations) == 9
    assert sum(one != other for one, other in zip(labels, told("kappaspandiff")[0], strict=True)) == 1
    assert len(set(relations) ^ set(told("kappaarcdiff")[1])) == 2
    assert told("kappaspandiff")[1] == relations


def test_what_the_suite_becomes_in_xmi_is_counted_the_same_by_cassis(peerdata: Path, tmp_path: Path) -> None:
    for case in _expected(peerdata):
        folder = tmp_path / case
        folder.mkdir()
        document, layer = _one(_read(peerdata / SUITE / case / "reference.xmi"))
        writer = writer_named("cas-xmi")
        written = writer.write([export_of(document)], folder, "data", WriteOptions(), Ledger())
        cas = cassis.load_cas_from_xmi(written[0].path, cassis.load_typesystem(written[1].path))
        found = cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
        assert Counter((e.value, e.get_covered_text()) for e in found) == Counter(
            (e.label, e.surface(document.article.text)) for e in layer.entities.values()
        )
        assert len(cas.select("webanno.custom.Relation")) == len(layer.relations)
