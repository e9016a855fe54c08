"""The dataset card: a README.md that people read and the Hugging Face hub understands, the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import orjson
from sqlalchemy import Connection

from ... import __version__
from ...models.schema import EntityType, RelationType, Schema
from ..engines import crfcut, newmm
from .choose_articles import choose
from .export_params import ExportParams
from .export_report import ExportReport, by_reason
from .provenance import Provenance, markdown_line

CARD = "README.md"
CARD_ALWAYS = frozenset(("hf",))

# The steps that the hub sorts data sets by; a name for everything below the first one.
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_LOADED = frozenset((".parquet", ".jsonl", ".json", ".csv"))  # what the hub's loaders read
_HUB_SPLITS = {"data": "train", "dev": "validation"}
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.-")


def card(
    connection: Connection,
    name: str,
    params: ExportParams,
    schema: Schema,
    report: ExportReport,
    agreement: Sequence[str],
    out: Path,
) -> str:
    """Return the card of an export whose other files are in the report already."""
    told = Provenance(connection, choose(connection, params).articles)
    sections = (
        _head(report, told, out),
        [f"# {markdown_line(name)}", "", _about(params, report)],
        _section("Counts", _counts(report)),
        _section("How it was made", [*_choice(params), *_making(params, report)]),
        _section("Agreement", agreement),
        _section("Labels", _guide(schema, report)),
        _section("Sources and licences", told.lines()),
        _section("What was left out", _left_out(report)),
        _section("Files", _files(report, out)),
    )
    return "\n".join(line for section in sections for line in section) + "\n"


def _section(title: str, lines: Iterable[str]) -> list[str]:
    return ["", f"## {title}", "", *lines]


def _head(report: ExportReport, told: Provenance, out: Path) -> list[str]:
    """Return the block that the hub reads."""
    licences = sorted(told.licences)
    known = len(licences) == 1 and not told.without
    count = sum(report.splits.values()) or report.articles
    lines = ["---", "language:", "- th", f"license: {_yaml(licences[0].lower()) if known else 'unknown'}"]
    lines += ["task_categories:", "- token-classification", "task_ids:", "- named-entity-recognition"]
    lines += ["size_categories:", f"- {next((name for top, name in _SIZES if count < top), '1M<n<10M')}"]
    configs = _configs(report, out)
    if configs:
        lines.append("configs:")
        for name, files in configs.items():
            lines += [f"- config_name: {_yaml(name)}", "  data_files:"]
            for split, path in files:
                lines += [f"  - split: {split}", f"    path: {_yaml(path)}"]
    return [*lines, "---"]


def _configs(report: ExportReport, out: Path) -> dict[str, list[tuple[str, str]]]:
    """Return the data files of each configuration: one, or one a fold; none where the hub cannot read the files."""
    found: dict[str, list[tuple[str, str]]] = {}
    paths = [file.path.relative_to(out) for file in report.files if file.path.suffix in _LOADED]
    for part in report.labels:
        fold, _, name = part.rpartition("/")
        here = [below for below in paths if below.stem == name and (not fold or below.parts[0] == fold)]
        path = here[0] if here else None
        if path is None:
            return {}
        found.setdefault(fold or "default", []).append((_HUB_SPLITS.get(name, name), path.as_posix()))
    return found


def _about(params: ExportParams, report: ExportReport) -> str:
    parts = f", split into {len(report.splits)} parts" if report.splits else ""
    return (
        f"Thai texts with {report.entities} entities and {report.relations} relations in {report.articles} articles"
        f"{parts}, in the format “{params.format}”. Offsets are Unicode code points, end exclusive, unless the format "
        "counts words."
    )


def _counts(report: ExportReport) -> Iterator[str]:
    """Return a table of labels by part."""
    parts = list(report.labels)
    yield "| | " + " | ".join(parts) + " |"
    yield "|---" * (len(parts) + 1) + "|"
    if report.splits:
        yield "| articles | " + " | ".join(str(report.splits[part]) for part in parts) + " |"
    else:
        yield f"| articles | {report.articles} |"
    for label in sorted({label for counted in report.labels.values() for label, n in counted.items() if n}):
        yield f"| {markdown_line(label)} | " + " | ".join(str(report.labels[part][label]) for part in parts) + " |"


def _choice(params: ExportParams) -> Iterator[str]:
    yield f"- layer: {markdown_line(params.layer or 'gold, else the only one, else every one')}"
    if params.status:
        yield f"- status: {params.status}"
    for key, value in params.where:
        yield f"- articles with {markdown_line(key)} = {markdown_line(value)}"
    if params.query:
        yield f"- articles with “{markdown_line(params.query)}” in the title"
    if params.only is not None:
        yield f"- labels: {markdown_line(', '.join(sorted(params.only)))}"
    if params.map:
        yield f"- label map: {markdown_line(', '.join(Path(name).name for name in params.map))}"


def _making(params: ExportParams, report: ExportReport) -> Iterator[str]:
    if params.parted:
        shares = "/".join(map(str, params.split)) if params.split else f"{params.folds} folds"
        also = ", stratified by label" if params.stratify else ""
        yield f"- split: {shares} by {params.by}{also}, seed {params.seed}"
        alike = "may be in different parts" if params.apart else "are in one part"
        yield f"- near-duplicates (Jaccard index of character 5-grams of 0.8 or more) {alike}"
    for name, count in report.near_duplicates.items():
        yield f"- near-duplicate {name}: {count}"
    if params.unit != "article":
        engine = f" by {crfcut.name()}" if params.unit == "sentence" else ""
        units = report.units
        yield f"- unit: {params.unit}{engine}; {units.get('count', 0)} units, {units.get('joined', 0)} borders moved"
    if params.negatives:
        yield f"- pairs without a relation beside each relation: {params.negatives}, seed {params.seed}"
    yield f"- tokenizer: {newmm.name()}, words repaired by hand where people did; {report.cut_tokens} words cut"
    if report.judged_entities:
        yield (f"- entities that begin and end with words of the target's own tokenizer: "
               f"{report.whole_entities} of {report.judged_entities}")  # fmt: skip
    yield f"- tag scheme: {params.scheme}; nested entities: {params.nested}"
    yield f"- made with Khaotag {__version__}"


def _guide(schema: Schema, report: ExportReport) -> Iterator[str]:
    """Return what each label means, by the schema's own guideline; labels that nobody used are named alone."""
    used = {label for counted in report.labels.values() for label, count in counted.items() if count}
    yield f"Schema “{markdown_line(schema.name)}”, version {schema.version}."
    kinds: list[EntityType | RelationType] = [*schema.entities, *schema.relations]
    for kind in kinds:
        if kind.id in used:
            yield ""
            names = dict.fromkeys(name for name in (kind.name.th, kind.name.en) if name)
            yield f"**{markdown_line(kind.id)}** ({markdown_line(' · '.join(names))})"
            for text in dict.fromkeys((kind.guideline.th, kind.guideline.en)):
                if text:
                    yield f": {markdown_line(text)}"
    unused = [kind.id for kind in kinds if kind.id not in used]
    if unused:
        yield ""
        yield f"Not used: {markdown_line(', '.join(unused))}."


def _left_out(report: ExportReport) -> Iterator[str]:
    if report.without_layer:
        yield f"- Articles without the chosen layer: {report.without_layer}"
    for reason in by_reason(report.dropped):
        yield f"- {markdown_line(str(reason.why))} ({reason.times} times, in {reason.articles} articles)"
    if not report.dropped and not report.without_layer:
        yield "Nothing."


def _files(report: ExportReport, out: Path) -> Iterator[str]:
    files = [file for file in report.files if file.path != out / CARD]
    for file in files[:1000]:
        yield f"- `{file.path.relative_to(out).as_posix()}`, SHA-256 `{file.sha256}`"
    if len(files) > 1000:
        yield f"- and {len(files) - 1000} further files"


def _yaml(text: str) -> str:
    """Return a value of the head, in quotes unless it is plain."""
    return text if text and set(text) <= _PLAIN and text[0].isalpha() else orjson.dumps(text).decode()
