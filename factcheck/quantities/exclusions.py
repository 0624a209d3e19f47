"""Figures that are no quantities: dates, clock times, names, addresses, page furniture.

Each rule says where the text goes on being no quantity, so that what belongs to it ("29
December 2023", "(203) 555-0142") is passed over in one step.
"""

from __future__ import annotations

from factcheck.quantities.amounts import Amount, Form
from factcheck.quantities.lexis import Lexis
from factcheck.quantities.measures import currency_before
from factcheck.quantities.subjects import are_people
from factcheck.text.phrases import counted
from factcheck.text.tokens import Tokens

_SHORT_LINE = 7
_PUNCTUATION = frozenset(".,:;/-()[]#*|")


def passes_over(tokens: Tokens, amount: Amount, lexis: Lexis) -> int | None:
    """Where reading goes on behind what is no quantity, or `None` where `amount` may be one."""
    if amount.form is Form.DIGITS and tokens.digits(amount.first):
        for rule in (
            _chain,
            _date,
            _clock,
            _glued,
            _furniture,
            _place,
            _firearm,
            _footnote,
            _year,
            _name,
            _compound,
        ):
            end = rule(tokens, amount, lexis)
            if end is not None:
                return end
        return None
    if amount.form is Form.ORDINAL:
        return _ordinal_of_date(tokens, amount, lexis)
    if amount.form is Form.SHARE and tokens.word(amount.first - 1) == "/":
        return amount.end
    if amount.form is Form.WORDS:
        for rule in (_one, _name_in_words, _set_phrase, _compound):
            end = rule(tokens, amount, lexis)
            if end is not None:
                return end
    return None


def _chain(tokens: Tokens, amount: Amount, lexis: Lexis) -> int | None:
    """Figures tied by signs: "17:06", "26/12/2023", "555-0142", "10.3.1", "2014-15"."""
    index, links = amount.first + 1, 0
    if not tokens.touches(index) and not tokens.touches(amount.first):
        return None
    joints: set[str] = set()
    while (
        tokens.words[index] in {":", "/", ".", ",", "-"}
        and tokens.touches(index)
        and tokens.touches(index + 1)
        and tokens.words[index + 1][:1].isalnum()
    ):
        if not tokens.digits(index + 1):
            if (tokens.words[index] in {"-"} and links == 0) or tokens.words[index] in {".", ","}:
                break
            if tokens.words[index] == "/" and links == 0:
                break
        joints.add(tokens.words[index])
        links += 1
        index += 2
    if not links:
        return (
            index
            if tokens.word(amount.first - 1) in {"/", "#", "@"}
            and tokens.touches(amount.first)
            and tokens.word(amount.first - 2) not in {"a", ""}
            else None
        )
    if joints & {":", "/", ".", ","} or links > 1:
        return index
    left, right = tokens.words[amount.first], tokens.words[amount.first + 2]
    if (
        _looks_like_year(left)
        and (len(right) == 2 or _looks_like_year(right))
        and tokens.words[index] != "%"
    ):
        return index
    if left.isdecimal() and len(left) == 3 and len(right) == 4 and right.isdecimal():
        return index
    if _street_ahead(tokens, index, lexis):
        return index
    return None


def _looks_like_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and "1500" <= word <= "2100"


def _month(tokens: Tokens, index: int, lexis: Lexis) -> bool:
    """Whether a month stands there; "may" and "march" need their capital."""
    return tokens.word(index) in lexis.contexts.months and tokens.capital(index)


def _date(tokens: Tokens, amount: Amount, lexis: Lexis) -> int | None:
    """ "Dec. 26, 2023", "26 December", "6 DEC 89", "April 29 and 30"."""
    word = tokens.words[amount.first]
    if not amount.bare or not word.isdecimal() or len(word) > 4:
        return None
    before = amount.first - 1
    if tokens.word(before) == "." and tokens.touches(before):
        before -= 1
    if tokens.word(before) == "the":
        before -= 1
    if _month(tokens, before, lexis):
        phrase = counted(tokens, amount.end)
        if phrase is not None and are_people(tokens, phrase, lexis):
            return None
        return _date_end(tokens, amount.end)
    if int(word) <= 31:
        after = amount.end + (tokens.words[amount.end] in {"-", "of"})
        if _month(tokens, after, lexis):
            return _date_end(tokens, after + 1)
        if (
            tokens.words[amount.end] in {"and", "-", "or", "to", ","}
            and tokens.digits(amount.end + 1)
            and _month(tokens, amount.end + 2, lexis)
        ):
            return _date_end(tokens, amount.end + 3)
        if tokens.word(amount.first - 1) in lexis.contexts.weekdays and tokens.words[
            amount.end
        ] in {",", "."}:
            return amount.end
    return None


def _date_end(tokens: Tokens, index: int) -> int:
    """Behind what may follow day and month: "-27", " and 28", ", 2023", " 89"."""
    if tokens.words[index] == "." and tokens.touches(index):
        index += 1
    if (
        tokens.words[index] in {"-", "and", "to", "or"}
        and tokens.words[index + 1].isdecimal()
        and int(tokens.words[index + 1][:4]) <= 31
        and not _people_ahead(tokens, index + 2)
    ):
        index += 2
    comma = tokens.words[index] == ","
    year = tokens.words[index + comma]
    if _looks_like_year(year) or (
        not comma
        and year.isdecimal()
        and len(year) == 2
        and tokens.words[index + 1] in {"(", ")", ",", "-", "--", ""}
    ):
        return index + comma + 1
    return index


def _people_ahead(tokens: Tokens, index: int) -> bool:
    return counted(tokens, index) is not None and not tokens.capital(index)


def _ordinal_of_date(tokens: Tokens, amount: Amount, lexis: Lexis) -> int | None:
    before, after = amount.first - 1, amount.end
    if tokens.word(before) == "the":
        before -= 1
    if _month(tokens, before, lexis):
        return _date_end(tokens, after)
    if _month(tokens, after + (tokens.words[after] == "of"), lexis):
        return _date_end(tokens, after + 1 + (tokens.words[after] == "of"))
    return None


def _clock(tokens: Tokens, amount: Amount, lexis: Lexis) -> int | None:
    """ "10 a.m.", "1336 GMT", "0735", "10.45pm"."""
    word, after = tokens.words[amount.first], tokens.words[amount.end]
    if word[0] == "0" and len(word) > 1 and word.isdecimal():
        return amount.end
    if after in lexis.contexts.clocks and amount.bare:
        if after in lexis.cues.capital_clocks and not tokens.capital(amount.end):
            return None
        return amount.end + 1
    if (
        after == "to"
        and tokens.digits(amount.end + 1)
        and tokens.words[amount.end + 2] in {"a.m", "a.m.", "p.m", "p.m.", "am", "pm"}
    ):
        return amount.end + 3
    if (
        after == "-"
        and tokens.digits(amount.end + 1)
        and tokens.words[amount.end + 2] in {"a.m", "a.m.", "p.m", "p.m.", "am", "pm"}
    ):
        return amount.end + 3
    if (
        after == "hours"
        and word.isdecimal()
        and len(word) == 4
        and tokens.word(amount.first - 1) in lexis.cues.before_clock
    ):
        return amount.end + 1
    return None


def _glued(tokens: Tokens, amount: Amount, lexis: Lexis) -> int | None:
    """Figures inside a name: "Covid-19", "G20", "F-16", "5G", "1990s", "737s", "'89"."""
    first, end = amount.first, amount.end
    before = tokens.word(first - 1)
    if before == "+" and tokens.touches(first) and tokens.digits(end):
        while tokens.digits(end):
            end += 1
        return end  # "+44 20 5550 0142"
    if tokens.touches(first) and before:
        if before in {"'", "#", "@", "_"}:
            return end
        if before == "-" and tokens.touches(first - 1) and tokens.word(first - 2)[:1].isalnum():
            if tokens.word(first - 2) not in lexis.contexts.prefixes and not tokens.digits(
                first - 2
            ):
                return end
        elif before[0].isalpha() and not currency_before(tokens, first, lexis):
            while tokens.words[end] == "-" and tokens.touches(end) and tokens.touches(end + 1):
                end += 2  # "an A330-200"
            return end
        elif before == "." and tokens.touches(first - 1) and tokens.word(first - 2)[:1].isalnum():
            return end
    if tokens.touches(end) and amount.bare:
        after = tokens.words[end]
        if after == "s" and amount.value % 10 == 0 and "," not in tokens.words[first]:
            return end + 1  # "the 1990s", "in her 40s"
        if after == "k":
            return end + 1  # "a 4K screen": as thousands it would belong to the figure
        if after[:1].isalpha() and not _suffix_known(tokens, end, lexis):
            return end + 1
        if after == "'" and tokens.words[end + 1] == "s":
            return end + 2
    return None


def _suffix_known(tokens: Tokens, index: int, lexis: Lexis) -> bool:
    word = tokens.words[index]
    return (
        word in lexis.unit_words
        or tokens.raw(index) in lexis.signs
        or word in {"x", "st", "nd", "rd", "th", "deg"}
        or (word in lexis.numerals.magnitude_letters and word != "t")
    )


def _furniture(tokens: Tokens, amount: Amount, lexis: Lexis) -> int | None:
    """A line of the page and not of the text: "21 views", "3 min read", "1 of 5"."""
    words = tokens.words
    if tokens.size <= _SHORT_LINE and all(
        tokens.digits(i) or words[i] in _PUNCTUATION for i in range(tokens.size)
    ):
        return tokens.size
    after = words[amount.end].rstrip("0123456789")  # "21 views0 comments"
    if (
        tokens.size <= _SHORT_LINE
        and after in lexis.contexts.furniture
        and words[tokens.size - 1] != "."
    ):
        if (
            after not in lexis.cues.furniture_units
            or words[amount.end + 1] in lexis.contexts.furniture_ends | lexis.contexts.furniture
        ):
            return tokens.size
    if words[amount.end + 1] in {"read", "listen"} and after in {"min", "mins", "minute", "-"}:
        return amount.end + 2
    if after == "of" and tokens.digits(amount.end + 1) and tokens.size <= _SHORT_LINE:
        return amount.end + 2
    return None


def _street_ahead(tokens: Tokens, index: int, lexis: Lexis) -> bool:
    """Whether up to four words of a name lead to a word for a street."""
    shouting = (
        tokens.text[tokens.starts[0] : tokens.ends[tokens.size - 1]].isupper()
        if tokens.size < 80
        else False
    )
    for ahead in range(index, index + 4):
        if (
            ahead > index
            and tokens.words[ahead] in lexis.contexts.streets
            and (tokens.capital(ahead))
        ):
            return True
        word = tokens.words[ahead]
        if not word[:1].isalnum() or not (
            tokens.capital(ahead) or tokens.digits(ahead) or word in {"st", "nd", "rd", "th"}
        ):
            return False
        if shouting and (word.endswith("s") or len(word) < 3):
            return False
        if ahead == index and word in {"ave", "rue", "calle", "via"} and not shouting:
            return True
    return False


def _place(tokens: Tokens, amount: Amount, lexis: Lexis) -> int | None:
    """ "19 Plum Street", "26.9 degrees north"."""
    if (
        amount.bare
        and "," not in tokens.words[amount.first]
        and _street_ahead(tokens, amount.end, lexis)
    ):
        return amount.end + 1
    if tokens.words[amount.end] in {"degrees", "degree", "°", "deg"}:
        after = amount.end + 1 + (tokens.words[amount.end + 1] in {"in", "of"})
        if tokens.words[after] in lexis.contexts.coordinates:
            return after + 1
    if len(tokens.words[amount.first].partition(".")[2]) > 2 - tokens.touches(
        amount.end
    ) and tokens.raw(amount.end) in {"N", "S", "W", "E"}:
        return amount.end + 1
    return None


def _firearm(tokens: Tokens, amount: Amount, lexis: Lexis) -> int | None:
    """ ".40-caliber", "12-gauge", "a 9mm pistol": the name of a weapon."""
    after = amount.end + (tokens.words[amount.end] == "-")
    if tokens.words[after] in lexis.contexts.calibres and not tokens.capital(after):
        return after + 1
    if tokens.words[after] in {"mm", "millimeter", "millimetre"} and any(
        word in lexis.contexts.guns for word in tokens.words[after + 1 : after + 4]
    ):
        return after + 1
    return None


def _footnote(tokens: Tokens, amount: Amount, lexis: Lexis) -> int | None:
    """ "[3]", "(2)", "1." and "2)" that number notes and lists."""
    before, after = tokens.word(amount.first - 1), tokens.words[amount.end]
    if not amount.bare or len(tokens.words[amount.first]) > 4:
        return None
    if (before == "[" and after == "]") or (
        before == "(" and after == ")" and len(tokens.words[amount.first]) == 1
    ):
        return amount.end + 1
    if (
        before == "("
        and after == ")"
        and tokens.words[amount.first].isdecimal()
        and len(tokens.words[amount.first]) > 2
    ):
        return amount.end + 1
    if amount.first == 0 and after in {".", ")"} and tokens.touches(amount.end):
        return amount.end + 1
    return None


def _year(tokens: Tokens, amount: Amount, lexis: Lexis) -> int | None:
    """ "in 2019", "the 2018 election". Four bare digits count something only where a unit, a
    sign of currency, a hedge or a round number before its plural says so."""
    word = tokens.words[amount.first]
    before = tokens.word(amount.first - 1)
    far = (
        before in {"by", "until", "since"}
        and word.isdecimal()
        and len(word) == 4
        and not _counts(tokens, amount, lexis)
    )
    if not amount.bare or not (_looks_like_year(word) or far):
        return None
    if "$" in before or (before in lexis.currency_signs and not before[0].isalpha()):
        return None
    if (
        tokens.words[amount.end] in lexis.unit_words
        or tokens.raw(amount.end) in lexis.signs
        or (tokens.words[amount.end] == "-" and tokens.words[amount.end + 1] in lexis.unit_words)
    ):
        return None
    if before in lexis.cues.before_count_like_a_year and (
        before not in {"some", "about", "to"} or _people_ahead(tokens, amount.end)
    ):
        return None
    if (
        word.endswith("00")
        and _people_ahead(tokens, amount.end)
        and before not in lexis.cues.before_year
    ):
        return None
    if before in lexis.people_verbs and _people_ahead(tokens, amount.end):
        return None
    end = amount.end
    partner = tokens.words[end + 1]
    if (
        tokens.words[end] in {"-", "to", "and"}
        and partner.isdecimal()
        and len(partner) == 4
        and not _looks_like_year(partner)
    ):
        return None  # "2000 - 2500 calories"
    if (
        tokens.words[end] in {"-", "and", "to", "/"}
        and partner.isdecimal()
        and (
            _looks_like_year(tokens.words[end + 1])
            or (tokens.touches(end) and len(tokens.words[end + 1]) == 2)
        )
    ):
        end += 2
    return end


def _name(tokens: Tokens, amount: Amount, lexis: Lexis) -> int | None:
    """ "Title 42", "Flight 370", "S&P 500", "Apple Watch 5"."""
    before = tokens.word(amount.first - 1)
    index = amount.first - 1
    if before in {".", "no.", "#", "-"} and tokens.word(amount.first - 2) in {
        "no",
        "nos",
        "no.",
        "#",
    }:
        return amount.end
    if not before[:1].isalpha() or not amount.bare or currency_before(tokens, amount.first, lexis):
        return None
    listed = before in lexis.contexts.names
    capital = tokens.capital(index)
    if not (listed or capital or before in lexis.cues.before_a_model):
        return None
    counts = _counts(tokens, amount, lexis)
    if listed:
        named = (
            tokens.raw(index) != before
            and (index > 0 or before not in lexis.cues.names_before_counts)
        ) or not counts
        if named and not (counts and before in lexis.cues.names_before_counts):
            return _name_end(tokens, amount.end)
    if (
        tokens.words[amount.end] == "-"
        and tokens.digits(amount.end + 1)
        and tokens.touches(amount.end)
        and tokens.touches(amount.end + 1)
        and amount.value < 100
    ):
        return None  # "beat Chile 3-1"
    if (
        capital
        and index > 0
        and before not in lexis.contexts.never_names
        and not before.endswith("'s")
        and not counts
        and not _shouting(tokens)
    ):
        return _name_end(tokens, amount.end)
    if (
        before in lexis.cues.before_a_model
        and not counts
        and amount.value >= 100
        and tokens.capital(amount.end)
        and not _shouting(tokens)
    ):
        return amount.end  # "its 787 Dreamliner", "a 911 Turbo"
    return None


def _name_end(tokens: Tokens, index: int) -> int:
    joined = tokens.words[index] in {"and", "or"} or (
        tokens.words[index] == "-" and tokens.touches(index) and tokens.touches(index + 1)
    )
    if joined and tokens.digits(index + 1):
        return index + 2
    return index


def _shouting(tokens: Tokens) -> bool:
    start, end = tokens.starts[0], tokens.ends[tokens.size - 1]
    return tokens.text[start : min(end, start + 200)].isupper()


def _counts(tokens: Tokens, amount: Amount, lexis: Lexis) -> bool:
    """Whether a unit, a counted noun or a predicate behind a figure shows that it counts."""
    end = amount.end
    after = tokens.words[end]
    if (
        after in lexis.unit_words
        or tokens.raw(end) in lexis.signs
        or (after == "-" and tokens.words[end + 1] in lexis.unit_words)
    ):
        return True
    if after in lexis.states or (after in {"to", "or"} and tokens.digits(end + 1)):
        return True
    if after in lexis.cues.finite:
        return True
    return counted(tokens, end) is not None


def _one(tokens: Tokens, amount: Amount, lexis: Lexis) -> int | None:
    """ "one" as a pronoun or in a set phrase. It counts in "one man was killed", "one remains critical"."""
    if amount.end != amount.first + 1 or tokens.words[amount.first] != "one":
        return None
    before, after, third = (
        tokens.word(amount.first - 1),
        tokens.words[amount.end],
        tokens.words[amount.end + 1],
    )
    if before in lexis.cues.before_pronoun_one and not (before == "or" and after == "more"):
        return amount.end
    if (after in lexis.unit_words and after not in {"day", "point", "second", "quarter"}) or (
        after == "per" and third == "cent"
    ):
        return None
    if before == "on" and after == "hand":
        return amount.end
    if before == "only" and tokens.word(amount.first - 2) in lexis.cues.possessives:
        return amount.end
    window = tokens.words[amount.end : amount.end + 4]
    if any(w in lexis.states or w in lexis.predicates for w in window[:3]) and after not in {
        "of",
        "who",
        "that",
        "another",
    }:
        return None
    if after == "-" and tokens.touches(amount.end):
        return (
            None
            if third in lexis.unit_words or third in lexis.cues.one_compounds
            else amount.end + 2
        )
    if f"one {after}" in lexis.contexts.idioms or after in {"'s", "'"}:
        return amount.end
    phrase = counted(tokens, amount.end, plural=False)
    return amount.end if phrase is None and after not in lexis.unit_words else None


def _compound(tokens: Tokens, amount: Amount, lexis: Lexis) -> int | None:
    """ "a six-speed gearbox", "three-way talks", "10-K": only units and nouns that are counted
    make a quantity behind a hyphen."""
    hyphen, after = amount.end, tokens.words[amount.end + 1]
    if tokens.words[hyphen] != "-" or not tokens.touches(hyphen) or not tokens.touches(hyphen + 1):
        return None
    known = (
        after in lexis.unit_words
        or tokens.raw(hyphen + 1) in lexis.signs
        or after in lexis.contexts.hyphenated
    )
    if (
        known
        or not after.isalpha()
        or after in lexis.cues.tied_to_figures
        or after in lexis.starters
        or after in lexis.states
    ):
        return None
    return (
        None
        if after in lexis.contexts.quakes.after or after in lexis.contexts.calibres
        else amount.end + 2
    )


def _name_in_words(tokens: Tokens, amount: Amount, lexis: Lexis) -> int | None:
    """ "Formula One", "Air Force One", "the Big Three", "Group of Seven"."""
    if not tokens.capital(amount.first) or amount.first == 0 or _shouting(tokens):
        return None
    before = tokens.word(amount.first - 1)
    named = tokens.capital(amount.first - 1) and before not in lexis.contexts.never_names
    named = named or (before == "of" and tokens.word(amount.first - 2) == "group")
    return amount.end if named and not _counts(tokens, amount, lexis) else None


def _set_phrase(tokens: Tokens, amount: Amount, lexis: Lexis) -> int | None:
    """ "the two countries", "two-way", "ten commandments"."""
    if amount.end != amount.first + 1:
        return None
    word, after = tokens.words[amount.first], tokens.words[amount.end]
    if word != "one" and f"{word} {after}" in lexis.contexts.idioms:
        return amount.end + 1
    if (
        word == "two"
        and after in lexis.contexts.anaphoric
        and tokens.word(amount.first - 1) in {"the", "these", "both"}
    ):
        return amount.end + 1
    return None
