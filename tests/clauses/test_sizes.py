"""Verbs that only give a figure: what is measured, and that no deed is told."""

import pytest

from factcheck import Article, Claim, extract


def claim(sentence: str) -> Claim:
    return next(c for c in extract(Article(id="a", text=sentence)) if c.quantity is not None)


@pytest.mark.parametrize(
    ("sentence", "measured"),
    [
        ("The surveyor put the cost of the pier at $2 million.", ("cost", "pier")),
        ("The cost of the pier was put at $2 million by the surveyor.", ("cost", "pier")),
        ("Brokers estimated losses at about $3 billion.", ("loss",)),
        ("The deficit, estimated at $2 million, has grown.", ("deficit",)),
        ("Burglars took paintings valued at $2 million.", ("painting",)),
        ("The clerk put the harm to stalls and tram stops at $6 million.", ("harm", "stall")),
        ("The clerk said the harm totalled $5 million.", ("harm",)),
        ("The bank raised its deposit rate to 5 percent.", ("deposit",)),
        ("Unemployment rose to 7 percent.", ("unemployment",)),
        ("Broken panes added up to $6 million in damage.", ("damage",)),
        ("The offer amounts to 27 weeks of severance pay, aides said.", ("pay", "severance")),
        ("The seismologist put the magnitude of the shock at 6.7.", ("magnitude", "shock")),
    ],
)
def test_what_is_given_its_figure(sentence: str, measured: tuple[str, ...]) -> None:
    question = claim(sentence).question
    assert (question.measured, question.predicate) == (measured, None)


@pytest.mark.parametrize(
    ("sentence", "measured", "predicate"),
    [
        ("It took the glee choir of Tarn nine days to record the song.",
         ("choir", "glee", "tarn"), "record"),
        ("The jury took three days to agree.", ("jury",), "agree"),
        ("It took nine days to clear the road.", (), "clear"),
        ("The repair took the town nine days.", ("repair",), "take"),
        ('The painting "Grey Heron" sold for $31 million.', ("heron", "painting", "grey"), "sell"),
    ],
)  # fmt: skip
def test_whom_a_deed_takes_so_long(
    sentence: str, measured: tuple[str, ...], predicate: str
) -> None:
    question = claim(sentence).question
    assert (question.measured, question.predicate) == (measured, predicate)


@pytest.mark.parametrize(
    ("sentence", "modifiers"),
    [
        ("The quake injured 140 people seriously.", ("serious",)),
        ("In all 140 people were slightly injured.", ("slight",)),
        ("The quake badly injured 140 people.", ("bad",)),
        ("The quake quickly injured 140 people.", ()),
    ],
)
def test_how_badly_restricts_who_is_counted(sentence: str, modifiers: tuple[str, ...]) -> None:
    assert claim(sentence).question.modifiers == modifiers


@pytest.mark.parametrize(
    ("sentence", "quote", "kind"),
    [
        ("Divers found two more bodies, bringing the total to 39.", "39", "deaths"),
        ("Police detained 30 men, raising the total so far to 400.", "400", "arrests"),
        ("The firm hired 40 clerks, bringing the total number to 600.", "600", "count"),
        ("The firm hired 40 clerks and raised the fee to $600.", "$600", "money"),
    ],
)
def test_a_total_is_of_what_is_added_to_it(sentence: str, quote: str, kind: str) -> None:
    claims = extract(Article(id="a", text=sentence))
    added, total = (c for c in claims if c.quantity is not None)
    assert (total.quote, total.kind) == (quote, kind)
    assert (total.question.head == added.question.head) is (kind != "money")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The trawler had about 400 people on board when it capsized.", "aboard"),
        ("The club has 12 people on the board.", "count"),
        ("Police put Sunday's march through the port at 338,000 people.", "crowd_size"),
        ("Police put the toll of the march at 3 people.", "count"),
    ],
)
def test_what_the_figure_of_people_is_the_size_of(sentence: str, kind: str) -> None:
    assert claim(sentence).kind == kind


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        ("The herd numbered 350, the warden said.", "herd"),
        ("Wardens put the size of the herd at 390.", "herd"),
        ("The index fell to 3,512.", "index"),
    ],
)
def test_what_a_bare_count_counts(sentence: str, head: str) -> None:
    question = claim(sentence).question
    assert (question.head, question.predicate) == (head, None)


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The flood reached 40 houses.", "reach"),
        ("The storm hit 40 villages.", "hit"),
        ("The army placed guards at 40 gates.", "place"),
        ("Prices rose 5 percent.", "rise"),
        ("The shop cut costs by $2 million.", "cut"),
    ],
)
def test_a_deed_stays_one(sentence: str, verb: str) -> None:
    assert claim(sentence).question.predicate == verb


def test_what_changes_by_a_figure_is_the_object() -> None:
    assert claim("The shop cut costs by $2 million.").question.measured == ("cost",)


@pytest.mark.parametrize(
    ("sentence", "measured", "verb"),
    [
        ("A rise of 8 percent in the toll fee angered drivers.", ("fee", "toll"), "rise"),
        ("The plan brings an 8 percent drop in fares.", ("fare",), "drop"),
        ("Fares were up 8 percent.", ("fare",), "rise"),
    ],
)
def test_a_change_told_as_a_noun(sentence: str, measured: tuple[str, ...], verb: str) -> None:
    question = claim(sentence).question
    assert (question.measured, question.predicate) == (measured, verb)


@pytest.mark.parametrize(
    ("sentence", "measured"),
    [
        ("The town has spent $20 million on fighting the locusts.", ("locust", "cost")),
        ("The town spent $20 million for the second time.", ("cost",)),
        ("The mill lost $3 million.", ("loss",)),
        ("The mill cost $3 million.", ("mill", "cost")),
        ("Ada Ruse received 3,000 votes.", ("ruse", "ada")),
        ("Final returns gave Ada Ruse 3,000 votes.", ("ruse", "ada")),
        ("The clerk counted 60 votes.", ()),
    ],
)
def test_who_gives_is_not_measured_and_who_holds_is(
    sentence: str, measured: tuple[str, ...]
) -> None:
    assert claim(sentence).question.measured == measured


@pytest.mark.parametrize(
    ("sentence", "measured"),
    [
        ("Masons had rebuilt 90% of the wall.", ("wall",)),
        ("Ada Ruse won 63% of the vote.", ("ruse", "ada")),
        ("The gauge at Orrin measured 13.5 inches (34 cm) of rain.", ("rain",)),
        ("Its speed was 150 mph.", ()),
    ],
)
def test_the_whole_of_a_share_and_the_stuff_of_a_measure(
    sentence: str, measured: tuple[str, ...]
) -> None:
    assert claim(sentence).question.measured == measured


def test_what_is_partly_done_suffers_it() -> None:
    question = claim("The wall was 75% rebuilt.").question
    assert (question.predicate, question.patient) == ("rebuild", True)


def test_the_first_noun_of_a_list_is_no_verb() -> None:
    assert claim("The police list of the missing holds 19 names.").question.predicate == "hold"
