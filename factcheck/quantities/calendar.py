"""Figures of dates and clock times: "26 December 2023", "the 2018 election", "10 a.m.", "0735"."""

from __future__ import annotations

from factcheck.quantities.amounts import Amount
from factcheck.quantities.glued import looks_like_year
from factcheck.quantities.lexicon import QuantityLexicon
from factcheck.quantities.subjects import are_people, shows_count
from factcheck.text.inflection import verb_forms
from factcheck.text.phrases import counted_phrase
from factcheck.text.tokens import Tokens

_LAST_OF_TWO = 99  # "Dec. 26", "Dec. 89"; 314 is neither a day nor a year


def _month(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> bool:
    """Whether the name of a month stands at `index`; "may" and "march" need their capital."""
    return tokens.word(index) in lexicon.contexts.months and tokens.capital(index)


def date(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of a date that has the figure: "Dec. 26, 2023", "26 December", "6 DEC 89", "April 29
    and 30". `None` for another figure."""
    word = tokens.words[amount.first]
    if not amount.bare or not word.isdecimal():
        return None
    before = amount.first - 1
    if tokens.word(before) == "." and tokens.touches(before):
        before -= 1
    if tokens.word(before) == "the":
        before -= 1
    if _month(tokens, before, lexicon) and (int(word) <= _LAST_OF_TWO or looks_like_year(word)):
        phrase = counted_phrase(tokens, amount.end)
        people = phrase is not None and are_people(tokens, phrase, lexicon)
        if people and "BEFORE_A_BARE_MONTH" in tokens.classes[before - 1]:
            return None  # "in May 5 people died"; "the May 5 marchers", "on May 5 …"
        return _date_end(tokens, amount.end, lexicon)
    if int(word) <= 31:
        after = amount.end + ("BEFORE_MONTH" in tokens.classes[amount.end])
        if _month(tokens, after, lexicon):
            return _date_end(tokens, after + 1, lexicon)
        if (
            "LIST_JOINTS" in tokens.classes[amount.end]
            and tokens.digits(amount.end + 1)
            and _month(tokens, amount.end + 2, lexicon)
        ):
            return _date_end(tokens, amount.end + 3, lexicon)
        if tokens.word(amount.first - 1) in lexicon.contexts.weekdays and tokens.words[
            amount.end
        ] in {",", "."}:
            return amount.end
    return None


def _date_end(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> int:
    """The end of a date behind its day and month, with what may follow: "-27", " and 28", ", 2023",
    " 89"."""
    if tokens.words[index] == "." and tokens.touches(index):
        index += 1
    index = _last_of_a_list(tokens, index)
    if (
        "JOINTS" in tokens.classes[index]
        and tokens.words[index + 1].isdecimal()
        and int(tokens.words[index + 1][:4]) <= 31
        and not _counted_ahead(tokens, index + 2)
    ):
        index += 2
    comma = tokens.words[index] == ","
    year = tokens.words[index + comma]
    if looks_like_year(year) or (
        not comma
        and year.isdecimal()
        and len(year) == 2
        and "AFTER_SHORT_YEAR" in tokens.classes[index + 1]
    ):
        return index + comma + 1
    return index


def _last_of_a_list(tokens: Tokens, index: int) -> int:
    """The index of the "and" that ends a list of days: "June 18[, 19, ]and 20"; `index` itself
    where no such list follows."""
    at = index
    while tokens.words[at] == "," and _day(tokens, at + 1):
        at += 2
    at += at > index and tokens.words[at] == ","
    listed = tokens.words[at] in {"and", "or"} and _day(tokens, at + 1)
    return at if at > index and listed and not _counted_ahead(tokens, at + 2) else index


def _day(tokens: Tokens, index: int) -> bool:
    """Whether a token may be a day of the month."""
    word = tokens.words[index]
    return word.isdecimal() and len(word) <= 2 and int(word) <= 31


def _bounds_a_year(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> bool:
    """Whether a figure behind "at least" is a year: "Since at least 1861", "goes back to at least
    1861"; "at least 1861 votes" and "killed at least 1861" count."""
    verb = tokens.word(amount.first - 3)
    if "BEFORE_FAR_YEAR" in tokens.classes[amount.first - 3] or verb == "in":
        return True
    return not shows_count(tokens, amount, lexicon) and verb not in lexicon.people_verbs


def _counts_people(tokens: Tokens, amount: Amount, before: str, lexicon: QuantityLexicon) -> bool:
    """Whether a figure that looks like a year counts people: "Registered 2015 voters", "there were
    1984 cases". A year stands behind an article."""
    classes = tokens.classes[amount.first - 1]
    if "BEING" in classes and tokens.word(amount.first - 2) == "there":
        return counted_phrase(tokens, amount.end) is not None
    if before not in verb_forms() or "BEFORE_YEAR" in classes:
        return False
    people = counted_phrase(tokens, amount.end)
    return people is not None and are_people(tokens, people, lexicon)


def pair_counts(tokens: Tokens, amount: Amount, end: int, lexicon: QuantityLexicon) -> bool:
    """Whether two figures like years count the people behind them: "1800-2000 people"; "the
    1990-2000 chiefs" are of those years."""
    people = counted_phrase(tokens, end)
    before = amount.first - 1
    if people is None or "POSSESSIVES" in tokens.classes[before] or tokens.words[before] == "in":
        return False
    return are_people(tokens, people, lexicon)


def _counted_ahead(tokens: Tokens, index: int) -> bool:
    """Whether a counted noun without a capital follows."""
    return counted_phrase(tokens, index) is not None and not tokens.capital(index)


def ordinal_of_date(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of a date that an ordinal belongs to, "26th of December"; `None` where it belongs to
    none."""
    before, after = amount.first - 1, amount.end
    if tokens.word(before) == "the":
        before -= 1
    if _month(tokens, before, lexicon):
        return _date_end(tokens, after, lexicon)
    after += "BEFORE_MONTH" in tokens.classes[after]
    if _month(tokens, after, lexicon):
        return _date_end(tokens, after + 1, lexicon)
    return None


def year(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of a year, "in 2019", "the 2018 election", or `None`. Four bare digits count
    something only where a unit, a sign of currency, a hedge or a round number before its plural
    says so."""
    word = tokens.words[amount.first]
    before, leads = tokens.word(amount.first - 1), tokens.classes[amount.first - 1]
    far = (
        "BEFORE_FAR_YEAR" in leads
        and word.isdecimal()
        and len(word) == 4
        and not shows_count(tokens, amount, lexicon)
    )
    if not amount.bare or not (looks_like_year(word) or far):
        return None
    if "$" in before or (before in lexicon.currency_signs and not before[0].isalpha()):
        return None
    of_next = tokens.digits(amount.end + 1) and tokens.touches(amount.end + 1)  # "in 2019 $40"
    if (
        tokens.words[amount.end] in lexicon.unit_words
        or (tokens.raw(amount.end) in lexicon.signs and not of_next)
        or (tokens.words[amount.end] == "-" and tokens.words[amount.end + 1] in lexicon.unit_words)
    ):
        return None
    first, end = amount.first, amount.end
    if lexicon.fit("totals", tokens, first, end) and _counted_ahead(tokens, end):
        return None  # "in all, 1984 cases", "a total of 2015 people"
    if lexicon.fit("counts_like_a_year", tokens, first, end):
        return None
    if _counts_people(tokens, amount, before, lexicon):
        return None
    if before == "least":
        return end if _bounds_a_year(tokens, amount, lexicon) else None
    if _counted_ahead(tokens, amount.end) and (
        "BEFORE_NOUNS_LIKE_A_YEAR" in leads
        or before in lexicon.people_verbs
        or (word.endswith("00") and "BEFORE_YEAR" not in leads)
    ):
        return None
    earlier = tokens.word(amount.first - 2)
    if "JOINTS" in leads and earlier.isdecimal() and not looks_like_year(earlier):
        return None  # "between 900 and 1600 arrivals"
    partner = tokens.words[end + 1]
    if "JOINTS" not in tokens.classes[end] or not partner.isdecimal():
        return end
    if looks_like_year(partner):
        return None if pair_counts(tokens, amount, end + 2, lexicon) else end + 2
    return None if len(partner) > 2 else end  # "2000 - 2500 calories"
