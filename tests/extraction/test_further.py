"""Those beyond a first figure: only where the article has a first figure of the same kind."""

import pytest

from factcheck import Article, extract
from factcheck.models import Scope


def scopes(text: str, title: str = "") -> list[tuple[str, Scope | None]]:
    claims = extract(Article(id="a", text=text, title=title))
    return [(claim.kind, claim.scope) for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The storm killed 40 people. Another 196 people were injured.",
            [("deaths", None), ("injured", None)],
        ),
        (
            "Hail injured 12 people in Oakfield. Another 30 people were injured in Elmfield.",
            [("injured", None), ("injured", Scope.OTHERS)],
        ),
        ("Another 196 people were injured.", [("injured", None)]),
        ("The town will spend another $3 million.", [("money", Scope.OTHERS)]),
        (
            "The storm killed 20 pupils. Two more pupils died.",
            [("deaths", None), ("deaths", Scope.OTHERS)],
        ),
        ("The storm killed 20 pupils, two more than the last.", [("deaths", None)] * 2),
        ("Thirty more pupils lay in beds.", [("count", None)]),
        (
            "The court acquitted 12 men and fined 30 other men.",
            [("count", None), ("count", None)],
        ),
        (
            "The court acquitted 12 men in Oakfield and acquitted 30 other men in Elmfield.",
            [("count", None), ("count", Scope.OTHERS)],
        ),
        # beside somebody named they are beyond a first one without a figure
        ("Ruth Calloway and two other women vanished.", [("missing", Scope.OTHERS)]),
        (
            "Ruth Calloway and two other women vanished. Nobody had seen them since the fair.",
            [("missing", Scope.OTHERS)],
        ),
        ("A mill burned and two other women vanished.", [("missing", None)]),
        # ... but not where somebody is only named before them
        (
            "Ruth Calloway and her aunt left the fair, and two other women vanished.",
            [("missing", None)],
        ),
        ("Along with the fair the circus left, and two other women vanished.", [("missing", None)]),
        ("Along with two other women, she vanished.", [("missing", Scope.OTHERS)]),
        ("Together with two other women, she vanished.", [("missing", Scope.OTHERS)]),
    ],
)
def test_others_need_a_first_figure_of_their_kind(
    text: str, expected: list[tuple[str, Scope | None]]
) -> None:
    assert scopes(text) == expected


def test_a_headline_is_no_first_figure() -> None:
    title = "Hail injures 30 people in Oakfield"
    text = f"{title}\n\nA barn fell on two men, who died. Another 30 people were injured."
    assert scopes(text, title)[-1] == ("injured", None)
