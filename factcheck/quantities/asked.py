"""What the readers of quantities ask for by name: classes of a token, rules around a figure.

The files of words and rules are checked against these lists when they are loaded, and a test
checks the lists against the code.
"""

from __future__ import annotations

from collections.abc import Set
from difflib import get_close_matches

from factcheck.errors import ConfigurationError

CLASSES = frozenset(
    {
        "AFTER_AGE_OF_A_PERSON", "AFTER_AGE_OF_PEOPLE", "AFTER_LEFT_OUT", "AFTER_NATION_OF_SUM",
        "AFTER_PEOPLE_UNSAID", "AFTER_PERIOD_NO_RATE", "AFTER_PER_FIGURE", "AFTER_PRONOUN_ONE",
        "AFTER_QUARTERS", "AFTER_RANK_SECOND", "AFTER_RATE_NOUN", "AFTER_SHORT_YEAR",
        "AFTER_SMALL_FRACTION", "AFTER_STATED_AGE", "AFTER_TIMES", "AGED_PEOPLE",
        "AGES_STANDS_FOR_AGE", "AGE_BOUNDS", "AGE_COMPARATIVES", "AGE_LISTS", "ARTICLES",
        "ATTRIBUTIVE_RATES", "AUXILIARIES", "BEFORE_AGE_GROUPS", "BEFORE_A_BARE_MONTH",
        "BEFORE_A_COUPLE", "BEFORE_A_MODEL", "BEFORE_CLOSING", "BEFORE_COMPARATIVE_AGE",
        "BEFORE_CONDITION",
        "BEFORE_FAR_YEAR", "BEFORE_HALF", "BEFORE_INFINITIVE", "BEFORE_LEFT_OUT",
        "BEFORE_LEVEL", "BEFORE_MEASURE", "BEFORE_MONTH", "BEFORE_NOUNS_LIKE_A_YEAR",
        "BEFORE_NO_DOZEN", "BEFORE_OR_TWO", "BEFORE_PLACES_NAMED", "BEFORE_SECOND_END",
        "BEFORE_YEAR", "BEING", "BETWEEN_AGES", "BLOCS", "BOOKED", "CLOSING", "COMPARATIVES",
        "CONDITIONS",
        "CONTRASTS", "CURRENCIES_ALSO_WORDS", "DEATHS", "EXTENTS", "FIGURE_ENDINGS", "FINITE",
        "FURNITURE_UNITS", "GROUPS", "HEADLINE_STATES", "IN_EST", "JOBS", "JOINTS", "LEVELS",
        "LIST_JOINTS", "LONE_SIGNS", "LOOSE_CHANGES", "LOOSE_UNITS", "MARKING", "MOST_OR_LEAST",
        "NAMES_BEFORE_COUNTS", "NEUTRAL_PRONOUNS", "NOT_SUPERLATIVES", "NO_NOUNS", "ODDS",
        "OLDER", "ONE_COMPOUNDS", "ORDERS", "ORDINAL_ENDINGS", "OTHERS", "PAGE_WORDS",
        "PAID_IN_POUNDS", "PEOPLE_OF_AN_AGE", "PERSONAL_PRONOUNS", "PLACES", "PLURAL_VERBS",
        "POSSESSIVES", "RANGE_JOINTS", "RANGE_OPENERS", "RANGE_WORDS", "RATES_BEHIND",
        "RATE_ADJECTIVES", "ROOMS", "SAID", "SETTLED_BOUNDS", "SINGULAR_VERBS", "SMALL_SIGNS",
        "STAMPS", "STREETS_BEFORE_NAMES", "SUPERLATIVES", "TIED_TO_FIGURES", "TOLLS",
        "TOLL_BREAKS", "TOUCHING_SIGNS", "TOUCHING_UNITS", "TWICE", "WEAK_STATES",
        "YEARS_OLD",
    }
)  # fmt: skip
RULES = frozenset(
    {
        "a_mark", "a_quarter", "a_share", "any_one", "apposed_age", "at_an_age",
        "bound_not_passed", "bound_of_age", "change_of_object", "childhood", "circumstance",
        "climbs", "compared_with_then", "contest", "counts_like_a_year", "crew", "diagnosed",
        "half", "harmed", "in_a_series", "lower_first", "magnitude", "magnitude_put_at",
        "man_or_turns", "many_scores", "multiple", "negated_bound", "negated_verb", "no_hedge",
        "no_hedge_behind", "no_quantity", "no_quantity_in_words", "numbered_noun",
        "of_a_number", "of_one_person", "one_and_smaller", "one_more", "one_of_a_unit",
        "one_share", "outcome_before", "outcome_of_things", "people_of", "phrasal", "ranked",
        "rate_behind", "said_age", "share_alone", "span_of_age", "stated_age", "totals",
        "unique",
    }
)  # fmt: skip


def check_complete(sort: str, there: Set[str], needed: Set[str], source: str) -> None:
    """Check that all names that are `needed` are there. Raises `ConfigurationError` for the first
    that is not."""
    for name in sorted(needed - there):
        meant = [f"; or is it {near}?" for near in get_close_matches(name, there - needed, 1)]
        raise ConfigurationError(
            source, f"add the {sort} {name}, which is asked for{''.join(meant)}"
        )


def check_needed(sort: str, there: Set[str], needed: Set[str], source: str) -> None:
    """Check that all names there are `needed`. Raises `ConfigurationError` for the first that is
    not."""
    for name in sorted(there - needed):
        raise ConfigurationError(source, f"take out the {sort} {name}, which nobody asks for")
