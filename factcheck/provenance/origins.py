"""Copies of one wire text, and the number of independent origins of the claims of a group.

Two articles copy one text where the shorter one's shingles (runs of five words, digits masked) are
contained in the longer one's. That is asked twice: of the articles, and again of the sentences
around the claims, because papers lift single sentences of an agency into stories of their own.
Digits are masked so that a figure altered inside a copied sentence does not hide the copy.
Credits to agencies and shared speakers are another sort of evidence; they are reported
(`Origin.credits`) and merge nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from factcheck.models import Article, Claim
from factcheck.policy import Policy
from factcheck.provenance.credits import credits_of
from factcheck.results import Origin
from factcheck.text.plain import plain
from factcheck.text.tokeniser import JOINT, LETTERS, NUMBER, WORD, TextTokens

Shingle = tuple[str, ...]
Member = TypeVar("Member", str, "_Printed")
# What copies take as one: "don't", "1,204".
_TIES = re.compile(rf"{JOINT}(?:{LETTERS}['’]{LETTERS}|\d(?:[.,:]+\d)+)")
_WORDS = frozenset({WORD, NUMBER})


def masked_words(text: str) -> tuple[str, ...]:
    """The words of `text` without case, each number in digits replaced by one mask."""
    read = plain(text).text
    cut = TextTokens(read).joined(_TIES)
    return tuple([_masked(read[start:end]) for kind, start, end in cut if kind in _WORDS])


@lru_cache(maxsize=1 << 16)
def _masked(word: str) -> str:
    """A word without case; digits as one mask."""
    return "#" if word[0].isdecimal() else word.casefold().replace("’", "'")


@lru_cache(maxsize=1 << 12)
def masked_sentence(sentence: str) -> tuple[str, ...]:
    """The masked words of a sentence. Cached, since all its claims ask for them, in linking and in
    judging."""
    return masked_words(sentence)


def runs(words: tuple[str, ...], length: int) -> frozenset[Shingle]:
    """The runs of `length` words."""
    return frozenset(_runs(words, length))


def _runs(words: tuple[str, ...], length: int) -> Iterator[Shingle]:
    """The runs of `length` words, as an iterator."""
    return zip(*(words[i:] for i in range(length)), strict=False)


@dataclass(frozen=True)
class Copies:
    """The articles of a batch that share text.

    `story_id` gives each article id the id that represents all that print its story, whole or
    abridged; `same_text` that for all that print it word for word; `lifted` holds the pairs of ids
    that share a paragraph at least.
    """

    articles: Mapping[str, Article]
    story_id: Mapping[str, str]
    same_text: Mapping[str, str]
    lifted: frozenset[tuple[str, str]]
    _credits: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def share_a_paragraph(self, left: str, right: str) -> bool:
        """Whether the two articles share a lifted paragraph, or more."""
        pair = (self.same_text[left], self.same_text[right])
        return pair[0] == pair[1] or tuple(sorted(pair)) in self.lifted

    def credited(self, article_id: str) -> tuple[str, ...]:
        """The agencies that the article names as a source; read on demand."""
        if article_id not in self._credits:
            self._credits[article_id] = credits_of(self.articles[article_id])
        return self._credits[article_id]


def find_copies(articles: Sequence[Article], policy: Policy) -> Copies:
    """Compares every article with those that share its shingles. Near-linear in their text.

    The result does not depend on the order of `articles`.
    """
    by_id = {article.id: article for article in articles}
    same_text = _word_for_word(articles)
    keys = sorted(set(same_text.values()))
    length = policy.shingle_words
    several = keys if len(keys) > 1 else []  # one text is no copy of another
    texts = [set(map(hash, _runs(masked_words(by_id[key].text), length))) for key in several]
    joined = _DisjointSets(keys)
    lifted: set[tuple[str, str]] = set()
    for (left, right), number in _shared(texts, policy).items():
        share = Decimal(number) / min(len(texts[left]), len(texts[right]))
        if share >= policy.lifted:
            lifted.add((keys[left], keys[right]))
        if share >= policy.abridged:
            joined.join(keys[left], keys[right])
    story_id = {identity: joined.head(key) for identity, key in same_text.items()}
    return Copies(by_id, story_id, same_text, frozenset(lifted))


def _word_for_word(articles: Sequence[Article]) -> dict[str, str]:
    """For each article the first one with the same words."""
    first: dict[tuple[str, ...], str] = {}
    ids: dict[str, str] = {}
    for article in sorted(articles, key=lambda article: article.id):
        words = tuple(plain(article.text).text.split())
        # Texts without a word have nothing to be copies of.
        ids[article.id] = first.setdefault(words, article.id) if words else article.id
    return ids


def _shared(texts: Sequence[Set[int]], policy: Policy) -> Counter[tuple[int, int]]:
    """The number of shingles that each pair of texts shares.

    Texts are given by their index in `texts`, and shingles by their hash. An inverted index of
    those that are printed more than once, as few are.
    """
    seen: set[int] = set()
    again: set[int] = set()
    for own in texts:
        again |= own & seen
        seen |= own
    printed: defaultdict[int, list[int]] = defaultdict(list)
    for index, own in enumerate(texts):
        for shingle in own & again:
            printed[shingle].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for places in printed.values():
        for place, later in enumerate(places[1:], start=1):
            for earlier in places[: min(place, policy.postings)]:
                shared[earlier, later] += 1
    return shared


def origins_of(claims: Sequence[Claim], copies: Copies, policy: Policy) -> tuple[Origin, ...]:
    """The independent origins of the claims of one group, the best supported first.

    Claims whose sentences are copies have one origin. The other claims of an article are the
    article's own, together with those of whoever prints its story.
    """
    if len(claims) == 1:
        return (_origin(claims, "", copies),)
    printed: defaultdict[_Printed, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        text = claim.sentence.of(copies.articles[claim.article_id].part(claim.part))
        printed[_Printed(copies.story_id[claim.article_id], masked_sentence(text))].append(claim)
    joined = _DisjointSets(printed)
    evidence: dict[_Printed, str] = {}
    # The closest copy of a sentence comes last, and is the one that is reported.
    copied = sorted(_copied_sentences(printed, copies, policy), key=lambda one: one[2])
    for left, right, share in copied:
        joined.join(left, right)
        whole = share >= policy.sentence_altered
        evidence[left] = evidence[right] = "the same sentence" if whole else "parts of one sentence"
    own: dict[str, _Printed] = {}
    answered: dict[tuple[str, tuple[object, ...]], _Printed] = {}
    for node in sorted(printed):
        if node not in evidence:
            joined.join(own.setdefault(node.story_id, node), node)
        # A headline that repeats the figure of a copied sentence is no second source for it.
        for claim in printed[node]:
            joined.join(answered.setdefault((node.story_id, _answer(claim)), node), node)
    members: defaultdict[_Printed, list[_Printed]] = defaultdict(list)
    for node in sorted(printed):
        members[joined.head(node)].append(node)
    place = {claim.id: index for index, claim in enumerate(claims)}
    found = [
        _origin(
            sorted((c for node in nodes for c in printed[node]), key=lambda c: place[c.id]),
            next((evidence[node] for node in nodes if node in evidence), ""),
            copies,
        )
        for nodes in members.values()
    ]
    return tuple(sorted(found, key=lambda o: (-len(o.articles), min(o.claims))))


def _answer(claim: Claim) -> tuple[object, ...]:
    """The figures or days that a claim gives, as written."""
    if claim.quantity is None:
        return (claim.when and (claim.when.start, claim.when.end, claim.when.pattern),)
    return claim.quantity.low, claim.quantity.high, claim.quantity.unit


class _Printed(NamedTuple):
    """A sentence as one story prints it: outlets that print the story whole do not count twice."""

    story_id: str
    words: tuple[str, ...]


def _copied_sentences(
    printed: Mapping[_Printed, Sequence[Claim]], copies: Copies, policy: Policy
) -> Iterator[tuple[_Printed, _Printed, Decimal]]:
    """The pairs of sentences of different stories that are copies, and how much they share."""
    stories: defaultdict[tuple[str, ...], list[_Printed]] = defaultdict(list)
    for node in sorted(printed):
        # A sentence of a few words is no evidence: many reporters would have chosen them.
        if len(node.words) >= policy.sentence_shingles + policy.shingle_words - 1:
            stories[node.words].append(node)
    for first, *others in stories.values():
        yield from ((first, other, Decimal(1)) for other in others)
    sentences = list(stories)
    texts = [set(map(hash, _runs(words, policy.shingle_words))) for words in sentences]
    for (left, right), number in _shared(texts, policy).items():
        share = Decimal(number) / min(len(texts[left]), len(texts[right]))
        if number < policy.sentence_shingles or share < policy.sentence_lifted:
            continue
        for one, other in product(stories[sentences[left]], stories[sentences[right]]):
            if one.story_id != other.story_id and (
                share >= policy.sentence_copied or _lifted(printed[one], printed[other], copies)
            ):
                yield one, other, share


def _lifted(left: Sequence[Claim], right: Sequence[Claim], copies: Copies) -> bool:
    """Whether some articles of two sets of claims share a paragraph."""
    articles = product({c.article_id for c in left}, {c.article_id for c in right})
    return any(copies.share_a_paragraph(one, other) for one, other in articles)


def _origin(claims: Sequence[Claim], evidence: str, copies: Copies) -> Origin:
    """The origin of some claims, with the evidence that they share it."""
    articles = tuple(dict.fromkeys(claim.article_id for claim in claims))
    if len(articles) == 1:
        evidence = ""
    credited = {agency for article in articles for agency in copies.credited(article)}
    speakers = {claim.attribution for claim in claims if claim.attribution}
    return Origin(
        articles=articles,
        claims=tuple(claim.id for claim in claims),
        evidence=evidence or ("the same story, whole or abridged" if len(articles) > 1 else ""),
        credits=tuple(sorted(credited)),
        speakers=tuple(sorted(speakers)),
    )


class _DisjointSets(Generic[Member]):
    """Disjoint sets; the head of a set is its least member, whatever the order of joins."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._parent: dict[Member, Member] = {member: member for member in members}

    def head(self, member: Member) -> Member:
        """The member that represents the set of this one."""
        root = member
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[member] != root:
            self._parent[member], member = root, self._parent[member]
        return root

    def join(self, left: Member, right: Member) -> None:
        """Merge the sets of two members."""
        a, b = sorted((self.head(left), self.head(right)))
        self._parent[b] = a
