"""Events and outcomes stated by a noun phrase without a clause of its own.

"450 injured passengers", "three climbers missing" and "the evacuation of 900 people" state the
outcome as surely as "450 passengers were injured". What a figure's own phrase says wins over
every other word of the clause: of "31 dead and more than 1,000 injured" 31 died.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.negation import is_negation, only_later
from factcheck.clauses.predicate import Predicate, beside, is_past
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.sizes import Size, named_by, verb_of_noun
from factcheck.clauses.tagging import Tag, Word
from factcheck.models import Dimension
from factcheck.text.inflection import verb_forms

_STATE = 3  # words of "without a roof"
_DENYING = 3  # words of "could not be [found]"
_NAMED = (Dimension.MONEY, Dimension.DISTANCE)
_OF = frozenset(
    {"of", "for", "to", "by"}
)  # "a strike by 400", "the death of 12", "the search for 12", "injuries to 12"


def of_event_noun(
    sentence: ParsedSentence, verb: Predicate, lexicon: ClauseLexicon, language: str = "en"
) -> Predicate:
    """The predicate, or the verb of the event noun that the figure depends on: "forced the
    [evacuation] of 900 people", "plans the [closing] of eight mills"."""
    if verb.head is None or verb.preposition not in _OF:
        return verb
    noun = sentence.words[verb.head]
    event = lexicon.event_nouns.get(noun.lemma)
    if event is None and verb.preposition == "of" and noun.lower.endswith("ing"):
        event = verb_forms(language).get(noun.lower)
    if event is None:
        return verb
    return replace(verb, verb=event, patient=verb.preposition != "by", at=verb.head)


def normalised_nominal(
    measured: tuple[str, ...],
    verb: Predicate,
    given: Size | None,
    dimension: Dimension,
    lexicon: ClauseLexicon,
    language: str = "en",
) -> tuple[tuple[str, ...], Predicate]:
    """The measured noun and the predicate of a figure, the same whether a noun or its verb states
    what happened.

    "A loss of $2 million" and "lost $2 million", "3 inches of rain" and "it rained 3 inches";
    "containment of the fire stood at 60 percent" and "the fire was 60 percent contained".
    """
    event = None
    if measured and dimension is Dimension.PERCENT and _only_gives(verb, given):
        event = lexicon.event_nouns.get(measured[0])
        measured = measured if event is None else measured[1:]
    elif measured and dimension in _NAMED and given is None and verb.preposition in (None, "of"):
        event = verb_of_noun(measured[0], language)
    if event is not None:
        return measured, replace(verb, verb=event, patient=True)
    noun = named_by(verb.verb, language) if dimension in _NAMED and verb.patient else None
    return (measured if noun is None or noun in measured else (*measured, noun)), verb


def _only_gives(verb: Predicate, given: Size | None) -> bool:
    """Whether a verb only gives the figure its value: "stood at", "was"."""
    return verb.verb == "be" if given is None else not given.states_change


def with_outcome(
    phrase: str | None,
    verb: Predicate,
    sentence: ParsedSentence,
    mention: range,
    lexicon: ClauseLexicon,
    language: str = "en",
) -> tuple[str | None, Predicate]:
    """Split an outcome off a counted phrase: the phrase without its participle, `None` if nothing
    is left, and the predicate with the verb of the participle: "people wounded", "injured
    passengers", "Shot".

    A participle before the noun gives way to a main `verb` that itself states an outcome: "rescued
    12 injured climbers" were rescued.
    """
    state = _state(sentence, mention, lexicon)
    if state is not None and verb.verb not in lexicon.prospective:
        return phrase, replace(verb, verb=lexicon.states[state], patient=True, own=True)
    result = _result(sentence, mention, verb, lexicon)
    if result is not None:
        return phrase, replace(verb, verb=result, patient=True)
    if _not_found(sentence, verb, lexicon):
        return phrase, replace(verb, verb=lexicon.states["missing"])
    words = (phrase or "").split()
    if not words:
        return phrase, verb
    forms = verb_forms(language)
    last = words[-1].lower()
    if is_past(last) and last in forms:
        if verb.verb in lexicon.outcomes and any(
            w.lower == "of" for w in _inside(sentence, mention)
        ):
            return " ".join(words[:-1]) or None, verb  # "12 of the 30 injured died"
        patient = not _takes_object(sentence, mention, lexicon)
        outcome = replace(verb, verb=forms[last], patient=patient, own=patient)
        return " ".join(words[:-1]) or None, outcome
    acts = verb_forms(language).get(words[0].lower()) if words[0].lower().endswith("ing") else None
    if acts in lexicon.human and len(words) > 1:  # "400 striking nurses", whatever the clause says
        return " ".join(words[1:]), replace(verb, verb=acts, patient=False, own=True)
    if verb.verb in lexicon.outcomes:
        return phrase, verb
    for i, word in enumerate(map(str.lower, words[:-1])):
        base = forms.get(word)
        if base in lexicon.outcomes and (is_past(word) or word.endswith("ing")):
            rest = " ".join((*words[:i], *words[i + 1 :]))
            return rest, replace(verb, verb=base, patient=is_past(word))
    return phrase, verb


def _inside(sentence: ParsedSentence, mention: range) -> tuple[Word, ...]:
    """The words of a mention."""
    return sentence.words[mention.start : mention.stop]


def _state(sentence: ParsedSentence, mention: range, lexicon: ClauseLexicon) -> str | None:
    """The adjective for the state of those counted, as their noun, right behind it or its verb, or
    between the verb and them: "31 dead", "31 people dead", "31 people were feared dead", "shot dead
    31 men"; not "12 dead birds"."""
    words = sentence.words
    before = words[max(0, mention.start - 2) : mention.start]
    if [word.tag for word in before[:1]] == [Tag.VERB] and before[-1].lower in lexicon.states:
        return before[-1].lower
    if mention and words[mention.stop - 1].lower in lexicon.states:
        at = mention.stop - 1  # "31 dead"
    else:
        at = _past(words, mention.stop, (Tag.AUXILIARY, Tag.ADVERB))
        if at < len(words) and words[at].tag is Tag.VERB and words[at].lower not in lexicon.states:
            links = _is_participle(words[at]) or words[at].lemma in lexicon.light
            at = _past(words, at + 1, (Tag.ADVERB,)) if links else len(words)
            if [w.lower for w in words[at : at + 1]] == ["as"]:  # "confirmed [as] missing"
                at += 1
            if [w.lower for w in words[at : at + 2]] == ["to", "be"]:  # "were feared [to be] dead"
                at = _past(words, at + 1, (Tag.AUXILIARY, Tag.ADVERB))
    for stop in range(at + 1, min(at + _STATE, len(words)) + 1):
        state = " ".join(word.lower for word in words[at:stop])  # "without a roof"
        if state in lexicon.states and not _takes_object(sentence, range(at, stop), lexicon):
            return state
    return None


def _is_participle(word: Word) -> bool:
    """Whether a verb form is a past participle."""
    return word.lower not in (word.lemma, f"{word.lemma}s") and not word.lower.endswith("ing")


def _result(
    sentence: ParsedSentence, mention: range, verb: Predicate, lexicon: ClauseLexicon
) -> str | None:
    """The verb for the outcome of an act done to those counted: "[fatally] shot 12 people", "12
    people were [fatally] stabbed"; not "two gunmen fatally shot the mayor"."""
    done = (
        verb.at is None or verb.patient or not _takes_object(sentence, range(verb.at + 1), lexicon)
    )
    found = (lexicon.results.get(word.lower) for word in beside(sentence.words, mention, verb))
    return next((result for result in found if result is not None), None) if done else None


def _not_found(sentence: ParsedSentence, verb: Predicate, lexicon: ClauseLexicon) -> bool:
    """Whether those counted are said not to have been found: "12 hikers could not be located"."""
    if verb.at is None or not verb.patient or verb.verb not in lexicon.finding:
        return False
    before = sentence.words[max(0, verb.at - _DENYING) : verb.at]
    denied = any(is_negation(word, lexicon) for word in before)
    return denied and not only_later(sentence.words, verb.at, lexicon)


def _past(words: tuple[Word, ...], start: int, tags: tuple[Tag, ...]) -> int:
    """The index behind the run of words at `start` that have one of these tags."""
    while start < len(words) and words[start].tag in tags:
        start += 1
    return start


def _takes_object(sentence: ParsedSentence, verb: range, lexicon: ClauseLexicon) -> bool:
    """Whether a verb has an object: "two gunmen wounded [the mayor]" has, "13 wounded" and "13
    wounded Friday" have not."""
    following = sentence.words[verb.stop : verb.stop + 1]
    object_like = (Tag.DETERMINER, Tag.PRONOUN, Tag.NOUN)
    return any(w.tag in object_like and w.lower not in lexicon.no_place for w in following)
