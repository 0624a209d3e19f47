"""Fill the slots of a quantity from its clause: counted noun, predicate, measured noun, group."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.clauses.ages import age_of, is_bare_age
from factcheck.clauses.antecedents import antecedent_of_subject, is_personal_subject
from factcheck.clauses.collectives import collective_of, sized
from factcheck.clauses.counted_nouns import consisting, counted_before, measured_of
from factcheck.clauses.joint import ends_in_death, joint_outcome
from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.measures import MentionContext, measured_words
from factcheck.clauses.nominal import normalised_nominal, of_event_noun, with_outcome
from factcheck.clauses.predicate import Predicate, predicate
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.sizes import Size, is_composing, size
from factcheck.clauses.tagging import Tag
from factcheck.clauses.words import head_and_modifiers
from factcheck.extraction.annotation import AnnotatedArticle
from factcheck.mentions import QuantityMention
from factcheck.models import Dimension, Quantity
from factcheck.quantities.lexicon import quantity_lexicon

_TO_THE_VOTE = 4  # words between a score and "vote"
_AGE = ("age", "ages")


@dataclass(frozen=True, slots=True)
class FigureSlots:
    """A quantity with its slots: counted or measured noun, predicate, collective noun."""

    quantity: Quantity
    subject: str | None
    head: str | None
    modifiers: tuple[str, ...]
    measured: tuple[str, ...]
    verb: Predicate
    given: Size | None
    body: str | None


def fill_slots(
    annotated: AnnotatedArticle, mention: QuantityMention, at: int, words: range
) -> FigureSlots:
    """Fill the slots of a quantity from the clause around it in sentence `at`."""
    sentence, language = annotated.parsed(at), annotated.article.language
    if mention.subject is None and is_bare_age(
        sentence, words, mention.quantity, annotated.lexicon
    ):
        aged = mention.quantity.model_copy(
            update={"dimension": Dimension.AGE, "unit": "year of age"}
        )
        mention = mention.model_copy(update={"quantity": aged})
    people = mention.quantity.unit == "person"
    verb = predicate(sentence, words, annotated.lexicon, people=people)
    given = _size(mention, sentence, words, annotated)
    if _is_true_of_part(annotated, mention, sentence, words, verb):
        verb, given = replace(verb, verb=None, patient=False, at=None, own=False), None
    if given is not None:
        verb = replace(verb, verb=given.lemma, patient=True, at=given.verb)
    subject = _subject(mention, sentence, words, verb, given, annotated)
    if mention.quantity.dimension is Dimension.COUNT:
        verb = of_event_noun(sentence, verb, annotated.lexicon, language)
    phrase, verb = with_outcome(subject, verb, sentence, words, annotated.lexicon, language)
    head, modifiers = head_and_modifiers(phrase, language)
    ballot = _of_ballot(annotated, mention, sentence, words, verb)
    if ballot is not None:
        head, modifiers, verb = "vote", (ballot,), replace(verb, verb="vote", patient=True)
    body = _body(annotated, mention, at, words, verb, given, head)
    if body is not None and head in annotated.lexicon.groups:
        head, modifiers = None, ()  # whom a crowd consists of is left unsaid
    if mention.quantity.dimension is Dimension.AGE:
        return _of_age(mention, at, words, verb, subject, given, annotated)
    context = MentionContext(
        annotated.article.text, sentence, words, verb, given, annotated.lexicon, language
    )
    measured = measured_words(context, mention.quantity.dimension, subject)
    if mention.quantity.dimension is Dimension.DISTANCE and context.is_aside():
        verb = Predicate(None, False, None, None)  # "fell ill in Hale, [9 miles] from Orrin"
    measured, verb = normalised_nominal(
        measured,
        verb,
        given,
        mention.quantity.dimension,
        annotated.lexicon,
        language,
    )
    quantity = _of_people(mention.quantity, head, body, verb, annotated)
    if quantity.unit == "person":
        head, verb = _with_all_outcomes(sentence, words, head, verb, annotated.lexicon)
    return FigureSlots(
        quantity=quantity,
        subject=subject,
        head=head,
        modifiers=modifiers,
        measured=measured,
        verb=verb,
        given=given,
        body=body,
    )


def _with_all_outcomes(
    sentence: ParsedSentence,
    words: range,
    head: str | None,
    verb: Predicate,
    lexicon: ClauseLexicon,
) -> tuple[str | None, Predicate]:
    """The counted noun and the predicate of people of whom words joined to each other tell what
    became: "killed or wounded", "shot and killed"."""
    joint = joint_outcome(sentence, words, verb, lexicon)
    if joint is not None:  # "40 dead and wounded" are no 40 dead
        return None if head in lexicon.states else head, replace(verb, verb=joint, patient=True)
    if verb.patient and ends_in_death(sentence, verb, lexicon):
        return head, replace(verb, verb="kill")
    return head, verb


def _body(
    annotated: AnnotatedArticle,
    mention: QuantityMention,
    at: int,
    words: range,
    verb: Predicate,
    given: Size | None,
    head: str | None,
) -> str | None:
    """The collective noun that a quantity is a claim about: that of its clause, or that whose size
    it is."""
    lexicon, known = annotated.lexicon, annotated.collectives[at]
    body = collective_of(annotated.parsed(at), words, verb, known, lexicon)
    if body is not None:
        return body
    if mention.subject is None or mention.quantity.dimension is Dimension.PERCENT:
        return sized(head, known, lexicon)
    if given is not None and given.of is not None and mention.quantity.unit == "person":
        # "put the march at 4,000 people"
        of, _ = head_and_modifiers(given.of.of(annotated.article.text), annotated.article.language)
        return sized(of, known, lexicon)
    return None


def _of_ballot(
    annotated: AnnotatedArticle,
    mention: QuantityMention,
    sentence: ParsedSentence,
    words: range,
    verb: Predicate,
) -> str | None:
    """The side that a score counts votes for, `None` where it counts none: "passed [54] to 41"."""
    if mention.quantity.dimension is not Dimension.SCORE:
        return None
    lemmas = sentence.lemmas()
    near = {verb.verb, *lemmas[max(0, words.start - _TO_THE_VOTE) : words.start]}
    near |= set(lemmas[words.stop : words.stop + _TO_THE_VOTE])
    lost = not near.isdisjoint(annotated.lexicon.ballots_lost)
    if not lost and near.isdisjoint(annotated.lexicon.ballots):
        return None
    second = annotated.is_second_of_score(mention)
    return "against" if second != lost else "for"


def _of_age(
    mention: QuantityMention,
    at: int,
    words: range,
    verb: Predicate,
    subject: str | None,
    given: Size | None,
    annotated: AnnotatedArticle,
) -> FigureSlots:
    """The slots of an age, whose bearer is its measured noun. It has a predicate only where it is
    the age at an event: "vanished at age 14"."""
    language, sentence = annotated.article.language, annotated.parsed(at)
    found = age_of(sentence, words, verb.at, annotated.lexicon)
    bearer = found.bearer
    if bearer is None and subject is None and found.of_subject and is_personal_subject(sentence):
        # "Jane Roe died on Tuesday. She was 57."
        bearer = antecedent_of_subject([annotated.parsed(i) for i in range(max(0, at - 3), at)])
    named = None if bearer is None else bearer.of(annotated.article.text)
    head, modifiers = head_and_modifiers(named or subject, language)
    if head is None:  # "the mill is 300 years old", "the victims ranged in age"
        context = MentionContext(
            annotated.article.text, sentence, words, verb, given, annotated.lexicon, language
        )
        things = tuple(w for w in measured_words(context, Dimension.AGE, subject) if w not in _AGE)
        head, modifiers = (things[0], things[1:]) if things else (None, ())
    own_head, own_modifiers = head_and_modifiers(subject, language)
    verb_then = None if found.at is None else sentence.words[found.at].lemma
    return FigureSlots(
        quantity=mention.quantity,
        subject=subject,
        head=own_head,
        modifiers=own_modifiers,
        measured=(head, *modifiers) if head else modifiers,
        verb=replace(verb, verb=verb_then, patient=False, at=found.at),
        given=given,
        body=None,
    )


def _is_true_of_part(
    annotated: AnnotatedArticle,
    mention: QuantityMention,
    sentence: ParsedSentence,
    words: range,
    verb: Predicate,
) -> bool:
    """Whether the predicate is true of a part of the figure only: "two of the [40] were hurt",
    "none of the [40] died", "of the [40 prisoners], 12 were awaiting trial"."""
    if _begins_with_whole(sentence, words, annotated.is_next(mention, sentence, words.stop + 1)):
        return True
    # "has killed 61 of the [84 people] confirmed to be ill": an outcome before both is of the part
    ahead = verb.at is not None and verb.at < words.start and not verb.own
    if not ahead and _continues_whole(sentence, words, annotated.lexicon):
        return False
    outcome = verb.verb in annotated.lexicon.outcomes
    if mention.span in annotated.wholes:
        return outcome or not ahead
    part = _part_in_words(sentence, words, annotated)
    if part in quantity_lexicon(annotated.article.language).none.pronouns:
        return True
    # "it is one of the [12 mills] in Hale": what most verbs say of the one says little of the 12
    return part is not None and outcome


def _begins_with_whole(sentence: ParsedSentence, words: range, before_count: bool) -> bool:
    """Whether a clause begins with the whole of which it counts a part, or with what holds the
    count that follows it: "[Of] 40 prisoners[,]", "[In a village of] 300 people[, 12] died"."""
    tagged = sentence.words
    at = words.start - 1
    while at > 0 and tagged[at].tag is Tag.DETERMINER:
        at -= 1
    if at < 0 or tagged[at].lower != "of":
        return False
    if [word.lower for word in tagged[words.stop : words.stop + 1]] != [","]:
        return False
    if at == 0 or tagged[at - 1].tag is Tag.BREAK:
        return True
    holder = at
    while holder > 0 and tagged[holder - 1].tag in (Tag.NOUN, Tag.DETERMINER):
        holder -= 1
    held = 0 < holder < at and tagged[holder - 1].tag is Tag.PREPOSITION
    first = holder == 1 or (holder > 1 and tagged[holder - 2].tag is Tag.BREAK)
    return held and first and before_count


def _part_in_words(
    sentence: ParsedSentence, words: range, annotated: AnnotatedArticle
) -> str | None:
    """The word for a part without a figure that is taken from the count: "[one] of the 11 sailors",
    "[nobody] among the 11", `None` without one."""
    at = words.start - 1
    while at > 0 and sentence.words[at].tag is Tag.DETERMINER:
        at -= 1
    before = [word.lower for word in sentence.words[max(0, at - 1) : at + 1]]
    nobody = quantity_lexicon(annotated.article.language).none.pronouns
    parts = annotated.lexicon.partitives
    taken = before[1:] in (["of"], ["among"]) and (before[0] in parts or before[0] in nobody)
    return before[0] if taken else None


def _continues_whole(sentence: ParsedSentence, words: range, lexicon: ClauseLexicon) -> bool:
    """Whether words behind a whole are about it, and not about its part: "two of the [40 people
    killed] were children", "two of the [40 who fled] were caught"."""
    if words.stop >= len(sentence.words):
        return False
    if sentence.words[words.stop].lower in lexicon.grammar.relatives:
        return True
    if sentence.words[words.stop].tag is not Tag.VERB:
        return False
    return any(i in sentence.segment(words.stop) and i > words.stop for i in sentence.verbs())


def predicate_of(slots: FigureSlots) -> str | None:
    """The verb for the event or outcome; `None` for one that only gives a figure."""
    verb, given = slots.verb.verb, slots.given
    only = given is not None and not given.states_change and verb == given.lemma
    share = slots.quantity.dimension is Dimension.PERCENT and is_composing(verb)
    return None if only or share else verb


def _size(
    mention: QuantityMention, sentence: ParsedSentence, words: range, annotated: AnnotatedArticle
) -> Size | None:
    """The verb that gives a figure, if its clause has one: see `clauses.sizes`."""
    quantity = mention.quantity
    count = quantity.dimension is Dimension.COUNT
    return size(
        sentence,
        words,
        annotated.lexicon,
        count=count,
        things=count and mention.subject is not None and quantity.unit != "person",
        language=annotated.article.language,
    )


def _subject(
    mention: QuantityMention,
    sentence: ParsedSentence,
    words: range,
    verb: Predicate,
    given: Size | None,
    annotated: AnnotatedArticle,
) -> str | None:
    """The counted noun: the one behind the figure, else the one that its clause has elsewhere."""
    if mention.subject is not None:
        return mention.subject
    if mention.quantity.dimension is Dimension.COUNT:
        found = counted_before(sentence, words, verb, annotated.lexicon)
        if found is None and given is not None:
            found = given.of  # "the crowd numbered 3,000"
        if found is None:
            found = consisting(sentence, words, verb, annotated.lexicon)
    else:
        found = measured_of(sentence, words)
    return None if found is None else found.of(annotated.article.text)


def _of_people(
    quantity: Quantity,
    head: str | None,
    body: str | None,
    verb: Predicate,
    annotated: AnnotatedArticle,
) -> Quantity:
    """The quantity with the unit `person` where its clause counts people: by its noun, or without
    one by its collective noun or by what only people do or suffer ("5,000 flee")."""
    known = quantity_lexicon(annotated.article.language)
    of_collective = head is None or head in annotated.lexicon.groups
    people = body is not None if of_collective else head in known.people
    unsaid = head in (None, "other") and verb.verb in annotated.lexicon.human
    return with_people(quantity) if people or unsaid else quantity


def with_people(quantity: Quantity) -> Quantity:
    """The quantity with the unit `person`, if it is a count without a unit."""
    if quantity.unit is None and quantity.dimension is Dimension.COUNT:
        return quantity.model_copy(update={"unit": "person"})
    return quantity
