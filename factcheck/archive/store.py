"""All statements by which an archive reads and writes its database."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.archive.database import Database
from factcheck.archive.rows import (
    ARTICLE,
    article_of,
    article_row,
    claim_of,
    claim_row,
    gravity_of,
    group_of,
    group_row,
    possible_of,
    possible_row,
    profile_of,
)
from factcheck.decisions import Decision
from factcheck.judge import Gravity
from factcheck.linkage import rank_of_possible
from factcheck.linkage.profiles import Profile
from factcheck.models import Article, Claim
from factcheck.naming import printed_words
from factcheck.results import Group, Possible

_CLAIMS = (
    "SELECT articles.place, claims.number, claims.record FROM claims "
    "JOIN articles ON articles.number = claims.article_number WHERE articles.current"
)
_ARTICLES = f"SELECT number, place, text_number, {ARTICLE} FROM articles WHERE current"


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """A current article with its number, its place and the number of its text."""

    number: int
    place: int
    text: int
    article: Article


@dataclass(frozen=True, slots=True)
class StoredText:
    """A text with what stories are found by. `place` is that of the first article that prints it,
    `words` its language and words, `story` the story that it was in."""

    number: int
    place: int
    words: tuple[str, str]
    profile: Profile
    days: tuple[int, ...]
    story: int | None


@dataclass(frozen=True, slots=True)
class StoredGroup:
    """A stored group, to compare with its new state: `answers` holds the answer of each of its
    claims, by the name of the claim."""

    id: str
    verdict: str
    arose: str
    turned: str
    answers: Mapping[str, str | None]


class Store:
    """Queries and updates of an archive's database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.reading, self.writing = database.reading, database.writing
        self.rows, self.each, self.among = database.rows, database.each, database.among
        self.insert, self.many = database.insert, database.many

    # Articles and their claims

    def elder(self, article: Article) -> StoredArticle | None:
        """The current article that this one is a later version of: the one with its address, or
        else with its id, unless both have an address."""
        by_url = self._kept("AND url = ?", article.url) if article.url else []
        by_id = self._kept("AND id = ?", article.id)
        named = [k for k in by_id if k.article.url is None or article.url is None]
        return next(iter((*by_url, *named)), None)

    def is_taken(self, article_id: str) -> bool:
        """Whether a current article has this id."""
        return bool(self._kept("AND id = ?", article_id))

    def _kept(self, which: str, *values: str | None) -> list[StoredArticle]:
        """The stored articles that a condition of SQL selects."""
        rows = self.rows(f"{_ARTICLES} {which}", *values)
        return [_kept(row) for row in rows]

    def put(
        self, article: Article, digest: bytes, at: str, elder: StoredArticle | None
    ) -> StoredArticle:
        """Store an article, in the place of its earlier version if it has one."""
        if elder is not None:
            self.rows("UPDATE articles SET current = false WHERE number = ?", elder.number)
            self.rows("DELETE FROM claims WHERE article_number = ?", elder.number)
            place = elder.place
        else:
            [(place,)] = self.rows("SELECT coalesce(max(place), 0) + 1 FROM articles")
        self.rows("INSERT INTO texts (digest) VALUES (?) ON CONFLICT DO NOTHING", digest)
        [(text,)] = self.rows("SELECT number FROM texts WHERE digest = ?", digest)
        own = {"place": place, "current": True, "added": at, "text_number": text, "read_by": ""}
        self.insert("articles", {**article_row(article), **own})
        [(number,)] = self.rows("SELECT max(number) FROM articles")  # no other one writes
        return StoredArticle(number, place, text, article)

    def put_claims(self, kept: StoredArticle, claims: Iterable[Claim], read_by: str) -> None:
        """Store the claims of an article, in place of earlier ones, and the version of the package
        that read it."""
        self.rows("DELETE FROM claims WHERE article_number = ?", kept.number)
        self.rows("UPDATE articles SET read_by = ? WHERE number = ?", read_by, kept.number)
        for claim in claims:
            row = {"article_number": kept.number, **claim_row(claim, kept.article)}
            self.insert("claims", row)

    def articles(self, texts: Collection[int] | None = None) -> list[StoredArticle]:
        """The current articles of some texts, or of all, in the order of their places."""
        rows = self.among(_ARTICLES, "text_number", texts)
        return sorted(map(_kept, rows), key=lambda kept: kept.place)

    def articles_of(self, ids: Iterable[str]) -> list[StoredArticle]:
        """The current articles of these ids, in the order of their places."""
        rows = self.among(_ARTICLES, "id", set(ids))
        return sorted(map(_kept, rows), key=lambda kept: kept.place)

    def articles_at(self, places: Collection[int]) -> list[Article]:
        """The current articles of these places, in their order."""
        rows = self.among(_ARTICLES, "place", places)
        return [kept.article for kept in sorted(map(_kept, rows), key=lambda kept: kept.place)]

    def claims(self, texts: Collection[int] | None = None) -> list[Claim]:
        """The claims of the current articles of some texts, or of all, in the order of their
        places."""
        return _in_order(self.among(_CLAIMS, "text_number", texts))

    def claims_named(self, names: Collection[str]) -> list[Claim]:
        """The claims with these names, in the order of their places."""
        return _in_order(self.among(_CLAIMS, "claims.name", names))

    def texts_with(self, names: Collection[str]) -> set[int]:
        """The texts that hold a claim in the words of one of these names, in any outlet."""
        rows = self.each(
            "SELECT text_number FROM claims "
            "JOIN articles ON articles.number = claims.article_number WHERE claims.words IN",
            {printed_words(name) for name in names},
        )
        return {text for (text,) in rows}

    # Texts and stories

    def shelve(
        self,
        text: int,
        profile: Profile,
        days: Sequence[int],
        shelved: Iterable[tuple[str, object, float]],
    ) -> None:
        """Index a text by its profile and days."""
        columns = json.dumps(profile.weights), json.dumps(days)
        self.rows("UPDATE texts SET profile = ?, days = ? WHERE number = ?", *columns, text)
        self.many(
            "INSERT INTO shelves (word, shelf, text_number, weight) VALUES (?, ?, ?, ?)",
            ((word, str(shelf), text, weight) for word, shelf, weight in shelved),
        )

    def put_beside(self, text: int, others: Iterable[int]) -> None:
        """Store which texts a text is alike to."""
        self.many(
            "INSERT INTO alike (text_number, other) VALUES (?, ?)",
            [pair for other in others for pair in ((text, other), (other, text))],
        )

    def take_off(self, text: int) -> set[int]:
        """Remove a text from the index; return the texts that it was alike to."""
        rows = self.rows("SELECT other FROM alike WHERE text_number = ?", text)
        for table, column in (
            ("shelves", "text_number"), ("alike", "text_number"), ("alike", "other"),
        ):  # fmt: skip
            self.rows(f"DELETE FROM {table} WHERE {column} = ?", text)
        self.rows("UPDATE texts SET profile = NULL, days = NULL WHERE number = ?", text)
        return {other for (other,) in rows}

    def on_shelves(self, word: str, shelves: Iterable[object]) -> dict[int, float]:
        """The texts indexed on some shelves of a word, with its weight there."""
        named = [str(shelf) for shelf in shelves]
        marks = ", ".join("?" * len(named))
        return dict(
            self.rows(
                f"SELECT text_number, weight FROM shelves WHERE word = ? AND shelf IN ({marks})",
                word,
                *named,
            )
        )

    def shelved(self, text: int) -> tuple[Profile, tuple[int, ...]] | None:
        """The profile and the days of a text, if it is indexed."""
        [(profile, days)] = self.rows("SELECT profile, days FROM texts WHERE number = ?", text)
        return None if profile is None else (profile_of(profile), tuple(json.loads(days)))

    def pairs(self, texts: Collection[int]) -> list[tuple[int, int]]:
        """The pairs of alike texts in which one of some texts is."""
        return self.each("SELECT text_number, other FROM alike WHERE text_number IN", texts)

    def texts(self, numbers: Collection[int]) -> list[StoredText]:
        """The indexed texts among these, in the order of their words."""
        rows = self.each(
            "SELECT texts.number, place, language, text, profile, days, story FROM texts "
            "JOIN articles ON text_number = texts.number AND current "
            "WHERE profile IS NOT NULL AND texts.number IN",
            numbers,
        )
        first = {number: (number, *fields) for number, *fields in sorted(rows, reverse=True)}
        found = (
            StoredText(
                number,
                place,
                (language, " ".join(text.split())),
                profile_of(profile),
                tuple(json.loads(days)),
                story,
            )
            for number, place, language, text, profile, days, story in first.values()
        )
        return sorted(found, key=lambda text: text.words)

    def stories(self, texts: Collection[int]) -> dict[int, int]:
        """The story of each of these texts that has one."""
        rows = self.each("SELECT number, story FROM texts WHERE number IN", texts)
        return {number: story for number, story in rows if story is not None}

    def stories_of(self, articles: Iterable[str]) -> dict[str, int]:
        """The story of each of these articles, by their ids, that has one."""
        rows = self.each(
            "SELECT id, story FROM articles JOIN texts ON texts.number = text_number "
            "WHERE current AND story IS NOT NULL AND id IN",
            set(articles),
        )
        return dict(rows)

    def texts_of(self, stories: Collection[int]) -> dict[int, set[int]]:
        """The texts of each of these stories."""
        found: dict[int, set[int]] = {story: set() for story in stories}
        for number, story in self.each("SELECT number, story FROM texts WHERE story IN", stories):
            found[story].add(number)
        return found

    def assign_story(self, text: int, story: int | None) -> None:
        """Store which story a text is of."""
        self.rows("UPDATE texts SET story = ? WHERE number = ?", story, text)

    # Groups, and what may be one question

    def take_groups(self, stories: Collection[int]) -> list[StoredGroup]:
        """Remove the groups of some stories, and return them."""
        within = "FROM groups WHERE story IN"
        rows = self.each(f"SELECT id, verdict, arose, turned, told {within}", stories)
        self.each(f"DELETE {within}", stories)
        self.each("DELETE FROM possible WHERE story IN", stories)
        self.each("UPDATE claims SET group_id = NULL WHERE group_id IN", [row[0] for row in rows])
        return [
            StoredGroup(group, verdict, arose, turned, json.loads(answers))
            for group, verdict, arose, turned, answers in rows
        ]

    def put_group(
        self, group: Group, gravity: Gravity, story: int, arose: str, turned: str
    ) -> None:
        """Store a group, with the times when it arose and when it got its verdict."""
        times = {"arose": arose, "turned": turned}
        self.insert("groups", {**group_row(group, gravity), "story": story, **times})

    def put_into(self, group: Group) -> None:
        """Store that the claims of a group answer its question."""
        self.many(
            "UPDATE claims SET group_id = ? WHERE id = ?",
            ((group.id, claim.id) for claim in group.claims),
        )

    def put_possible(self, possible: Possible, score: float, story: int) -> None:
        """Store a possible question."""
        self.insert("possible", {**possible_row(possible), "score": score, "story": story})

    def turned_since(self, verdict: str | None, since: str) -> set[int]:
        """The stories with a group that got its verdict, or this verdict, at that time or later."""
        rows = self.rows("SELECT story, verdict FROM groups WHERE turned >= ?", since)
        return {story for story, found in rows if verdict in (None, found)}

    def groups(
        self, stories: Collection[int] | None, claims: Mapping[str, Claim]
    ) -> list[tuple[Gravity, str, Group]]:
        """The groups of some stories, or of all, the gravest first, each with its gravity and the
        time when it got its verdict."""
        statement = "SELECT gravity, turned, members, record FROM groups WHERE true"
        rows = self.among(statement, "story", stories)
        return sorted(
            (gravity_of(gravity), turned, group_of(record, members, claims))
            for gravity, turned, members, record in rows
        )

    def possible(
        self, stories: Collection[int] | None, claims: Mapping[str, Claim]
    ) -> list[Possible]:
        """The possible questions of some stories, or of all, the likeliest first."""
        statement = "SELECT score, question, kind, fits, open, members FROM possible WHERE true"
        rows = self.among(statement, "story", stories)
        found = [(score, possible_of(fields, claims)) for score, *fields in rows]
        found.sort(key=lambda one: rank_of_possible(one[0], one[1].claims))
        return [possible for _, possible in found]

    # Decisions, and what stands in the file

    def decisions(self) -> list[Decision]:
        """The decisions of an editor, in the order in which they were made."""
        rows = self.rows("SELECT record FROM decisions ORDER BY number")
        return [Decision.model_validate_json(record) for (record,) in rows]

    def decide(self, decisions: Iterable[Decision]) -> None:
        """Replace the stored decisions by these."""
        self.rows("DELETE FROM decisions")
        for decision in decisions:
            self.insert("decisions", {"record": decision.model_dump_json()})

    def count(self, table: str, where: str = "true") -> int:
        """The number of rows of a table."""
        [(number,)] = self.rows(f"SELECT count(*) FROM {table} WHERE {where}")
        return int(number)


def _kept(row: Sequence[Any]) -> StoredArticle:
    """The stored article of a row."""
    number, place, text, *fields = row
    return StoredArticle(number, place, text, article_of(fields))


def _in_order(rows: Iterable[tuple[int, int, str]]) -> list[Claim]:
    """The claims of rows, in the order of their places."""
    return [claim_of(record) for _, _, record in sorted(rows)]
