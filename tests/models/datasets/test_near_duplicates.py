"""Near-duplicate texts are found, whatever order they come in, and the texts themselves decide."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from khaotag.models.datasets.near_duplicates import ALIKE, grams, jaccard, near_duplicates, signature

WORDS = [f"{a}{b}{c}" for a in "กขคงจฉชซ" for b in "าิีึืุู" for c in "นมงกดบ"]


def news(random_: random.Random, words: int = 300) -> str:
    return "".join(random_.choice(WORDS) for _ in range(words))


def reposted(random_: random.Random, text: str, changed: int) -> str:
    """The text with so many letters written over at random places."""
    letters = list(text)
    for place in random_.sample(range(len(letters)), changed):
        letters[place] = random_.choice("ฬฮฌ")
    return "".join(letters)


def test_every_planted_copy_is_in_the_group_of_its_original() -> None:
    random_ = random.Random(2)
    texts = [news(random_) for _ in range(300)]
    for number in range(60):
        texts.append(reposted(random_, texts[number], random_.randrange(40)))
    groups = near_duplicates(texts, texts.__getitem__)
    sets = [grams(text) for text in texts]
    near = far = 0
    for number in range(60):
        alike = jaccard(sets[number], sets[300 + number]) >= ALIKE
        near, far = near + alike, far + (not alike)
        assert (groups[number] == groups[300 + number]) is alike
    assert near > 10
    assert far > 10
    assert len(set(groups[:300])) == 300


def test_copies_of_copies_are_one_group() -> None:
    random_ = random.Random(4)
    chain = [news(random_)]
    for _ in range(8):
        chain.append(reposted(random_, chain[-1], 15))
    assert jaccard(grams(chain[0]), grams(chain[-1])) < ALIKE
    assert len(set(near_duplicates(chain, chain.__getitem__))) == 1


@settings(max_examples=60)
@given(st.lists(st.text(alphabet="กข ค", max_size=12), max_size=12))
def test_no_two_groups_hold_texts_that_are_alike(texts: list[str]) -> None:
    groups = near_duplicates(texts, texts.__getitem__)
    for one, text in enumerate(texts):
        for other in range(one):
            if (
                jaccard(grams(text), grams(texts[other])) >= ALIKE
                and signature(text).tolist() == signature(texts[other]).tolist()
            ):
                assert groups[one] == groups[other]


def test_a_signature_says_the_same_of_a_text_of_a_million_letters_cut_into_blocks() -> None:
    text = news(random.Random(1), 30_000)
    assert (signature(text + text) == signature(text)).mean() > 0.95
