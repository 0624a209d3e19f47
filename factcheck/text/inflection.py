"""The base form of an English noun or verb.

Rules of regular inflection (Porter's first step, undone with a list of known verbs) and the
irregular forms of the lexicon. A guess is only made where the word list confirms it, so a
noun such as "building" is not cut to "build" here: the tagger decides by context.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.lexicon import Lexicon, for_each_language, load

_IRREGULAR_NOUNS = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
    "lives": "life", "wives": "wife", "feet": "foot", "teeth": "tooth", "mice": "mouse",
    "police": "police", "troops": "troop", "news": "news", "series": "series", "means": "means",
    "species": "species", "headquarters": "headquarters", "aircraft": "aircraft",
    "geese": "goose", "oxen": "ox",
    "crises": "crisis", "buses": "bus", "gases": "gas", "businesses": "business", "was": "was",
    "united states": "united states", "knives": "knife", "thieves": "thief", "halves": "half",
    "leaves": "leaf", "wolves": "wolf", "selves": "self", "shelves": "shelf", "dead": "dead",
    "honduras": "honduras", "netherlands": "netherlands", "philippines": "philippines",
    "bahamas": "bahamas", "maldives": "maldives", "seychelles": "seychelles", "laos": "laos",
    "barbados": "barbados", "wales": "wales", "goods": "goods", "premises": "premises",
    "remains": "remains", "data": "data",
}  # fmt: skip
# Compounds of an irregular noun: "schoolchildren", "lawmen"; and words that only end like one.
_COMPOUNDS = {"people": "person", "children": "child", "men": "man", "wives": "wife"}
_NO_MEN = frozenset({
    "abdomen", "acumen", "amen", "bitumen", "cyclamen", "foramen", "hymen", "omen", "ramen",
    "regimen", "semen", "specimen", "stamen", "yemen",
})  # fmt: skip
_NO_MAN = frozenset({
    "brahman", "caiman", "german", "human", "norman", "ottoman", "roman", "shaman", "talisman",
})  # fmt: skip
_IN_OE = frozenset({"shoes", "toes", "tiptoes", "foes", "canoes", "woes", "hoes", "oboes"})
_SIBILANT = ("sses", "shes", "ches", "xes", "zzes", "zes")


@lru_cache(maxsize=1 << 16)
def singular(noun: str) -> str:
    """The singular of a noun in small letters: `crossings` to `crossing`, `people` to `person`."""
    if noun in _IRREGULAR_NOUNS:
        return _IRREGULAR_NOUNS[noun]
    for several, one in _COMPOUNDS.items():
        if noun.endswith(several) and noun not in _NO_MEN:
            return noun.removesuffix(several) + one
    if len(noun) < 4 or not noun.endswith("s") or noun.endswith(("ss", "us", "is", "'s", "’s")):
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(_SIBILANT) or (noun.endswith("oes") and noun not in _IN_OE):
        return noun[:-2]
    return noun[:-1]


def plural(noun: str) -> str:
    """The plural of a noun: `city` to `cities`, `child` to `children`."""
    small = noun.lower()
    for several, one in _IRREGULAR_NOUNS.items():
        if one == small:
            return several
    for several, one in _COMPOUNDS.items():
        if small.endswith(one) and small not in _NO_MAN:
            return noun[: -len(one)] + several
    if small.endswith("y") and small[-2:-1] not in set("aeiou"):
        return noun[:-1] + "ies"
    return noun + ("es" if small.endswith(("s", "sh", "ch", "x", "z")) else "s")


def beginnings(noun: str) -> tuple[str, ...]:
    """The prefixes of the singular and the plural of a noun that do not change: "rall" for "rally"
    and "rallies"."""
    irregular = (form for form, base in _IRREGULAR_NOUNS.items() if base == noun)
    return noun.removesuffix("y"), *irregular


class FunctionWords(Lexicon):
    """The shape of `grammar.toml`."""

    determiners: tuple[str, ...]
    prepositions: tuple[str, ...]
    bounds: tuple[str, ...]
    conjunctions: tuple[str, ...]
    subordinators: tuple[str, ...]
    pronouns: tuple[str, ...]
    referring: tuple[str, ...]
    relatives: tuple[str, ...]
    modals: tuple[str, ...]
    other_auxiliaries: tuple[str, ...]
    adverbs: tuple[str, ...]
    verbs: str
    irregular: dict[str, tuple[str, ...]]
    phrasal: dict[str, str]

    @property
    def auxiliaries(self) -> tuple[str, ...]:
        """The modals and the other auxiliaries."""
        return self.modals + self.other_auxiliaries


@for_each_language
def verb_forms(language: str) -> dict[str, str]:
    """Every inflected form of every known verb, with its base form.

    "-ise" and "-ize" are one ending. Of a verb that only the irregular forms name, no other form
    is known.
    """
    grammar = load("grammar", FunctionWords, language)
    forms: dict[str, str] = {}
    bases = grammar.verbs.split()
    for base in bases:
        for spelt in (base, _respelt(base)):
            for form in (
                spelt, _with_s(spelt), *_with_ending(spelt, "ing"), *_with_ending(spelt, "ed")
            ):  # fmt: skip
                forms.setdefault(form, base)
    for base, irregular in grammar.irregular.items():
        forms.update(dict.fromkeys(irregular, base))
    return forms


def _respelt(base: str) -> str:
    """The base with "-ise" for "-ize" or the other way round; the same if it ends in neither."""
    other = {"ise": "ize", "ize": "ise", "yse": "yze"}.get(base[-3:])
    return base if other is None or len(base) < 6 else base[:-3] + other


def unlisted_base(form: str) -> str:
    """The likely base of a form in "-ed" or "-ing" that is in no list: "charred" to "char"."""
    stem = form.removesuffix("ed") if form.endswith("ed") else form.removesuffix("ing")
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if stem.endswith(("at", "bl", "tl", "gl", "zl", "iz", "dg", "v", "uc", "u")):
        return stem + "e"  # after Porter (1980), step 1b: "associated", "enabled"
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsfz"
    return stem[:-1] if doubled else stem


def _with_s(base: str) -> str:
    """The form with "s": "wins", "reaches", "carries"."""
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def _with_ending(base: str, ending: str) -> tuple[str, ...]:
    """The forms of `base` with "ed" or "ing" added, a last consonant both single and doubled
    ("opened", "stopped")."""
    if base.endswith("ie") and ending == "ing":
        return (base[:-2] + "ying",)
    if base.endswith("y") and base[-2] not in "aeiou" and ending == "ed":
        return (base[:-1] + "ied",)
    if base.endswith("e") and not (base.endswith(("ee", "ye", "oe")) and ending == "ing"):
        return (base[:-1] + ending,)
    if base.endswith("c"):
        return (base + "k" + ending,)  # "trafficked"
    if base[-1] not in "aeiouwxy" and base[-2] in "aeiou":
        return (base + ending, base + base[-1] + ending)
    return (base + ending,)
