"""Dealing out: who tags which article, so many a person and so many people an article, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence

from .errors import BadInput

Dealt = dict[str, list[str]]


def deal(
    articles: Sequence[str],
    people: Sequence[str],
    per_article: int,
    seed: int = 0,
    quotas: Mapping[str, int] | None = None,
    have: Mapping[str, Collection[str]] | None = None,
) -> Dealt:
    """Return new articles for each person, in the order given, until each article has *per_article* people.

    *have* says who has which article already (also people who are not dealt to now), *quotas* how many articles
    somebody takes at most, those they have included.  Whoever has the fewest is dealt to next; the seed settles ties.
    Where quotas run out, articles are left with fewer people.  Raises BadInput where there are too few people.
    """
    names = list(dict.fromkeys(people))
    if not 1 <= per_article <= len(names):
        raise BadInput(
            "Each article can be given to 1 to {count} of these people, not to {wanted}.",
            count=len(names),
            wanted=per_article,
        )
    dice = random.Random(seed)  # noqa: S311 - a seed must deal the same again
    order = list(articles)
    dice.shuffle(order)
    taken = {name: set((have or {}).get(name, ())) for name in {*names, *(have or {})}}
    dealt: dict[str, set[str]] = {name: set() for name in names}
    for article in order:
        lacking = per_article - sum(article in theirs for theirs in taken.values())
        free = [name for name in names if article not in taken[name] and _has_room(name, taken[name], quotas)]
        rank = {name: dice.random() for name in free}
        for name in sorted(free, key=lambda one: (len(taken[one]), rank[one]))[: max(0, lacking)]:
            taken[name].add(article)
            dealt[name].add(article)
    return {name: [article for article in articles if article in theirs] for name, theirs in dealt.items()}


def _has_room(name: str, taken: Collection[str], quotas: Mapping[str, int] | None) -> bool:
    return len(taken) < (quotas or {}).get(name, len(taken) + 1)
