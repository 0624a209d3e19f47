"""The page in a real browser: marks, links, filters, colours, and that nothing foreign runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factcheck import Article, Report, reconcile
from factcheck.models import Part
from factcheck.report.asking import worth_asking
from factcheck.report.wording import heading_of

from .browsing import Look, unfold

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = sync_api.expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CONTRAST = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")
SCRIPT = "<script>alert(1)</script>"
# Where each mark begins and ends in its article, in characters as Python counts them. The
# numbers of questions that are printed between the words are no part of the text.
PLACES = """() => [...document.querySelectorAll(".story .text")].map((story) => {
  const marks = [];
  let place = 0;
  for (const node of story.childNodes) {
    if (node.classList && node.classList.contains("called")) {
      marks.push({claim: node.id, start: place, end: place, called: true});
      continue;
    }
    const end = place + [...node.textContent].length;
    if (node.nodeType === Node.ELEMENT_NODE) {
      marks.push({claim: node.id || node.dataset.claim, start: place, end, called: false});
    }
    place = end;
  }
  return {
    marks,
    text: [...story.childNodes]
      .filter((node) => !(node.classList && node.classList.contains("called")))
      .map((node) => node.textContent).join(""),
  };
})"""


def shown(page: Page, selector: str) -> list[str]:
    """The ids of those elements that can be seen."""
    found: list[str] = page.evaluate(
        "(s) => [...document.querySelectorAll(s)]"
        ".filter((e) => e.checkVisibility()).map((e) => e.id)",
        selector,
    )
    return found


def test_marks_stand_on_the_words_of_their_claims(
    look: Look, seeds_report: Report, seeds_page: Path
) -> None:
    stories = look(seeds_page).evaluate(PLACES)
    names = {f"claim-{n}": claim for n, claim in enumerate(seeds_report.claims, 1)}
    told = [claim for claim in seeds_report.claims if claim.part is Part.TEXT]
    assert len(stories) == len(seeds_report.articles)
    marked: set[str] = set()
    for article, story in zip(seeds_report.articles, stories, strict=True):
        assert story["text"] == article.text
        claims = [claim for claim in told if claim.article_id == article.id]
        covered = {n for mark in story["marks"] for n in range(mark["start"], mark["end"])}
        assert covered == {n for c in claims for n in range(c.span.start, c.span.end)}
        for mark in story["marks"]:
            claim = names[mark["claim"]]
            marked.add(claim.id)
            assert claim.article_id == article.id
            assert claim.span.start <= mark["start"]
            assert mark["end"] <= claim.span.end
        for claim in claims:
            if not any(claim.span.overlaps(other.span) for other in claims if other != claim):
                (mark,) = (m for m in story["marks"] if names[m["claim"]] == claim)
                assert story["text"][mark["start"] : mark["end"]] == claim.quote
    assert marked == {claim.id for claim in told}


@pytest.mark.slow
def test_a_figure_of_a_headline_is_marked_in_the_headline(
    look: Look, seeds_report: Report, seeds_page: Path
) -> None:
    page = look(seeds_page)
    told = {f"claim-{n}": c.quote for n, c in enumerate(seeds_report.claims, 1)
            if c.part is Part.TITLE}  # fmt: skip
    assert told
    for anchor, quote in told.items():
        marked = page.locator(f".story h3 #{anchor}")
        assert marked.count() == 1
        assert marked.text_content() == quote


@pytest.mark.slow
def test_every_claim_leads_to_its_question_and_back(
    look: Look, seeds_report: Report, seeds_page: Path
) -> None:
    page = look(seeds_page)
    unfold(page)
    links: list[dict[str, Any]] = page.evaluate("""() =>
      [...document.querySelectorAll(".story .claim")].map((mark) => {
        const card = document.querySelector(mark.getAttribute("href"));
        const claim = mark.id || mark.dataset.claim;
        return {
          claim,
          label: card.querySelector("h3").lastChild.textContent.trim(),
          verdict: card.dataset.verdict,
          back: card.querySelector(`a[href="#${claim}"]`) !== null,
          place: document.getElementById(claim) !== null,
        };
      })""")
    groups = {claim.id: group for group in seeds_report.groups for claim in group.claims}
    of_claim = {f"claim-{n}": groups[c.id] for n, c in enumerate(seeds_report.claims, 1)}
    assert {link["claim"] for link in links} == set(of_claim)
    for link in links:
        group = of_claim[link["claim"]]
        assert link["label"].split() == heading_of(group).split()
        assert link["verdict"] == group.verdict.value
        assert link["back"]
        assert link["place"]


@pytest.mark.slow
def test_the_keyboard_follows_a_link_there_and_back(
    look: Look, march: Report, march_page: Path
) -> None:
    page = look(march_page, width=390)
    mark = page.locator(".story a.claim", has_text="about 900 people")
    mark.focus()
    page.keyboard.press("Enter")
    card = page.locator(".card:target")
    expect(card).to_be_in_viewport()
    assert card.locator("h3").inner_text().endswith("size of the march")
    card.locator(".quote", has_text="about 900 people").get_by_role("link").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".story .claim:target")).to_have_text("about 900 people")
    expect(page.locator(":target")).to_be_in_viewport()


@pytest.mark.slow
def test_filters_show_the_questions_asked_for(
    look: Look, seeds_report: Report, seeds_page: Path
) -> None:
    page = look(seeds_page)
    total = len(seeds_report.groups)
    assert page.locator("#filters output").inner_text() == f"{total} of {total} questions"
    outlets = {article.id: article.publisher for article in seeds_report.articles}

    for field, chosen, wanted in (
        ("Verdict", "conflict", lambda g: g.verdict.value == "conflict"),
        ("Kind", "size of the caravan", lambda g: g.kind == "caravan_size"),
        (
            "Publisher",
            "Gulf Observer",
            lambda g: any(outlets[c.article_id] == "Gulf Observer" for c in g.claims),
        ),
    ):
        page.get_by_label(field).select_option(label=chosen)
        expected = sum(map(wanted, seeds_report.groups))
        assert 0 < expected < total
        assert len(shown(page, ".card")) == expected
        assert page.locator("#filters output").inner_text() == f"{expected} of {total} questions"
        page.get_by_role("button", name="Show all").click()
        expect(page.locator("#filters output")).to_have_text(f"{total} of {total} questions")
        assert page.locator(".card:not([hidden])").count() == total  # drawn by the first choice
        folded = sum(group.verdict.value == "single" for group in seeds_report.groups)
        assert len(shown(page, ".card")) == total - folded


@pytest.mark.slow
def test_the_choice_is_kept_in_the_address(
    look: Look, seeds_report: Report, seeds_page: Path
) -> None:
    page = look(seeds_page)
    page.get_by_label("Publisher").select_option(label="Gulf Observer")
    page.get_by_label("Two outlets or more").check()
    page.get_by_label("Search").fill("Caravan")
    found = shown(page, ".card")
    assert 0 < len(found) < len(seeds_report.groups)
    assert page.url.endswith("?outlet=Gulf+Observer&find=Caravan&across=1")
    page = look(seeds_page, query=page.url.partition(".html")[2])
    assert shown(page, ".card") == found
    assert page.get_by_label("Publisher").input_value() != ""
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("#filters output")).to_have_text(
        f"{len(seeds_report.groups)} of {len(seeds_report.groups)} questions"
    )
    assert "?" not in page.url


@pytest.mark.slow
def test_place_and_confidence_and_folded_questions(
    look: Look, seeds_report: Report, seeds_page: Path
) -> None:
    page = look(seeds_page)
    places = {g.id for g in seeds_report.groups for c in g.claims if "tapachula" in
              (c.place or "").casefold()}  # fmt: skip
    page.get_by_label("Place").fill("Tapachula")
    assert page.locator(".card:not([hidden])").count() == len(places) > 0
    page.get_by_label("Place").fill("")
    page.get_by_label("Same question").select_option(label="sure")
    sure = [g for g in seeds_report.groups if g.confidence.value == "sure"]
    assert page.locator(".card:not([hidden])").count() == len(sure)
    assert page.locator(".asked:not([hidden])").count() == 0
    # What one article alone answers is folded, until it is asked for.
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".asked:not([hidden])")).to_have_count(
        len(worth_asking(seeds_report.possible))
    )
    assert not page.locator("details:has(#single)").evaluate("e => e.open")
    page.get_by_label("Verdict").select_option(label="single")
    assert page.locator("details:has(#single)").evaluate("e => e.open")


@pytest.mark.slow
def test_filters_work_together_and_from_the_keyboard(look: Look, march_page: Path) -> None:
    page = look(march_page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the articles"
    page.keyboard.press("Tab")
    page.keyboard.type("agree")
    assert shown(page, ".card") == ["group-2"]
    assert page.evaluate("document.activeElement.name") == "verdict"
    # The Gazette has no word on the day: nothing is left, and its chapters go too.
    page.get_by_label("Publisher").select_option(label="Valley Gazette")
    assert shown(page, ".card") == []
    assert shown(page, ".chapter") == []
    assert page.locator("#filters output").inner_text() == "0 of 2 questions"
    assert page.locator(".story .claim:not(.off)").count() == 0
    # A mark leads to its question even so.
    page.locator(".story a.claim", has_text="about 900 people").click()
    expect(page.locator("#group-1:target")).to_be_in_viewport()
    assert len(shown(page, ".card")) == 2


@pytest.mark.slow
def test_quotes_are_drawn_from_the_articles_when_they_are_unfolded(
    look: Look, march: Report, march_page: Path
) -> None:
    page = look(march_page)
    fold = page.locator("#group-1 details").first
    assert fold.locator(".quote").count() == 0
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(fold.locator(".quote q")).to_have_text(
        [
            "At first about 900 people marched.",
            "By evening 300 were left, police said.",
            "More than 2,000 people marched on Friday.",
            "More than 2,000 people marched on Friday.",
        ]
    )
    told = [" ".join(text.split()) for text in fold.locator(".quote").all_inner_texts()]
    assert (
        "Valley Gazette, quoting police, later; in “March on the harbour”, paragraph 2" in told[1]
    )
    assert f"Read as 300 by the rule “by hand”. Its name: :{march.claims[1].name}" in told[1]
    assert [mark.get_attribute("class") for mark in fold.locator("mark").all()] == [
        "p1", "p2", "p0", "p0",
    ]  # fmt: skip
    # The Echo has no title to name.
    assert "Hill Echo; paragraph 1" in told[3]


@pytest.mark.slow
def test_a_quote_is_cut_right_behind_letters_that_a_browser_counts_twice(
    look: Look, tmp_path: Path
) -> None:
    text = "🎈🎈 A balloon fell.\r\n\r\nThe \u202e🎈 crash killed 14 people in Oster. It burned."
    page = look(reconcile([Article(id="a", text=text)]).to_html(tmp_path / "balloon.html"))
    unfold(page)
    quotes = page.locator(".quote", has_text="14 people")
    expect(quotes.locator("q")).to_have_text("The \ufffd🎈 crash killed 14 people in Oster.")
    expect(quotes.locator("mark")).to_have_text("14 people")


def test_single_answers_are_drawn_when_they_are_asked_for(
    look: Look, seeds_report: Report, seeds_page: Path
) -> None:
    page = look(seeds_page)
    single = [group for group in seeds_report.groups if group.verdict.value == "single"]
    assert page.locator(".card.single").count() == 0
    mark = page.locator(".story .claim.single").first
    mark.hover()
    label = mark.get_attribute("title")
    assert label is not None
    mark.click()
    expect(page.locator(".card:target")).to_be_in_viewport()
    assert page.locator(".card.single").count() == len(single)
    heading = page.locator(".card:target h3").inner_text().partition(" ")[2]
    assert label == f"single: {heading}"


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_text_and_marks_stand_out_as_wcag_aa_asks(
    look: Look, seeds_page: Path, scheme: str, width: int
) -> None:
    checked = look(seeds_page, width=width, color_scheme=scheme).evaluate(CONTRAST)
    assert len(checked) > 300
    assert [found for found in checked if not found["enough"]] == []


@pytest.mark.slow
def test_the_two_schemes_are_two(look: Look, march_page: Path) -> None:
    colours = {
        scheme: look(march_page, color_scheme=scheme).evaluate(
            "[document.body, document.querySelector('.card')]"
            ".map((e) => getComputedStyle(e).backgroundColor)"
        )
        for scheme in ("light", "dark")
    }
    assert colours["light"] != colours["dark"]


@pytest.mark.slow
def test_nothing_is_cut_off_or_squeezed_at_any_width(look: Look, seeds_page: Path) -> None:
    page = look(seeds_page)
    paper = 720
    for width in (1280, 1024, 820, 700, 390, 320, paper):
        page.emulate_media(media="print" if width == paper else "screen")
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        narrowest = page.evaluate(
            "Math.min(...[...document.querySelectorAll('.card.full p, .card.full li > span')]"
            ".filter((e) => e.checkVisibility() && e.textContent.length > 40)"
            ".map((e) => e.getBoundingClientRect().width))"
        )
        assert narrowest > 150, width


@pytest.mark.slow
def test_all_is_there_without_script_and_in_print(
    look: Look, seeds_report: Report, seeds_page: Path
) -> None:
    page = look(seeds_page, java_script_enabled=False)
    compared = [group for group in seeds_report.groups if group.verdict.value != "single"]
    assert page.locator(".card").count() == len(compared)
    # What only one article answers is marked in it, and nothing promises to unfold.
    assert page.locator(".story .claim.single").count() > 0
    assert not page.locator(".more").first.is_visible()
    assert page.get_by_text("They are marked in the articles above.").is_visible()
    assert not page.locator("#filters").is_visible()
    page = look(seeds_page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".card").count() == len(seeds_report.groups)
    quoted = page.locator(".card .more .quote")
    assert quoted.count() == sum(len(group.claims) for group in seeds_report.groups)
    assert not page.locator("#filters").is_visible()
    cut = page.evaluate(
        "[...document.querySelectorAll('.story')].some((e) => e.scrollHeight > e.clientHeight + 1)"
    )
    assert not cut


@pytest.mark.slow
def test_headings_lists_and_pictures_have_names(look: Look, march_page: Path) -> None:
    page = look(march_page)
    assert page.get_by_role("heading", level=1).count() == 1
    pictures = page.get_by_role("img")
    assert [pictures.nth(n).get_attribute("aria-label") for n in range(pictures.count())] == [
        (
            "The positions on a line: more than 2,000 (one origin); about 900 (one origin); "
            "300 (one origin)."
        ),
        "The figure over time: about 900 became 300.",
    ]
    doubled = page.evaluate("""() => {
      const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
      return ids.filter((id, n) => ids.indexOf(id) !== n);
    }""")
    assert doubled == []


@pytest.mark.slow
@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html," + SCRIPT, SCRIPT])
def test_foreign_script_never_runs(look: Look, march: Report, url: str, tmp_path: Path) -> None:
    foreign = [
        Article(
            id=f"{SCRIPT}{number}\" onclick=alert(1) '",
            title=f"</title></style>{SCRIPT}",
            publisher=f"'\"><img src=x onerror=alert(1)>{SCRIPT} {number}",
            url=url,
            text=f"{SCRIPT} At least {number}4 people in {SCRIPT} were killed on Friday. "
            f"<img src=x onerror=alert(1)> {SCRIPT} said a man. &lt;script&gt;",
        )
        for number in (1, 2)
    ]
    page = look(reconcile(foreign).to_html(tmp_path / "foreign.html"))
    assert page.locator("script:not([type])").count() == 1
    assert page.locator("img").count() == 0
    assert page.locator(".story h3").first.inner_text() == f"</title></style>{SCRIPT}"
    assert page.locator(".story .text").first.inner_text().startswith(SCRIPT)
    assert page.evaluate(
        "[...document.querySelectorAll('a')].every((e) => e.getAttribute('href')[0] === '#')"
    )
    # Not only articles are foreign: labels, answers and speakers are made of their words.
    group = march.groups[0]
    spoiled = group.model_copy(
        update={
            "label": SCRIPT,
            "explanation": SCRIPT,
            "positions": tuple(
                position.model_copy(update={"answer": f"{SCRIPT}{n}", "speakers": (SCRIPT,)})
                for n, position in enumerate(group.positions)
            ),
            "pairs": tuple(pair.model_copy(update={"reason": SCRIPT}) for pair in group.pairs),
            "origins": tuple(
                origin.model_copy(update={"evidence": SCRIPT, "credits": (SCRIPT,)})
                for origin in group.origins
            ),
        }
    )
    report = march.model_copy(update={"groups": (spoiled, march.groups[1]), "notes": (SCRIPT,)})
    page = look(report.to_html(tmp_path / "spoiled.html"))
    assert page.locator("script:not([type])").count() == 1
    assert page.locator("#group-1 h3").inner_text().endswith(SCRIPT)
    assert f"{SCRIPT}0" in page.locator(".chart text").all_text_contents()


def test_even_a_script_that_came_in_would_not_run(browser: Browser, march_page: Path) -> None:
    """The page's policy is a second wall: it knows the hash of the one script it lets run."""
    inside = "</h1><script>document.title = 'ran'</script><b onclick=alert(1)>"
    spoiled = march_page.read_text(encoding="utf-8").replace("</h1>", inside, 1)
    march_page.write_text(spoiled, encoding="utf-8")
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(march_page.as_uri())
    assert page.title() == "What 3 articles claim"
    assert page.locator("script:not([type])").count() == 2
    assert any("Content Security Policy" in message for message in refused)
    # The page's own script still runs.
    expect(page.locator("#filters output")).to_have_text("2 of 2 questions")
    page.close()
