"""The shapes of the `quantity_*.toml` lexicons, but for units and currencies."""

from __future__ import annotations

from decimal import Decimal

from factcheck.lexicon import Lexicon


class Vague(Lexicon):
    """Vague words: `plurals` alone, `multipliers` before "of", `quantifiers` before a magnitude."""

    plurals: dict[str, Decimal]
    multipliers: dict[str, Decimal]
    quantifiers: dict[str, Decimal]


class Metres(Lexicon):
    """What stands so high or long that "2m" before it are metres."""

    nouns: frozenset[str]


class Numerals(Lexicon):
    """The shape of `quantity_numerals.toml`; `magnitudes` take up the short ones when loaded."""

    cardinals: dict[str, Decimal]
    magnitudes: dict[str, Decimal]
    short_magnitudes: dict[str, Decimal]
    magnitude_letters: dict[str, Decimal]
    metres: Metres
    dozens: dict[str, Decimal]
    vague: Vague
    shares: dict[str, Decimal]
    ordinals: dict[str, Decimal]
    multiples: dict[str, Decimal]


class HedgesBefore(Lexicon):
    """Hedges in front of a figure, by what they do to it."""

    around: tuple[str, ...]
    below: tuple[str, ...]
    above: tuple[str, ...]
    over: tuple[str, ...]
    least: tuple[str, ...]
    most: tuple[str, ...]
    under: tuple[str, ...]


class HedgesAfter(Lexicon):
    """Hedges behind a figure, by what they do to it."""

    around: tuple[str, ...]
    least: tuple[str, ...]
    most: tuple[str, ...]


class HedgeWords(Lexicon):
    """What may stand between a hedge and its figure, and what turns a bound."""

    over_bounds: frozenset[str]
    skipped: frozenset[str]
    negations: frozenset[str]
    clause_openers: frozenset[str]


class ChangeVerbs(Lexicon):
    """Verbs of change, and what may stand between one and its figure."""

    up: tuple[str, ...]
    down: tuple[str, ...]
    raising: frozenset[str]
    moving: frozenset[str]
    between: frozenset[str]


class Hedges(Lexicon):
    """The shape of `quantity_hedges.toml`."""

    before: HedgesBefore
    after: HedgesAfter
    words: HedgeWords
    change: ChangeVerbs


class NoneOfThem(Lexicon):
    """Words that tell a count of zero, explained in `quantity_people.toml`."""

    pronouns: frozenset[str]
    determiners: frozenset[str]
    skipped: frozenset[str]
    outcomes: frozenset[str]
    uncounted: frozenset[str]
    joints: frozenset[str]
    remainders: frozenset[str]
    auxiliaries: frozenset[str]
    finite: frozenset[str]
    breaks: frozenset[str]
    uncertain: frozenset[str]
    loose_verbs: frozenset[str]


class People(Lexicon):
    """The shape of `quantity_people.toml`."""

    nouns: str
    endings: tuple[str, ...]
    demonyms: tuple[str, ...]
    not_demonyms: frozenset[str]
    not_people: frozenset[str]
    states: frozenset[str]
    verbs: frozenset[str]
    predicates: frozenset[str]
    none: NoneOfThem


class Sports(Lexicon):
    """Words of contests and votes."""

    verbs: frozenset[str]
    contests: frozenset[str]


class Ages(Lexicon):
    """Words that make a figure an age."""

    before: frozenset[str]
    old: frozenset[str]
    stands_for_age: frozenset[str]


class Storms(Lexicon):
    """Words that make the number of a category one of a storm."""

    nouns: frozenset[str]
    verbs: frozenset[str]


class Quakes(Lexicon):
    """Words that make a figure the magnitude of an earthquake."""

    after: frozenset[str]
    before: frozenset[str]
    scale: frozenset[str]
    links: frozenset[str]


class Telephones(Lexicon):
    """Numbers to call, and the words beside them."""

    numbers: frozenset[str]
    words: frozenset[str]


class Rates(Lexicon):
    """Words that make a rate."""

    openers: frozenset[str]
    adverbs: dict[str, str]
    short: dict[str, str]
    periods: tuple[str, ...]
    names: dict[str, str]


class Contexts(Lexicon):
    """The shape of `quantity_contexts.toml`."""

    numbered: frozenset[str]
    video: frozenset[str]

    months: frozenset[str]
    weekdays: frozenset[str]
    names: frozenset[str]
    never_names: frozenset[str]
    streets: frozenset[str]
    calibres: frozenset[str]
    coordinates: frozenset[str]
    furniture: frozenset[str]
    furniture_ends: frozenset[str]
    hyphenated: frozenset[str]
    prefixes: frozenset[str]
    idioms: frozenset[str]
    telephones: Telephones
    sports: Sports
    ages: Ages
    quakes: Quakes
    storms: Storms
    rates: Rates


class Cues(Lexicon):
    """The shape of `quantity_cues.toml`, where each set is explained."""

    articles: frozenset[str]
    joints: frozenset[str]
    list_joints: frozenset[str]
    range_words: frozenset[str]
    range_joints: frozenset[str]
    range_openers: frozenset[str]
    before_second_end: frozenset[str]
    ordinal_endings: frozenset[str]
    figure_endings: frozenset[str]
    before_no_dozen: frozenset[str]
    before_a_couple: frozenset[str]
    before_half: frozenset[str]
    after_quarters: frozenset[str]
    before_measure: frozenset[str]
    comparatives: frozenset[str]
    after_small_fraction: frozenset[str]
    twice: frozenset[str]
    after_times: frozenset[str]
    settled_bounds: frozenset[str]
    before_month: frozenset[str]
    before_a_bare_month: frozenset[str]
    after_short_year: frozenset[str]
    before_far_year: frozenset[str]
    before_nouns_like_a_year: frozenset[str]
    before_year: frozenset[str]
    before_a_model: frozenset[str]
    names_before_counts: frozenset[str]
    before_infinitive: frozenset[str]
    before_age_groups: frozenset[str]
    places: frozenset[str]
    before_places_named: frozenset[str]
    rooms: frozenset[str]
    streets_before_names: frozenset[str]
    singular_verbs: frozenset[str]
    plural_verbs: frozenset[str]
    tied_to_figures: frozenset[str]
    furniture_units: frozenset[str]
    stamps: frozenset[str]
    page_words: frozenset[str]
    odds: frozenset[str]
    possessives: frozenset[str]
    one_compounds: frozenset[str]
    said: frozenset[str]
    loose_units: frozenset[str]
    after_pronoun_one: frozenset[str]
    paid_in_pounds: frozenset[str]
    small_signs: frozenset[str]
    touching_signs: frozenset[str]
    extents: frozenset[str]
    touching_units: frozenset[str]
    lone_signs: frozenset[str]
    currencies_also_words: frozenset[str]
    after_rank_second: frozenset[str]
    after_nation_of_sum: frozenset[str]
    rates_behind: frozenset[str]
    rate_adjectives: frozenset[str]
    booked: frozenset[str]
    after_rate_noun: frozenset[str]
    attributive_rates: frozenset[str]
    after_period_no_rate: frozenset[str]
    after_per_figure: frozenset[str]
    jobs: frozenset[str]
    finite: frozenset[str]
    auxiliaries: frozenset[str]
    after_people_unsaid: frozenset[str]
    tolls: frozenset[str]
    toll_breaks: frozenset[str]
    others: frozenset[str]
    deaths: frozenset[str]
    before_condition: frozenset[str]
    contrasts: frozenset[str]
    before_left_out: frozenset[str]
    after_left_out: frozenset[str]
    before_level: frozenset[str]
    before_or_two: frozenset[str]
    outcomes_of_things: dict[str, str]
    weak_states: frozenset[str]
    headline_states: frozenset[str]
    conditions: frozenset[str]
    neutral_pronouns: frozenset[str]
    personal_pronouns: frozenset[str]
    orders: frozenset[str]
    groups: frozenset[str]
    blocs: frozenset[str]
    between_ages: frozenset[str]
    after_age_of_a_person: frozenset[str]
    people_of_an_age: frozenset[str]
    age_bounds: frozenset[str]
    older: frozenset[str]
    after_age_of_people: frozenset[str]
    aged_people: frozenset[str]
    age_lists: frozenset[str]
    being: frozenset[str]
    years_old: frozenset[str]
    after_stated_age: frozenset[str]
    age_comparatives: frozenset[str]
    before_comparative_age: frozenset[str]
    superlatives: frozenset[str]
    not_superlatives: tuple[str, ...]
    no_nouns: frozenset[str]
    most_or_least: frozenset[str]
    unique: frozenset[str]
    loose_changes: frozenset[str]
    levels: frozenset[str]
