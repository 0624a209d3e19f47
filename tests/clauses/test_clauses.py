"""What a clause says of its figure: predicate, body, place, speaker, phase, scope, status."""

import re
from itertools import pairwise

import pytest

from factcheck import Article, extract
from factcheck.clauses.collectives import _same_clause, collective_nouns, collective_of, sized
from factcheck.clauses.counted_nouns import counted_before
from factcheck.clauses.cues import cue
from factcheck.clauses.events import event_at
from factcheck.clauses.lexicon import clause_lexicon
from factcheck.clauses.nominal import of_event_noun, with_outcome
from factcheck.clauses.places import place_of
from factcheck.clauses.predicate import Predicate, predicate
from factcheck.clauses.qualifiers import phase, scope, status
from factcheck.clauses.segments import ParsedSentence, parsed
from factcheck.clauses.speakers import speaker
from factcheck.clauses.words import head_and_modifiers
from factcheck.models import Phase, Scope, Span, Status
from factcheck.text.tokeniser import TextTokens

LEXICON = clause_lexicon()


def read(marked: str) -> tuple[str, ParsedSentence, Span, range]:
    """A sentence whose figure is marked [so], with its parts."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    sentence = parsed(TextTokens(text), Span(start=0, end=len(text)))
    span = Span(start=start, end=end)
    return text, sentence, span, sentence.inside(span)


def verb_of(marked: str) -> Predicate:
    _, sentence, _, words = read(marked)
    return predicate(sentence, words, LEXICON)


@pytest.mark.parametrize(
    ("marked", "verb", "patient"),
    [
        ("The blast killed [23 people] on Friday.", "kill", True),
        ("[Seven persons] were killed in the square.", "kill", True),
        ("[13] Shot at Street Fair", "shoot", True),
        ("[Two gunmen] shot the mayor.", "shoot", False),
        ("[Two men] ambushed the party.", "ambush", False),
        ("Officers arrested [45 people] overnight.", "arrest", True),
        ("[3,000 migrants] were arrested daily at the border.", "arrest", True),
        ("[4,000 migrants] leave the town in a convoy.", "leave", False),
        ("The state assigned [300 officers] to the dam.", "assign", True),
        ("[Eight of the victims] have been released from hospital.", "release", True),
        ("The storm hit the coast, injuring [five people].", "injure", True),
        ("The number of victims rose to [59].", "rise", True),
        ("She visited [12 officers] who were hurt.", "hurt", True),
        ("She visited [12 officers] hurt in the clash.", "hurt", True),
        ("Police arrested [40 people] who had been hurt.", "arrest", True),
        ("Police arrested [40 people] who sang.", "arrest", True),
        ("The mayor ordered [900 people] to leave.", "leave", False),
        ("[900 people] were told to leave.", "leave", False),
        ("[281 divers] are now known to have been killed.", "kill", True),
        ("[40 divers] were reported to have been injured.", "injure", True),
        ("[12 divers] are believed to have died.", "die", False),
        ("[Twelve divers] were feared drowned.", "drown", True),
        ("[Thousands] are thought to live in the camp.", "live", False),
        ("[Forty divers] were hired to clean the beach.", "hire", True),
        ("[12 mills] will close.", "close", True),
        ("[12 guards] closed the gate.", "close", False),
        ("[9,000] march in Oakfield.", "march", False),
        ("About [90 Homes] Destroyed by the Hill Fire", "destroy", True),
    ],
)
def test_predicate(marked: str, verb: str, patient: bool) -> None:
    found = verb_of(marked)
    assert (found.verb, found.patient) == (verb, patient)


def test_of_things_it_is_reported_what_befell_them() -> None:
    _, sentence, _, words = read("About [500 barns] are estimated to have been damaged.")
    assert predicate(sentence, words, LEXICON, people=False).verb == "damage"


def test_things_are_not_told_to_do_anything() -> None:
    _, sentence, _, words = read("The airline ordered [40 planes] to replace old ones.")
    assert predicate(sentence, words, LEXICON, people=False).verb == "order"


@pytest.mark.parametrize(
    ("marked", "phrase", "rest", "verb", "patient"),
    [
        ("Medics spoke of [450 injured passengers].", "injured passengers", "passengers", "injure",
         True),
        ("Medics found [three climbers wounded].", "climbers wounded", "climbers", "wound", True),
        ("The town has [20 fleeing families].", "fleeing families", "families", "flee", False),
        ("Crews rescued [12 injured climbers].", "injured climbers", "injured climbers", "rescue",
         True),
        ("They bought [12 used cars].", "used cars", "used cars", "buy", True),
        ("[13 wounded] in raid", "wounded", None, "wound", True),
    ],
)  # fmt: skip
def test_a_participle_tells_what_befell_the_counted(
    marked: str, phrase: str, rest: str | None, verb: str, patient: bool
) -> None:
    _, sentence, _, words = read(marked)
    main = predicate(sentence, words, LEXICON)
    left, found = with_outcome(phrase, main, sentence, words, LEXICON)
    assert (left, found.verb, found.patient) == (rest, verb, patient)


@pytest.mark.parametrize(
    ("marked", "verb"),
    [
        ("The lava forced the evacuation of [900 people].", "evacuate"),
        ("The plan calls for the closing of [eight mills].", "close"),
        ("Divers went on with the search for [three men].", "search"),
        ("The firm makes a kind of [three cakes].", "make"),
    ],
)
def test_a_noun_tells_the_deed(marked: str, verb: str) -> None:
    _, sentence, _, words = read(marked)
    assert of_event_noun(sentence, predicate(sentence, words, LEXICON), LEXICON).verb == verb


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The number of people rescued rose to [335].", "people rescued"),
        ("Oakfield flood death toll at [62]", "Oakfield flood death"),
        ("At [as many as 4,000], the number of injured was high.", "injured"),
        ("The mayor spoke at [62].", None),
    ],
)
def test_what_is_counted_stands_elsewhere(marked: str, expected: str | None) -> None:
    text, sentence, _, words = read(marked)
    found = counted_before(sentence, words, predicate(sentence, words, LEXICON), LEXICON)
    assert (found and found.of(text)) == expected


@pytest.mark.parametrize(
    ("marked", "earlier", "body"),
    [
        ("A caravan of [about 6,000 migrants] passed.", "", "caravan"),
        ("A caravan with [900 people] left.", "", "caravan"),
        ("The group had shrunk to [400 people].", "The caravan rested.", "caravan"),
        ("It initially included [5,000 people].", "The caravan rested.", "caravan"),
        ("They counted [400 people] in the caravan.", "", "caravan"),
        ("A crowd of [9,000 people] sang.", "", "crowd"),
        ("A group of [40 nurses] sang.", "", None),
        ("The caravan, which at first numbered [9,000], left.", "", "caravan"),
        ("The town counted [400 people].", "The caravan rested.", None),
        ("The caravan walked past [400 soldiers].", "", None),
    ],
)
def test_body_of_people(marked: str, earlier: str, body: str | None) -> None:
    _, sentence, _, words = read(marked)
    before = parsed(TextTokens(earlier), Span(start=0, end=len(earlier)))
    current = collective_nouns([before, sentence], LEXICON)[1]
    assert (
        collective_of(sentence, words, predicate(sentence, words, LEXICON), current, LEXICON)
        == body
    )


@pytest.mark.parametrize(
    ("head", "current", "body"),
    [
        ("caravan", None, "caravan"),
        ("crowd", None, "crowd"),
        ("group", "caravan", "caravan"),
        ("bridge", "caravan", None),
        (None, "caravan", None),
    ],
)
def test_the_body_whose_size_is_told(
    head: str | None, current: str | None, body: str | None
) -> None:
    assert sized(head, current, LEXICON) == body


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The group had shrunk to [400 people].", Phase.LATER),
        ("The crowd fell from [900 people] to 400.", Phase.START),
        ("It initially included [5,000 people].", Phase.START),
        ("The march once numbered [1,200].", Phase.START),
        ("The toll has now reached [40].", Phase.LATER),
        ("The march had [1,200 people].", None),
        ("Initially, [1,600 people] marched.", Phase.START),
        ("So far, [140 houses] were flooded.", Phase.LATER),
        ("Still, [140 people] crossed.", None),  # connects it with the sentence before
        ("The mayor, now 45, said [140 people] marched.", None),
    ],
)
def test_phase(marked: str, expected: Phase | None) -> None:
    text, sentence, _, words = read(marked)
    assert phase(sentence, words, predicate(sentence, words, LEXICON), text, LEXICON) is expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("It was not [two explosions] but three.", Status.RETRACTED),
        ("Twelve people died, not the [15] first reported.", Status.RETRACTED),
        ("Twelve people died instead of the [15] reported earlier.", Status.RETRACTED),
        ("Twelve people died rather than the [15 people] thought dead.", Status.RETRACTED),
        ("The law covers teachers but not the [40 nurses] of the clinic.", Status.ASSERTED),
        ("Hundreds if not [thousands] were hurt.", Status.HYPOTHETICAL),
        ("At least 12, if not [15], people died.", Status.HYPOTHETICAL),
        ("Whether or not [12 people] died is unclear.", Status.ASSERTED),
        ("The toll did not [exceed 40].", Status.ASSERTED),
        ("The ministry retracted its report that [15 people] died.", Status.DENIED),
        ("The ministry retracts a claim that [15 people] died.", Status.DENIED),
        ("The ministry, retracting its estimate of [15 dead], gave none.", Status.DENIED),
        ("The paper withdrew its report that [15 people] died.", Status.DENIED),
        ("The paper withdraws its report of [15 deaths].", Status.DENIED),
        ("The paper is withdrawing its report of [15 deaths].", Status.DENIED),
        ("The army withdrew [40 men].", Status.ASSERTED),
        ("There should have been [five people] dead.", Status.HYPOTHETICAL),
        ("There were [five people] dead.", Status.ASSERTED),
        ("If they had slept on, he would speak of [300 dead].", Status.HYPOTHETICAL),
        ("If they had slept on, I'd be talking about [300 dead].", Status.HYPOTHETICAL),
        ("He would say if he knew that [five people] were dead.", Status.ASSERTED),
        ("He would come, and [five people] were dead.", Status.ASSERTED),
        ("The mayor denied that [nine dogs] had been shot.", Status.DENIED),
        ("The guard denied ever beating [nine men].", Status.DENIED),
        ("The army dismissed reports of [nine dead].", Status.DENIED),
        ("The firm rejected a claim by its rivals that [nine dogs] were ill.", Status.DENIED),
        ("There is no evidence that [nine ballots] were lost.", Status.DENIED),
        ("It is not true that [nine dogs] bit him.", Status.DENIED),
        ("There is no truth to rumors of [nine dead].", Status.DENIED),
        ("Rumours that [nine dogs] had died were unfounded.", Status.DENIED),
        ("Claims of [nine dead] were later dismissed.", Status.DENIED),
        ("The ministry denied that [no one] was hurt.", Status.DENIED),
        ("The mayor did not deny that [nine dogs] had been shot.", Status.ASSERTED),
        ("The mayor denied that the [nine dogs] were strays.", Status.ASSERTED),
        ("The shelter denied [nine dogs] a bed.", Status.ASSERTED),
        ("The line denied boarding to [nine men].", Status.ASSERTED),
        ("The council rejected plans for [nine homes].", Status.ASSERTED),
        ("The court rejected claims by [nine women] that it was slow.", Status.ASSERTED),
        ("The mayor denied that dogs were shot but said [nine dogs] had left.", Status.ASSERTED),
        ("Reports that he fled were false, and [nine dogs] were found.", Status.ASSERTED),
        ("An earlier version of this story said [nine dogs] had died.", Status.RETRACTED),
        ("The mayor mistakenly gave the number as [nine].", Status.RETRACTED),
        ("The paper had reported [nine dead]; it has corrected that to two.", Status.RETRACTED),
        ("The paper had reported [nine dead]; two more have died.", Status.ASSERTED),
        # An earlier report of a figure, and what becomes of the report.
        (
            "It was a revision of its earlier estimate that [nine barns] fell.",
            Status.RETRACTED,
        ),
        ("The county revised its first count of [nine barns] to four.", Status.RETRACTED),
        ("The county revised its first count of nine barns to [four].", Status.ASSERTED),
        ("The initial tally of [nine barns] has since been withdrawn.", Status.RETRACTED),
        ("The initial tally of nine barns was withdrawn, and [four] stand.", Status.ASSERTED),
        ("The earlier estimate of [nine barns] still stands.", Status.ASSERTED),
        ("The mayor withdrew his plan after the first report of [nine barns].", Status.ASSERTED),
        ("The firm revised its plan for [nine barns].", Status.ASSERTED),
    ],
)
def test_status(marked: str, expected: Status) -> None:
    text, sentence, span, _ = read(marked)
    assert status(sentence, span, text, LEXICON) is expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Eleven] of the victims went home.", Scope.PART),
        ("All [eleven] of the victims went home.", None),
        ("The chain is closing all [735] of its shops.", None),
        ("The chain is closing [735] of its shops.", Scope.PART),
        ("The quake hurt 40, including [11 children].", Scope.PART),
        ("Police hold [another 150 people].", Scope.OTHERS),
        ("[Two other persons] are being held.", Scope.OTHERS),
        ("Police hold [150 people].", None),
        ("In Eddle alone, [140 houses] were flooded.", Scope.PART),
        ("[None] of the guests was hurt.", None),  # a zero of all of them is no part
    ],
)
def test_scope(marked: str, expected: Scope | None) -> None:
    text, sentence, span, _ = read(marked)
    zero = span.of(text) == "None"
    assert scope(sentence, span, span, text, LEXICON, zero=zero) is expected


@pytest.mark.parametrize(
    ("sentence", "segments"),
    [
        ("They left Tapachula, Mexico on Tuesday.", ["They left Tapachula, Mexico on Tuesday"]),
        ("They left in San Luis, Potosi Grande, Mexico.", [
            "They left in San Luis, Potosi Grande, Mexico",
        ]),
        ("Tapachula, Mexico was quiet.", ["Tapachula", ", Mexico was quiet"]),
        ("Tapachula, Mexico on Tuesday was quiet.", ["Tapachula, Mexico on Tuesday was quiet"]),
        ("In Oslo, Alta Bay Grande on Tuesday.", ["In Oslo, Alta Bay Grande on Tuesday"]),
        ("In Oslo, Alta Bay Grande Sul on Tuesday.", [
            "In Oslo", ", Alta Bay Grande Sul on Tuesday",
        ]),
        (", Mexico on Tuesday.", [", Mexico on Tuesday"]),
        ("They left Oslo, but two stayed.", ["They left Oslo", ",", "but two stayed"]),
        ("In Bergen, rain fell.", ["In Bergen", ", rain fell"]),
        ("They left home, Mexico said.", ["They left home", ", Mexico said"]),
    ],
)  # fmt: skip
def test_a_comma_divides_but_inside_a_place(sentence: str, segments: list[str]) -> None:
    found = parsed(TextTokens(sentence), Span(start=0, end=len(sentence)))
    told = [
        sentence[found.words[first].start : found.words[stop - 1].end]
        for first, stop in pairwise(found.bounds)
    ]
    assert told == [*segments, "."]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Police said 40 people were hurt.", "Police"),
        ("The Harbour Report said 40 people were hurt.", "The Harbour Report"),
        ("The mayor of Oster said 40 people were hurt.", "The mayor of Oster"),
        ("Some 40 people were hurt, according to the Red Cross.", "the Red Cross"),
        ("“Forty were hurt,” said Irina Petrov, a doctor.", "Irina Petrov"),
        ("“Forty were hurt,” said in a statement on Friday.", None),
        ("The health ministry confirmed 40 cases.", "The health ministry"),
        ("He said 40 people were hurt.", None),
        ("Last week Irina Petrov said 40 people were hurt.", "Irina Petrov"),
        ("“Forty were hurt,” the mayor, a doctor, said in a statement Friday.", "the mayor"),
    ],
)
def test_speaker(sentence: str, name: str | None) -> None:
    found = speaker(
        parsed(TextTokens(sentence), Span(start=0, end=len(sentence))), sentence, LEXICON
    )
    assert (found and found.of(sentence)) == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Organisers claimed [500 people] came, but police said there were 300.", "Organisers"),
        ("Organisers claimed 500 people came, but police said there were [300].", "police"),
        ("The ministry reported [12 deaths]; the hospital said 15 had died.", "The ministry"),
        ("The ministry reported 12 deaths; the hospital said [15] had died.", "the hospital"),
        ("While police put the crowd at [400], organisers said 900 came.", "police"),
        ("While police put the crowd at 400, organisers said [900] came.", "organisers"),
        ("[Twelve] died, police said, but the mayor said nine had.", "police"),
        ("Twelve died, police said, but the mayor said [nine] had.", "the mayor"),
        ("Twelve died, police said on Monday, and [40] were hurt, the mayor said.", "the mayor"),
        ("Twelve died, police said, and [40] were hurt.", "police"),
        ("Police said 12 had died, but [40] were hurt.", "Police"),
        ("“Forty died,” said Irina Petrov, while police said [12] had.", "police"),
        # Whoever only stands in what another says is quoted by that one.
        ("Police said the mayor told reporters that [12] had died.", "Police"),
        ("It was bad, said Roe, adding that by opening books others reported [12] losses.", "Roe"),
    ],
)  # fmt: skip
def test_a_figure_is_of_who_says_it(marked: str, name: str) -> None:
    text, sentence, _, words = read(marked)
    found = speaker(sentence, text, LEXICON, words.start)
    assert found is not None
    assert found.of(text) == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        # What papers or others say is not said by who is quoted before.
        (
            "Police said Roe was 24, but public records seen by the Gazette indicate he was [23].",
            None,
        ),
        (
            "Police said Roe was [24], but public records seen by the Gazette show he was 23.",
            "Police",
        ),
        ("Police said 12 died, but witnesses counted [15 bodies].", None),
        # One who goes on, or of whom something is only expected, is the same.
        ("Police said 12 died, but added that [15] were hurt.", "Police"),
        ("Police said 12 died, but the count was expected to show [15].", "Police"),
        ("Police said 12 died and the count of tents put the crowd at [15].", "Police"),
    ],
)
def test_who_is_quoted_does_not_say_what_others_show(marked: str, name: str | None) -> None:
    text, sentence, _, words = read(marked)
    found = speaker(sentence, text, LEXICON, words.start)
    assert (found and found.of(text)) == name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        # A thing says nothing: it is what was found, told, or what took the lives.
        ("At least 40 bodies, wreckage found in the search for the ferry", None),
        ("The five letters found at the station were burnt.", None),
        ("The steps announced by the two counties began on Monday.", None),
        ("The boat was freed after a payment reported to be $3 million.", None),
        ("The fall left two workers confirmed dead.", None),
        ("Three missing climbers found alive in Lindow", None),
        ("The search widens, with six zones added to the map on Tuesday.", None),
        ("The blast claimed 12 lives.", None),
        # Nor does what was said.
        ("Some 300 people were hurt, according to local reports.", None),
        ("The toll stands at 14, according to an early estimate.", None),
        ("Public records showed that he was 23.", None),
        ("The toll, first put at 12, is nine.", None),
        ("Twelve people died, not the 15 first reported.", None),
        # A verb that is joined to another has its subject further on the left.
        ("The mayor wept at the fire and announced a day of mourning.", None),
        ("The firm entered liquidation putting 900 jobs at risk.", None),
        ("A guest at a party in Lindow says the door was shut.", None),
        ("Roe, who has lived in Lindow for 28 years, said the hall is closed.", None),
        ("Those aboard the Nadir, a small boat, found 61 people.", None),
        # A body and a person do, whatever follows.
        ("The toll varied, with various officials saying that it was six.", "various officials"),
        ("The agency reported in May that 14 had died.", "The agency"),
        ("Rescue teams said on Monday that 14 had died.", "Rescue teams"),
        ("The head of the rescue service told a paper that 14 had died.",
         "The head of the rescue service"),
        ("Police confirmed on Tuesday that he was 23.", "Police"),
        ("Police first said 12 had died.", "Police"),
        ("The first lady said 12 had died.", "The first lady"),
        ("Bank First said 12 had died.", "Bank First"),
        ("Mayor Ada Voss said by telephone that 14 had died.", "Mayor Ada Voss"),
        ("According to Lindow police 2,000 showed up at the gate.", "Lindow police"),
        ("They showed what neighbors described as an old van.", "neighbors"),
        # Who finds something may be told of by another.
        ("Searchers found the raft on Monday, Ada Voss said.", "Ada Voss"),
        ("Searchers found the raft on Monday.", "Searchers"),
        # What kills says nothing, nor what has yet to be said, nor a figure, nor an act.
        ("The flood claimed the lives of 12 farmers.", None),
        ("The firm claimed that 12 farmers were paid.", "The firm"),
        ("Travellers from Tarn must report in with the clinic twice a day.", None),
        ("Nobody in Tarn could say how many were there.", None),
        ("Five said the road was shut.", None),
        ("The filing said that 12 farmers were paid.", None),
        ("They gave the names of 12 farmers confirmed as missing.", None),
        # A name is whole: with its title, over a bracket, whatever its words are elsewhere.
        ("The road is shut, said Dr. Ada Voss of Tarn.", "Dr. Ada Voss of Tarn"),
        ("Crews went to Mill St. Police said the road was shut.", "Police"),
        ("The Northern Front (NF) delegation said the road was shut.",
         "The Northern Front (NF) delegation"),
        ("Capital One Trust said the road was shut.", "Capital One Trust"),
        ("A clerk with direct knowledge of the raid said it failed.", None),
    ],
)  # fmt: skip
def test_only_who_can_speak_is_quoted(sentence: str, name: str | None) -> None:
    found = speaker(
        parsed(TextTokens(sentence), Span(start=0, end=len(sentence))), sentence, LEXICON
    )
    assert (found and found.of(sentence)) == name


@pytest.mark.parametrize(
    ("marked", "place"),
    [
        ("Police arrested [40 people] in Lower Saxony on Monday.", "Lower Saxony"),
        ("[40 people] waited at the border.", "border"),
        ("[40 people] waited in silence.", None),
        ("In Lower Tarn, the flood shut [21 roads].", "Lower Tarn"),
        ("In Lower Tarn, it shut [21 roads] in Ester.", "Ester"),
        ("Rain fell in Tarn, and the flood shut [21 roads].", None),
        # what opens a sentence holds for all of it, a clause about it too
        ("On the Hale plain, where dykes broke, the flood shut [21 roads].", "Hale plain"),
        ("On the Hale plain, where the flood shut [21 roads], crops failed.", "Hale plain"),
        ("It crossed the forest at Tarn, where it burned [40 homes].", "Tarn"),
        ("Nurses from Hale went to the mill, where [40 teachers] joined them.", None),
        # a sort of place with its name
        ("It shut [21 roads] in the city of Ester.", "city of Ester"),
        ("It shut [21 roads] in the port, Ester, by noon.", "port, Ester"),
        ("In the capital, Ada Roe said, it shut [21 roads].", "capital"),
        ("In the town of Ester people left [21 farms].", "town of Ester"),
        ("It shut [21 roads] in Monday's storm.", None),
        ("It shut [21 roads] in Monday's storm at Tarn.", "Tarn"),
    ],
)
def test_place(marked: str, place: str | None) -> None:
    text, sentence, _, words = read(marked)
    found = place_of(sentence, words, LEXICON)
    assert (found and found.of(text)) == place


@pytest.mark.parametrize(
    ("marked", "verb"),
    [
        ("The ferry left the port on [Tuesday].", "leave"),
        ("[Wednesday's] two-hour meeting ended well.", "meet"),
        ("It was plain [Tuesday], when guards let the marchers pass.", "let"),
        ("The bomb went off on [Tuesday], when many were at the market.", "explode"),
        ("The bomb went off on [Tuesday], when guards let the marchers pass.", "let"),
        ("It was on [4 May] that the ferry sank, a clerk said.", "sink"),
        ("The fatal collision of two barges happened on [Friday].", "collision"),
        ("On [Christmas Eve], a caravan left the town.", "leave"),
        # a noun that carries the day, and not the verb
        ("Two clerks made off with the silver in a bold heist [Monday].", "heist"),
        ("Nurses went back to work after a deadline on the [14 March].", "deadline"),
        ("Rebels burned barns, including a raid [Monday] night on a mill.", "raid"),
        ("The attack by rebels on [Monday] left four porters dead.", "attack"),
        ("The mine gave its crew a new deadline [Thursday].", "deadline"),
        ("[The weekend] riot was the worst of the year.", "riot"),
        ("Guards say the theft occurred late [Monday].", "theft"),
        ("It began with a shooting which occurred on [Monday].", "shooting"),
        ("The hearing took place in Tarn on [Monday].", "hearing"),
        ("A vigil for the miners was held on [Friday].", "vigil"),
        # the verb all the same
        ("The mayor condemned the raid on [Monday].", "condemn"),
        ("Four porters were killed in a raid on [Monday].", "kill"),
        ("The mayor said after a meeting [Monday] that he was well.", "say"),
        ("The court on [Monday] freed the clerks.", "free"),
        ("The clerk was held on [Friday].", "hold"),
        ("The tourists slept in a hotel [Monday].", "sleep"),
    ],
)
def test_event(marked: str, verb: str) -> None:
    _, sentence, span, words = read(marked)
    assert event_at(sentence, words, span, LEXICON).predicate == verb


@pytest.mark.parametrize(
    ("phrase", "head", "modifiers"),
    [
        ("National Guard officers", "officer", ("national", "guard")),
        ("members of the news media", "member", ("news", "media")),
        ("people", "person", ()),
        ("Still Missing", "missing", ()),  # an adverb tells no sort
        ("distribution centres", "center", ("distribution",)),
        ("distribution centers", "center", ("distribution",)),
        ("a sudden downpour", "downpour", ("sudden",)),
        (None, None, ()),
    ],
)
def test_head_and_modifiers(phrase: str | None, head: str | None, modifiers: tuple[str]) -> None:
    assert head_and_modifiers(phrase) == (head, modifiers)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The council voted 54 to 41 to close the mill.", ["for", "against"]),
        ("The plan passed by a vote of 54-41.", ["for", "against"]),
        ("The council rejected the plan 54 to 41.", ["against", "for"]),
        ("The bill failed by a vote of 41-54.", ["against", "for"]),
        ("Orrin beat Vesta 3-1 on Sunday.", []),
    ],
)
def test_a_score_of_a_ballot_counts_votes_of_two_sides(text: str, sides: list[str]) -> None:
    claims = [c for c in extract(Article(id="a", text=text)) if c.quantity is not None]
    votes = [claim.question for claim in claims if claim.question.head == "vote"]
    assert [side for vote in votes for side in vote.modifiers] == sides


@pytest.mark.parametrize(
    ("marked", "last"),
    [
        ("[10,000 people] leave the town, in the far south, in a caravan.", "caravan"),
        ("[10,000 people] left the town and joined a caravan.", "and"),
        ("[10,000 people] leave the town because a caravan came.", "town"),
        ("[10,000 people] leave the town: a caravan came.", "town"),
        ("[10,000 people]", None),
    ],
)
def test_the_clause_of_a_figure_ends_with_a_second_verb(marked: str, last: str | None) -> None:
    _, sentence, _, mention = read(marked)
    found = [sentence.words[at].lower for at in _same_clause(sentence.words, mention.stop)]
    assert (found[-1] if found else None) == last


def test_a_stretch_without_words_says_nothing() -> None:
    sentence = "Rain fell."
    found = parsed(TextTokens(sentence), Span(start=0, end=len(sentence)))
    rain, fell = cue("rain", ["rain"]), cue("fell", ["fell"])
    for at in range(len(found.words) + 1):
        assert not found.says(rain, range(at, at), sentence)
    assert found.says(fell, range(1, 2), sentence)
    assert not found.says(rain, range(1, 3), sentence)
    assert not found.says(cue("rained", ["rained"]), range(3), sentence)


@pytest.mark.parametrize("phrase", ["planned", "ex-wife", "wife", "could've", "3 days", "no-one"])
@pytest.mark.parametrize("before", ["A ", "A “", "A (", "half-"])
def test_a_cue_is_found_wherever_its_pattern_is(phrase: str, before: str) -> None:
    sentence = f"{before}{phrase} it was."
    found = parsed(TextTokens(sentence), Span(start=0, end=len(sentence)))
    sought = cue(rf"\b{re.escape(phrase)}\b", [phrase])
    assert found.says(sought, range(len(found.words)), sentence)
