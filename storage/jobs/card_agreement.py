"""How far the annotators agree, as a dataset card says it; what cannot be computed is a dash with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from ...models.agreement_sample import Score
from ...models.errors import BadInput
from ..project import Project
from .agree import agree
from .provenance import markdown_line


def agreement_lines(project: Project) -> Iterator[str]:
    """Return a table of pairs, then the coefficients over all."""
    try:
        found = agree(project).agreement
    except BadInput as error:
        yield f"Not computed: {markdown_line(str(error.message))}"
        return
    yield f"Over the {found.articles} articles of the project that at least two people have finished."
    yield ""
    yield "| pair | articles | marks | F1 exact | F1 overlap | kappa | F1 relations |"
    yield "|---|---|---|---|---|---|---|"
    for pair in found.pairs:
        scores = (pair.exact.f1, pair.overlap.f1, pair.kappa, pair.relations.f1)
        names = f"{markdown_line(pair.a)} · {markdown_line(pair.b)}"
        yield f"| {names} | {pair.articles} | {pair.n} | " + " | ".join(map(_shown, scores)) + " |"
    yield ""
    for name, score in (
        ("Krippendorff's alpha", found.alpha),
        ("alpha for unitizing", found.alpha_u),
        ("Fleiss' kappa", found.fleiss),
    ):
        why = f" ({markdown_line(str(score.why))})" if score.value is None and score.why is not None else ""
        yield f"- {name}: {_shown(score)}{why}"


def _shown(score: Score) -> str:
    return "—" if score.value is None else f"{score.value:.3f}"
