"""What the pronouns of a sentence may refer to."""

from __future__ import annotations

from factcheck import Article, extract
from factcheck.linkage import model
from factcheck.linkage.context import sentence_key
from factcheck.linkage.identity import own_levels
from factcheck.linkage.referents import referents
from factcheck.linkage.tagged_sentences import sentence_words
from tests.linkage.newsdesk import marked


def referred(text: str, figure: str, title: str = "") -> set[str]:
    """The words that may be meant by the pronouns of the sentence of a figure."""
    article = Article(id="a", title=title, text=text)
    claims = extract(article)
    tags = {
        sentence_key(claim): sentence_words(claim.sentence.of(article.part(claim.part)), "en")
        for claim in claims
    }
    found = referents(tags, {"a": article})
    at = next(sentence_key(claim) for claim in claims if figure in claim.quote)
    return set(found.get(at, frozenset()))


def test_a_pronoun_may_refer_to_the_subject_before() -> None:
    text = "Headman Orsel Tamm lost a sister. He has led the village for 17 years."
    assert referred(text, "17 years") == {"headman", "orsel", "tamm"}


def test_a_possessive_refers_back_too() -> None:
    text = "The hospital in Lodd was full. All of its 80 beds were taken."
    assert referred(text, "80 beds") == {"hospital", "lodd"}


def test_a_sentence_without_such_a_pronoun_refers_to_nothing() -> None:
    text = "Tamm lost a sister. The village has 17 wells."
    assert referred(text, "17 wells") == set()


def test_a_subject_that_is_a_pronoun_is_passed_over() -> None:
    text = "The barrier held. It was old. It was built at a cost of $17 million."
    assert referred(text, "$17 million") == {"barrier"}


def test_so_many_sentences_are_looked_back_at() -> None:
    back = model.context_bounds().back
    far, near = (
        "The barrier held. " + "It held. " * n + "It cost $17 million." for n in (back, back - 1)
    )
    assert referred(far, "$17 million") == set()
    assert referred(near, "$17 million") == {"barrier"}


def test_nothing_stands_before_a_title_or_a_first_sentence() -> None:
    assert referred("The barrier held.", "17", title="It cost $17 million") == set()
    assert referred("It cost $17 million. The barrier held.", "$17 million") == set()


def shared(left: str, right: str) -> float:
    """How much two figures in square brackets share of what their pronouns may refer to."""
    (one, other, *_), words = marked(left, right)
    found = own_levels(one, other, words, model.link_model().identity)
    return sum(level.amount for level in found if level.name == "shared_referent")


def test_two_figures_share_what_is_referred_to_beside_either_or_by_both() -> None:
    said = "Orsel Tamm lost a sister. He has led the village for [17 years]."
    beside = "Tamm has been headman for [11 years]."
    both = "Tamm wept. He has led it for [11 years]."
    assert shared(said, beside) == shared(beside, said) > 0
    assert shared(said, both) == shared(both, said) > 0


def test_what_is_referred_to_by_one_and_nowhere_near_the_other_is_not_shared() -> None:
    said = "Orsel Tamm lost a sister. He has led the village for [17 years]."
    assert shared(said, "Ada Ruse has been headman for [11 years].") == 0
    assert shared("Tamm has been headman for [17 years].", "Tamm led it for [11 years].") == 0
