"""Exports as datasets: which articles, whose layers, which labels, what parts, and always the same bytes."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
import pytest
from running import khaotag

from khaotag.models.datasets.near_duplicates import ALIKE, grams, jaccard
from khaotag.storage import schemas
from khaotag.storage.formats.registry import FORMATS
from khaotag.storage.jobs.export import export
from khaotag.storage.jobs.export_params import ExportParams
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.jobs.recipes import recipe, save_recipe
from khaotag.storage.jobs.reporting import Stopped
from khaotag.storage.project import Project

WORDS = [a + b + c for a in "กขคงจฉชซ" for b in "าีุู" for c in "นมงกด"]
HEAD = "นายวิศรุต แก้วมณีทอง สังกัดพรรคธารประชา"


def news(random_: random.Random, words: int) -> str:
    return "".join(random_.choice(WORDS) for _ in range(words))


def tagged(number: int, body: str, **more: Any) -> dict[str, Any]:
    """A record of two related entities in the first line, and one that crosses into the second paragraph."""
    text = f"{HEAD}\n{body}"
    start = len(HEAD) - 4
    entities = [
        {"id": "p", "label": "PERSON", "start": 3, "end": 21},
        {"id": "o", "label": "PARTY", "start": 28, "end": 39},
        {"id": "x", "label": "EVENT", "start": start, "end": start + 9} if number % 3 == 0 else
        {"id": "x", "label": "EVENT", "start": len(HEAD) + 1, "end": len(HEAD) + 5},
    ]  # fmt: skip
    relations = [{"id": "r", "label": "MEMBER_OF", "head": "p", "tail": "o"}]
    layer = {"annotator": "noi", "status": "done", "entities": entities, "relations": relations}
    return {"khaotag": 1, "id": f"n{number:04}", "title": f"ข่าว {number}", "text": text, "layers": [layer], **more}


def project_of(folder: Path, records: list[dict[str, Any]]) -> Path:
    source = folder / "in.jsonl"
    source.write_bytes(b"".join(orjson.dumps(record) + b"\n" for record in records))
    path = folder / "p.khaotag"
    with Project.create(path, schemas.named(None)) as project:
        import_files(project, ImportParams([source]))
    return path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Thirty tagged articles of two sources and thirty days; some are gold, some unfinished."""
    random_ = random.Random(8)
    records = []
    for number in range(30):
        paper = ("https://www.paper.example/1", "https://wire.example/2")[number % 2]
        source = {"name": f"{number}.txt", "url": paper, "published": f"2026-01-{number + 1:02}"}
        record = tagged(number, news(random_, 80), sources=[source], meta={"desk": ("local", "sport")[number % 5 == 0]})
        if number % 6 == 1:
            gold = {**record["layers"][0], "annotator": "gold", "entities": record["layers"][0]["entities"][:1]}
            record["layers"].append({**gold, "relations": []})
        if number % 6 == 2:
            record["layers"][0]["status"] = "in_progress"
        records.append(record)
    return project_of(tmp_path, records)


def lines(path: Path) -> list[dict[str, Any]]:
    return [orjson.loads(line) for line in path.read_bytes().splitlines()]


def ids(path: Path) -> list[str]:
    return [record["id"] for record in lines(path)]


def run(*words: object) -> dict[str, Any]:
    answer = khaotag("export", *words, "--json")
    assert answer.code in (0, 1), answer.err
    return dict(answer.json)


def test_gold_else_done_takes_the_gold_layer_and_leaves_unfinished_articles_out(project: Path, tmp_path: Path) -> None:
    report = run(project, tmp_path / "out", "--format", "khaotag", "--layer", "gold-else-done")
    found = {record["id"]: record["layers"] for record in lines(tmp_path / "out" / "data.jsonl")}
    assert [layer["annotator"] for layer in found["n0001"]] == ["gold"]
    assert [layer["annotator"] for layer in found["n0000"]] == ["noi"]
    assert "n0002" not in found
    assert report["articles"] == len(found) == 25
    assert report["without_layer"] == 5


def test_articles_are_chosen_by_metadata_source_title_and_label(project: Path, tmp_path: Path) -> None:
    assert run(project, tmp_path / "a", "--format", "khaotag", "--where", "desk=sport")["articles"] == 6
    assert run(project, tmp_path / "b", "--format", "khaotag", "--where", "source=7.txt")["articles"] == 1
    assert run(project, tmp_path / "c", "--format", "khaotag", "--query", "ข่าว 2")["articles"] == 11
    report = run(project, tmp_path / "d", "--format", "khaotag", "--layer", "noi", "--only", "PERSON")
    assert (report["entities"], report["relations"]) == (30, 0)
    assert khaotag("export", project, tmp_path / "e", "--format", "khaotag", "--where", "desk").code == 2


def test_a_source_stays_in_one_part_and_time_puts_the_newest_into_test(project: Path, tmp_path: Path) -> None:
    run(project, tmp_path / "s", "--format", "khaotag", "--split", "50/50/0", "--by", "source")
    hosts = [{int(name[1:]) % 2 for name in ids(tmp_path / "s" / f"{part}.jsonl")} for part in ("train", "dev")]
    assert sorted(map(sorted, hosts)) == [[0], [1]]
    run(project, tmp_path / "t", "--format", "khaotag", "--split", "80/10/10", "--by", "time")
    assert ids(tmp_path / "t" / "test.jsonl") == ["n0027", "n0028", "n0029"]


def test_each_article_is_tested_in_one_fold_and_trained_on_in_the_others(project: Path, tmp_path: Path) -> None:
    report = run(project, tmp_path / "f", "--format", "khaotag", "--folds", 5, "--stratify")
    assert report["articles"] == 30
    tested = [ids(tmp_path / "f" / f"fold-{fold}" / "test.jsonl") for fold in range(1, 6)]
    assert sorted(name for part in tested for name in part) == [f"n{number:04}" for number in range(30)]
    for fold in range(1, 6):
        trained = ids(tmp_path / "f" / f"fold-{fold}" / "train.jsonl")
        assert not set(trained) & set(tested[fold - 1])
        assert len(trained) + len(tested[fold - 1]) == 30
    assert khaotag("export", project, tmp_path / "g", "--format", "khaotag", "--folds", 1).code == 2
    assert khaotag("export", project, tmp_path / "g.jsonl", "--format", "khaotag", "--folds", 2).code == 2


@pytest.mark.slow
def test_no_near_duplicate_pair_of_two_thousand_articles_lies_across_a_split(tmp_path: Path) -> None:
    random_ = random.Random(6)
    bodies = [news(random_, 120) for _ in range(1600)]
    for number in range(400):
        letters = list(bodies[number])
        for place in random_.sample(range(len(letters)), 1 + random_.randrange(16)):
            letters[place] = random_.choice("ฬฮฌ")
        bodies.append("".join(letters) + news(random_, random_.randrange(4)))
    records = [{"khaotag": 1, "id": f"n{number:04}", "text": body} for number, body in enumerate(bodies)]
    project = project_of(tmp_path, records)
    report = run(project, tmp_path / "out", "--format", "khaotag", "--split", "60/20/20", "--seed", 3)
    assert report["splits"] == {"train": 1200, "dev": 400, "test": 400}
    assert report["near_duplicates"]["groups"] > 100
    part = {name: split for split in report["splits"] for name in ids(tmp_path / "out" / f"{split}.jsonl")}
    assert len(part) == 2000
    sets = [grams(body) for body in bodies]
    apart = 0
    for number in range(400):
        if jaccard(sets[number], sets[1600 + number]) >= ALIKE:
            assert part[f"n{number:04}"] == part[f"n{1600 + number:04}"]
        else:
            apart += part[f"n{number:04}"] != part[f"n{1600 + number:04}"]
    assert apart > 10
    leaky = run(project, tmp_path / "apart", "--format", "khaotag", "--split", "60/20/20", "--seed", 3, "--apart")
    assert "near_duplicates" not in leaky


def test_stratified_parts_have_the_shares_of_every_label(project: Path, tmp_path: Path) -> None:
    run(project, tmp_path / "out", "--format", "khaotag", "--layer", "noi", "--split", "60/20/20", "--stratify")
    counts = {}
    for part in ("train", "dev", "test"):
        found = lines(tmp_path / "out" / f"{part}.jsonl")
        counts[part] = Counter(e["label"] for record in found for e in record["layers"][0]["entities"])
    assert counts["train"] == {"PERSON": 18, "PARTY": 18, "EVENT": 18}
    assert counts["dev"] == counts["test"] == {"PERSON": 6, "PARTY": 6, "EVENT": 6}


def test_label_maps_rename_leave_out_with_a_reason_and_can_be_files_and_pairs(project: Path, tmp_path: Path) -> None:
    report = run(project, tmp_path / "a", "--format", "khaotag", "--layer", "noi", "--map", "thainer")
    found = Counter(e["label"] for r in lines(tmp_path / "a" / "data.jsonl") for e in r["layers"][0]["entities"])
    assert found == {"PERSON": 30, "ORGANIZATION": 30}
    assert sum("EVENT" in loss["why"] for loss in report["dropped"]) == 30
    run(project, tmp_path / "b", "--format", "khaotag", "--layer", "noi", "--map", "PARTY=ORG")
    found = Counter(e["label"] for r in lines(tmp_path / "b" / "data.jsonl") for e in r["layers"][0]["entities"])
    assert found == {"PERSON": 30, "ORG": 30, "EVENT": 30}
    (tmp_path / "map.toml").write_text('PERSON = "PER"\nPARTY = "คณะ"\n', "utf-8")
    run(project, tmp_path / "c", "--format", "conll", "--layer", "noi", "--map", tmp_path / "map.toml")
    assert "B-คณะ" in (tmp_path / "c" / "data.conll").read_text("utf-8")
    for wrong in ("nothing", "NOBODY=ORG", "PARTY=", tmp_path / "in.jsonl", tmp_path / "missing.json"):
        refused = khaotag("export", project, tmp_path / "d", "--format", "khaotag", "--map", wrong)
        assert refused.code == 2, wrong
        assert refused.err


@pytest.mark.parametrize("unit", ["paragraph", "sentence"])
def test_units_keep_every_entity_whole_and_count_the_borders_that_moved(
    project: Path, tmp_path: Path, unit: str
) -> None:
    report = run(project, tmp_path / "out", "--format", "khaotag", "--layer", "noi", "--unit", unit)
    assert (report["articles"], report["entities"]) == (30, 90)
    assert report["units"]["joined"] >= 10
    found = lines(tmp_path / "out" / "data.jsonl")
    assert report["units"]["count"] == len(found)
    for record in found:
        for layer in record.get("layers", []):
            for entity in layer["entities"]:
                assert record["text"][entity["start"] : entity["end"]] == entity["text"]
    joined = next(record for record in found if record["id"] == "n0000#1")
    assert "\n" in joined["text"]
    assert joined["meta"]["article"] == "n0000"


def test_relation_examples_hold_the_asked_for_number_of_unrelated_pairs(project: Path, tmp_path: Path) -> None:
    words = ("--format", "relation-examples", "--layer", "noi", "--negatives", 1, "--seed", 4)
    report = run(project, tmp_path / "a", *words)
    found = lines(tmp_path / "a" / "data.jsonl")
    labels = Counter(row["label"] for row in found)
    assert labels["MEMBER_OF"] == 30
    assert 0 < labels["no_relation"] <= 30
    assert report["relations"] == 30
    assert all(
        row["text"][end["start"] : end["end"]] == end["text"] for row in found for end in (row["head"], row["tail"])
    )
    run(project, tmp_path / "b", *words)
    assert (tmp_path / "a" / "data.jsonl").read_bytes() == (tmp_path / "b" / "data.jsonl").read_bytes()


WRITERS = sorted(name for name, known in FORMATS.items() if known.writer is not None)


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


PARTS = ("--split", "60/20/20", "--stratify", "--unit", "paragraph")


@pytest.mark.parametrize(
    ("name", "parts"),
    [*((name, PARTS) for name in WRITERS), *((name, ("--folds", "3")) for name in ("khaotag", "conll", "brat"))],
)
def test_the_same_project_and_options_give_the_same_bytes_card_included(
    project: Path, tmp_path: Path, name: str, parts: tuple[str, ...]
) -> None:
    words = ("--format", name, "--layer", "noi", "--query", "ข่าว 1", "--card", *parts, "--json")
    answers = [khaotag("export", project, tmp_path / out, *words) for out in ("one", "two")]
    if answers[0].code == 3 and "the extra “" in answers[0].err:
        pytest.skip(answers[0].err)
    assert [answer.code in (0, 1) for answer in answers] == [True, True], answers[0].err
    assert dict(contents(tmp_path / "one")) == dict(contents(tmp_path / "two"))
    files = {file["path"] for file in answers[0].json["files"]}
    assert files == {str(tmp_path / "one" / path) for path, _ in contents(tmp_path / "one")}


def test_the_card_says_what_the_hub_reads_what_was_counted_and_what_was_left_out(project: Path, tmp_path: Path) -> None:
    words = ("--format", "khaotag", "--layer", "noi", "--split", "60/20/20", "--map", "thainer", "--card")
    report = run(project, tmp_path / "out", *words)
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    head, _, body = card.removeprefix("---\n").partition("\n---\n")
    assert head.splitlines()[:5] == [
        "language:",
        "- th",
        "license: unknown",
        "task_categories:",
        "- token-classification",
    ]
    assert "  - split: validation\n    path: dev.jsonl" in head
    assert "| PERSON | 18 | 6 | 6 |" in body
    assert "licence not stated: 30" in body
    assert "The label map has no label for EVENT. (30 times, in 30 articles)" in body
    assert "แท็กชื่อคนทั้งช่วง" in body
    for file in report["files"]:
        if not file["path"].endswith("README.md"):
            assert file["sha256"] in body
    assert str(tmp_path) not in card


def test_the_card_tells_how_far_those_who_finished_the_same_articles_agree(tmp_path: Path) -> None:
    records = [tagged(number, news(random.Random(number), 60)) for number in range(4)]
    for record in records:
        record["layers"].append({**record["layers"][0], "annotator": "malee"})
    project = project_of(tmp_path, records)
    run(project, tmp_path / "out", "--format", "khaotag", "--layer", "noi", "--card")
    body = (tmp_path / "out" / "README.md").read_text("utf-8")
    assert "| malee · noi | 4 | 12 | 1.000 | 1.000 |" in body
    assert "Krippendorff's alpha: 1.000" in body


def test_the_hubs_own_library_finds_the_parts_by_the_card(project: Path, tmp_path: Path) -> None:
    datasets = pytest.importorskip("datasets", reason="the hub's library is not installed")
    run(project, tmp_path / "out", "--format", "hf", "--layer", "noi", "--split", "60/20/20")
    loaded = datasets.load_dataset(str(tmp_path / "out"), cache_dir=str(tmp_path / "cache"))
    assert {name: len(part) for name, part in loaded.items()} == {"train": 18, "validation": 6, "test": 6}
    assert loaded["train"][0]["entities"]


@pytest.mark.slow
def test_words_from_other_processes_are_the_words_of_this_one(tmp_path: Path) -> None:
    random_ = random.Random(5)
    records = [tagged(number, news(random_, 12)) for number in range(460)]
    project = project_of(tmp_path, records)
    run(project, tmp_path / "many", "--format", "conll", "--layer", "noi")
    run(project, tmp_path / "few", "--format", "conll", "--layer", "noi", "--query", "n0450")
    many = (tmp_path / "many" / "data.conll").read_text("utf-8").split("-DOCSTART-\tO\n\n")
    assert len(many) == 460
    assert many[450].rstrip() == (tmp_path / "few" / "data.conll").read_text("utf-8").rstrip()


def test_a_file_and_a_server_give_the_same_parts_and_the_same_bytes(database_url: str, tmp_path: Path) -> None:
    random_ = random.Random(8)
    source = tmp_path / "in.jsonl"
    source.write_bytes(b"".join(orjson.dumps(tagged(number, news(random_, 40))) + b"\n" for number in range(12)))
    rich = {"id": "q", "label": "ORG", "start": 0, "end": 4, "note": "ถาม", "score": 0.5, "attributes": {"a": True}}
    record = tagged(12, news(random_, 40))
    record["layers"][0]["entities"].append(rich)
    with source.open("ab") as file:
        file.write(orjson.dumps(record) + b"\n")
    params = ExportParams("khaotag", "gold-else-done", split=(2, 1, 1), stratify=True, unit="paragraph", card=True)
    with Project.create(database_url, schemas.named(None)) as project:
        import_files(project, ImportParams([source]))
        save_recipe(project, "a", params)
        assert recipe(project, "a") == params
        report = export(project, tmp_path / "out", params)
    assert report.splits == {"train": 6, "dev": 4, "test": 3}
    shown = b"".join(data for name, data in contents(tmp_path / "out") if name != "README.md")
    # the same figure for both, and for whoever runs this elsewhere or later
    assert sha256(shown).hexdigest()[:12] == "3eba82f04108"
    assert "ถาม" in shown.decode()


def test_a_dry_run_tells_what_would_be_lost_and_writes_nothing(project: Path, tmp_path: Path) -> None:
    words = ("--format", "conll", "--layer", "noi", "--split", "60/20/20")
    told = run(project, tmp_path / "out", *words, "--dry-run")
    assert not (tmp_path / "out").exists()
    assert told["files"] == []
    done = run(project, tmp_path / "out", *words)
    assert done["dropped"]
    assert {**done, "files": []} == told


def test_a_recipe_is_repeated_from_the_command_line_with_other_words_beside_it(project: Path, tmp_path: Path) -> None:
    words = ("--format", "conll", "--layer", "noi", "--only", "PERSON", "--where", "desk=local", "--split", "60/20/20")
    run(project, tmp_path / "a", *words, "--map", "PARTY=ORG", "--unit", "paragraph", "--save-recipe", "ฝึก NER")
    run(project, tmp_path / "b", "--recipe", "ฝึก NER")
    assert dict(contents(tmp_path / "a")) == dict(contents(tmp_path / "b"))
    run(project, tmp_path / "c", "--recipe", "ฝึก NER", "--format", "khaotag")
    assert (tmp_path / "c" / "train.jsonl").exists()
    unknown = khaotag("export", project, tmp_path / "d", "--recipe", "อื่น")
    assert unknown.code == 2
    assert "ฝึก NER" in unknown.err
    assert khaotag("export", project, tmp_path / "d").code == 2


@pytest.mark.parametrize("after", [0, 1])
def test_a_cancelled_export_leaves_nothing_behind(project: Path, tmp_path: Path, after: int) -> None:
    (tmp_path / "out").mkdir()
    asked = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > after

    with Project.open(project, write=False) as opened, pytest.raises(Stopped):
        export(opened, tmp_path / "out" / "set", ExportParams("brat", "noi", split=(1, 1, 1)), cancelled=cancelled)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_target_that_would_overwrite_the_project_is_refused_with_its_card(project: Path, tmp_path: Path) -> None:
    before = project.read_bytes()
    for out in (project, tmp_path / ".." / tmp_path.name / "p.khaotag", tmp_path / "no" / "such" / "folder"):
        assert khaotag("export", project, out, "--format", "khaotag", "--layer", "noi").code == 2, out
    assert khaotag("export", project, tmp_path / "x.jsonl", "--format", "khaotag", "--card").code == 2
    (tmp_path / "link").symlink_to(project)
    assert khaotag("export", project, tmp_path / "link", "--format", "khaotag").code == 2
    assert project.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_no_project_and_no_other_database_is_ever_written_over(project: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.khaotag"
    assert khaotag("new", other).code == 0
    before = other.read_bytes()
    assert khaotag("export", project, other, "--format", "khaotag", "--json").code == 2
    assert other.read_bytes() == before


def test_a_name_that_no_system_takes_is_an_error_without_a_traceback(project: Path, tmp_path: Path) -> None:
    answer = khaotag("export", project, tmp_path / ("น" * 300), "--format", "khaotag", "--json")
    assert answer.code == 3
    assert "error" in answer.json
