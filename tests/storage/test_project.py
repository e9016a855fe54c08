"""A project keeps what it acknowledged, gives it back as it was, and takes it back step by step."""

from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import orjson
import pytest

from khaotag.models import edit
from khaotag.models.article import Exclusion
from khaotag.models.change import Change, apply
from khaotag.models.errors import BadInput, Unavailable
from khaotag.models.layer import Layer, Note
from khaotag.storage import history, schemas
from khaotag.storage.jobs.check import check
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Changed, Project

TEXT = "พล.ต.ท. คำรณ 🍊ธารา นายก อบต. หนองแสงทอง จังหวัดศรีธารา ร่วมกับพรรคธารประชา เมื่อ 5 มกราคม 2569"


def made(target: str, tmp_path: Path, text: str = TEXT) -> tuple[Project, str]:
    project = Project.create(target, schemas.named(None))
    source = tmp_path / "article.txt"
    source.write_text(text, "utf-8")
    report = import_files(project, ImportParams([source]))
    assert report.imported == 1, report
    return project, report.articles[0]


class Hand:
    """Somebody who tags one article."""

    def __init__(self, project: Project, article_id: str, name: str = "noi") -> None:
        self.project, self.article, self.name = project, project.read(article_id), name
        self.layer = project.layer(article_id, name)

    def do(self, change: Change) -> int:
        number = self.project.commit(change, self.name)
        self.layer = apply(self.layer, change.rows)
        return number

    def mark(self, mark_id: str, label: str, surface: str) -> int:
        start = self.article.text.index(surface)
        ranges = [(start, start + len(surface))]
        return self.do(edit.mark(self.article, self.layer, self.project.schema, mark_id, label, ranges))

    def relate(self, mark_id: str, label: str, head: str, tail: str) -> int:
        return self.do(edit.relate(self.article, self.layer, self.project.schema, mark_id, label, head, tail))


def test_everything_a_layer_can_hold_is_read_back_as_it_was_written(database_url: str, tmp_path: Path) -> None:
    project, article_id = made(database_url, tmp_path)
    with project:
        hand = Hand(project, article_id)
        hand.mark("e1", "PERSON", "คำรณ 🍊ธารา")
        hand.mark("e2", "POSITION", "นายก")
        hand.mark("e3", "LOCAL_GOV", "อบต. หนองแสงทอง")
        hand.mark("e4", "PERSON", "ธารา")
        split = [(0, 7), (13, 17)]
        hand.do(edit.mark(hand.article, hand.layer, project.schema, "e5", "ORG", split, note="ถาม", score=0.5))
        hand.relate("r1", "HOLDS_POSITION", "e1", "e2")
        hand.relate("r2", "POSITION_IN", "e2", "e3")
        hand.do(edit.chain(hand.article, hand.layer, "c1", ["e1", "e4"], None))
        hand.do(edit.set_attributes(hand.article, hand.layer, project.schema, "e2", {"acting": True}))
        hand.do(edit.leave_note(hand.article, hand.layer, Note("n1", "noi", "ดูอีกที")))
        hand.do(edit.set_labels(hand.article, hand.layer, project.schema, [project.schema.labels[0].id]))
        hand.do(edit.set_status(hand.article, hand.layer, "done"))
        assert project.layer(article_id, "noi") == hand.layer
        assert not check(project).problems


def test_undo_and_redo_survive_a_restart(database_url: str, tmp_path: Path) -> None:
    project, article_id = made(database_url, tmp_path)
    with project:
        hand = Hand(project, article_id)
        hand.mark("e1", "PERSON", "คำรณ")
        hand.mark("e2", "POSITION", "นายก")
        hand.relate("r1", "HOLDS_POSITION", "e1", "e2")
        before = project.layer(article_id, "noi")
    with Project.open(database_url) as project:
        assert project.undo(article_id, "noi") is not None
        assert not project.layer(article_id, "noi").relations
    with Project.open(database_url) as project:
        assert project.redo(article_id, "noi") is not None
        assert project.layer(article_id, "noi") == before
        assert project.redo(article_id, "noi") is None
        for _ in range(3):
            assert project.undo(article_id, "noi") is not None
        assert project.undo(article_id, "noi") is None
        assert project.layer(article_id, "noi").is_blank


def test_a_new_gesture_ends_what_could_be_redone(database_url: str, tmp_path: Path) -> None:
    project, article_id = made(database_url, tmp_path)
    with project:
        hand = Hand(project, article_id)
        hand.mark("e1", "PERSON", "คำรณ")
        project.undo(article_id, "noi")
        hand.layer = project.layer(article_id, "noi")
        hand.mark("e2", "POSITION", "นายก")
        assert project.redo(article_id, "noi") is None
        project.undo(article_id, "noi")
        assert project.undo(article_id, "noi") is None


def test_undo_takes_back_ones_own_last_change_and_nobody_elses(database_url: str, tmp_path: Path) -> None:
    project, article_id = made(database_url, tmp_path)
    with project:
        Hand(project, article_id, "noi").mark("e1", "PERSON", "คำรณ")
        Hand(project, article_id, "lek").mark("e1", "POSITION", "นายก")
        project.undo(article_id, "noi")
        assert project.layer(article_id, "noi").is_blank
        assert set(project.layer(article_id, "lek").entities) == {"e1"}


def test_a_change_made_on_an_older_state_is_refused_whole(database_url: str, tmp_path: Path) -> None:
    project, article_id = made(database_url, tmp_path)
    with project:
        first = Hand(project, article_id)
        stale = Hand(project, article_id)
        first.mark("e1", "PERSON", "คำรณ")
        first.do(edit.relabel(first.article, first.layer, project.schema, "e1", "GROUP"))
        stale.layer = apply(Layer("noi"), edit.mark(
            stale.article, Layer("noi"), project.schema, "e1", "PERSON", [(8, 12)]).rows)  # fmt: skip
        with pytest.raises(BadInput):
            stale.do(edit.remove(stale.article, stale.layer, "e1"))
        assert project.layer(article_id, "noi") == first.layer
        assert not check(project).problems


def test_repaired_tokens_and_exclusions_are_data_of_the_article(database_url: str, tmp_path: Path) -> None:
    project, article_id = made(database_url, tmp_path)
    with project:
        hand = Hand(project, article_id)
        tokens = project.tokens(hand.article)
        start, end = next(token for token in tokens.spans if token[1] - token[0] == 4)
        change = edit.split_token(hand.article, hand.layer, tokens.spans, tokens.tokenizer, start + 2)
        project.commit(change, "noi")
        cut = project.tokens(project.read(article_id)).spans
        assert (start, start + 2) in cut
        assert (start + 2, end) in cut
        article = project.read(article_id)
        merged = edit.merge_tokens(article, hand.layer, cut, tokens.tokenizer, start, end)
        project.commit(merged, "noi")
        assert not project.read(article_id).state.repaired
        article = project.read(article_id)
        project.commit(edit.exclude(article, hand.layer, Exclusion(0, 8, "ยศ", "confirmed")), "noi")
        assert project.tokens(project.read(article_id)).spans[0][0] == 8


def test_a_taught_word_stays_one_token(database_url: str, tmp_path: Path) -> None:
    project, article_id = made(database_url, tmp_path)
    with project:
        start = TEXT.index("หนองแสงทอง")
        assert (start, start + 10) not in project.tokens(project.read(article_id)).spans
        project.commit(edit.teach("หนองแสงทอง"), "noi")
        assert (start, start + 10) in project.tokens(project.read(article_id)).spans


def test_subscribers_hear_what_was_committed(database_url: str, tmp_path: Path) -> None:
    project, article_id = made(database_url, tmp_path)
    heard: list[Changed] = []
    with project:
        project.subscribe(heard.append)
        number = Hand(project, article_id).mark("e1", "PERSON", "คำรณ")
    assert heard == [Changed(article_id, ("noi", "e1"), number)]


def test_pages_of_the_list_meet_without_gap_or_overlap(database_url: str, tmp_path: Path) -> None:
    with Project.create(database_url, schemas.named(None)) as project:
        lines = [orjson.dumps({"text": f"ข่าวที่ {n}", "title": f"Title {n:03}"}) for n in range(57)]
        source = tmp_path / "many.jsonl"
        source.write_bytes(b"\n".join(lines))
        import_files(project, ImportParams([source], "jsonl"))
        Hand(project, project.page(limit=1).rows[0].id).mark("e1", "PERSON", "ข่าว")
        seen, after = [], None
        while True:
            page = project.page(after=after, limit=10)
            seen += [row.title for row in page.rows]
            after = page.next
            if after is None:
                break
        assert seen == [f"Title {n:03}" for n in range(57)]
        assert [row.title for row in project.page(query="title 05").rows] == [f"Title {n:03}" for n in range(50, 57)]
        assert project.counts("noi") == {"todo": 56, "in_progress": 1, "done": 0}
        assert len(project.page(status="todo", annotator="noi").rows) == 56
        assert [row.entities for row in project.page(status="in_progress", annotator="noi").rows] == [1]


def test_a_second_writer_learns_who_holds_the_project(tmp_path: Path) -> None:
    project, _ = made(str(tmp_path / "p.khaotag"), tmp_path)
    with project:
        with pytest.raises(Unavailable, match="pid"):
            Project.open(tmp_path / "p.khaotag")
        with Project.open(tmp_path / "p.khaotag", write=False) as reader:
            assert reader.counts()["todo"] == 1
    Project.open(tmp_path / "p.khaotag").close()


def test_a_row_changed_behind_the_programs_back_is_found_by_check(tmp_path: Path) -> None:
    path = tmp_path / "p.khaotag"
    project, article_id = made(str(path), tmp_path)
    with project:
        Hand(project, article_id).mark("e1", "PERSON", "คำรณ")
    raw = sqlite3.connect(path)
    raw.execute('UPDATE entity SET "end" = "end" - 1')
    raw.commit()
    raw.close()
    with Project.open(path) as project:
        assert any("damaged" in str(problem) for problem in check(project).problems)


def test_missing_newest_changes_are_told_when_the_project_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "p.khaotag"
    project, article_id = made(str(path), tmp_path)
    with project:
        Hand(project, article_id).mark("e1", "PERSON", "คำรณ")
        project.acknowledge(99)
    with Project.open(path) as project:
        assert "99" in str(project.warnings[0])


def test_counts_that_are_wrong_are_mended_by_repair(tmp_path: Path) -> None:
    path = tmp_path / "p.khaotag"
    made(str(path), tmp_path)[0].close()
    raw = sqlite3.connect(path)
    raw.execute("UPDATE article SET entities = 7")
    raw.commit()
    raw.close()
    with Project.open(path) as project:
        assert check(project).problems
        assert check(project, repair=True).repaired
        assert not check(project).problems


def test_a_text_without_a_title_is_listed_by_its_first_line(database_url: str, tmp_path: Path) -> None:
    with Project.create(database_url, schemas.named(None)) as project:
        source = tmp_path / "untitled.jsonl"
        source.write_bytes(orjson.dumps({"khaotag": 1, "text": "\nบรรทัดแรก\nบรรทัดสอง"}))
        import_files(project, ImportParams([source]))
        assert [row.title for row in project.page().rows] == ["บรรทัดแรก"]
        assert [row.title for row in project.page(annotator="noi").rows] == ["บรรทัดแรก"]


def test_a_dozen_threads_read_at_once_while_one_writes(database_url: str, tmp_path: Path) -> None:
    project, article_id = made(database_url, tmp_path)
    with project, ThreadPoolExecutor(12) as threads:
        go = threading.Barrier(12, timeout=20)

        def read(_: int) -> int:
            go.wait()
            for _ in range(20):
                with project.reading() as connection:
                    first = history.entries(connection, None, None, None)
                    project.layers(article_id)
                    assert history.entries(connection, None, None, None) == first
            return len(first)

        answers = threads.map(read, range(12))
        hand = Hand(project, article_id)
        for number in range(10):
            hand.do(edit.leave_note(hand.article, hand.layer, Note(f"n{number}", "noi", "?")))
        assert min(answers) >= 1
