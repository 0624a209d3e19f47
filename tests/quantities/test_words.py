"""The small words around a figure: each one that decides is asked for, in a sentence of its own.

A row is a sentence with a gap, the words that may fill it, and what is read then: the figure or
its two ends, its unit and what it measures.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.models import QuantityMention
from factcheck.quantities import find_quantities


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def shown(mention: QuantityMention) -> str:
    """One quantity in short: "40 person count", "~2 day duration", "40.. count", "3 /day rate"."""
    quantity = mention.quantity
    low, high = _number(quantity.low), _number(quantity.high)
    parts = [
        f"{'~' * quantity.approximate}{low if low == high else f'{low}..{high}'}",
        quantity.unit or "",
        "" if quantity.per is None else f"/{quantity.per}",
        quantity.dimension.value,
    ]
    return " ".join(part for part in parts if part)


def rows(*table: tuple[str, str, str]) -> list[tuple[str, str]]:
    """Each sentence of the table with one word in its gap, and what is read."""
    return [(gap.format(word), read) for gap, words, read in table for word in words.split("|")]


DATES_AND_CLOCKS = rows(
    ("The fair opens on 12 {} 13 May.", "and|or|to|-", ""),
    ("The fair opens on 12{}13 May.", "-|, |–", ""),
    ("The fair opens on 26{}May.", "-| | of ", ""),
    ("On Tuesday 14{} he left.", ",|.", ""),
    ("They met on May 3 {} 7.", "and|to|or|-", ""),
    ("They met on May 3 {} 7 boats sank.", "and", "7 count"),
    ("They met on May {}.", "3rd|3|3, 2021", ""),
    ("LIMA, 6 DEC 89 {}", "(AFP)|-- Rain fell.|- Rain fell.|, Rain fell.|", ""),
    ("(LIMA, 6 DEC 89{}", ")", ""),
    ("It is due on {}.", "December 26th|the 26th of December|December the 26th|26th December", ""),
    ("It is due on the 26th of December {} and no later.", "2023|and 27|, 2023", ""),
    ("The pool is open from 9 to 11 {} on weekdays.", "a.m.|p.m.|am|pm", ""),
    ("The pool is open 9-11 {} on weekdays.", "a.m.|p.m.|am|pm", ""),
    ("She rose at 9 in the {} as ever.", "morning|afternoon|evening", ""),
    ("They sailed {} 1400 hours.", "at|by|around|until|from", ""),
    ("They sailed at {} sharp.", "0735|10.45pm|1336 GMT", ""),
    ("Its oak stood {} 1066.", "since|until|by", ""),
    ("The seas will rise {} 2300.", "until|by", ""),
    ("He ruled from 1999{}2003 alone.", " to |-|/| and ", ""),
    ("The {} season was wet.", "2014-15|2014/15|1999-2000", ""),
    ("Between 900 {} 1600 arrivals were counted.", "and", "900..1600 count"),
    ("Some 900 {} 1600 arrivals were counted.", "to|-|or", "~900..1600 count"),
    ("It has 2000 {} 2500 calories.", "-|to", "2000..2500 calorie energy"),
    ("It holds {} 1900 farmers.", "about|some", "~1900 person count"),
    ("It has up to {} farmers.", "1900", "..1900 person count"),
    ("It fed 1900 {} of oats.", "kg", "1900 kilogram mass"),
    ("It fed 1900 {} of oats.", "tonnes", "1900 tonne mass"),
)  # fmt: skip

NAMES_AND_NOTES = rows(
    ("By Jo Fell, 12 {} read, updated every now and then.", "min|mins|minute", ""),
    ("By Jo Fell, 12 min {}, updated every now and then.", "read|listen", ""),
    ("The reeve denied it {} and went on with the meal.", "[3]|(2)|(255)", ""),
    ("{} The reeve denied it.", "1.|2)", ""),
    ("It fell in {} and again.", "'89|#40|@40|_40", ""),
    ("See {} 42 of the code.", "No.|Nos.|no.|No", ""),
    ("{} 12 passengers slept.", "Gate|Room|Runway", ""),
    ("The wreck lies at 26.9 {} north.", "degrees|degree|°|deg", ""),
    ("The wreck lies at 26.9 degrees {}.", "north|south|in latitude|of latitude", ""),
    ("The wreck lies at 26.915{} off Olm.", "N|S|W|E", ""),
    ("He bought a .40-{} and left.", "caliber|calibre", ""),
    ("He bought a 9{} pistol and left.", "mm| mm| millimeter| millimetre|-millimeter", ""),
    ("She took Flight 370 {} 371 home.", "and|or", ""),
    ("Leaders of the Group of {} met.", "Seven|Twenty", ""),
    ("They boarded Air Force {} at noon.", "One", ""),
    ("In Ardmore 40 {} in tents.", "were|are|have", "40 count"),
    ("In Ardmore 40 {} in tents.", "remain", "40 person count"),
    ("{} two sides met.", "The|These|Both", ""),
    ("He met {} two sides.", "the|these|both", ""),
    ("The ship is an {} and old.", "A330-200|F-16|G20", ""),
    ("She dialled +44 20 5550 {} again.", "0142", ""),
    ("She dialled 555-{} again.", "0142", ""),
    ("The {} of the hall was dark.", "second half|top half|other half", ""),
    ("It was a half{} thing.", "-hearted|-baked|-empty|-full|-time|way| time", ""),
    ("A cat of {} lives here.", "two minds", "2 count"),
)  # fmt: skip

ONE = rows(
    ("Of the wounded, one {} killed knew him.", "who was|that was", ""),
    ("They wounded one {}.", "another", ""),
    ("On {} hand it rains.", "one|the one", ""),
    ("It was {} only one.", "her|his|its|their|the", ""),
    ("One {} two boats sank.", "or|to", "1..2 count"),
    ("Between one {} two boats sank.", "and", "1..2 count"),
    ("One {} was killed.", "man|nurse", "1 person count"),
    ("One {} cent of them came.", "per", "1 percent percent"),
    ("One {} he left.", "day", ""),
    ("Another {} or two came.", "crate", "~2 count"),
    ("It takes {} day or two.", "a|another", "~2 day duration"),
    ("It takes {} hour or two.", "an|another", "~2 hour duration"),
)  # fmt: skip

SHARES = rows(
    ("It grew for three quarters {} the sale.", "in|after|before|as", "3 count"),
    ("It grew for three quarters{}", ".", "3 count"),
    ("Three quarters {} the crop failed.", "of", "0.75 fraction percent"),
    ("{} the voters stayed away.", "Half|Half of", "0.5 fraction percent"),
    ("Half {} voters stayed.", "our|his|her|its|their|these|those|all", "0.5 fraction percent"),
    ("Half {} tired.", "were|are", "0.5 fraction percent"),
    ("It cost half {} million euros.", "a", "500000 EUR money"),
    ("It took half {} hour.", "an", "0.5 hour duration"),
    ("It took a half{}hour.", "-| ", "0.5 hour duration"),
    ("They ate a quarter {} a million eggs.", "of", "250000 count"),
    ("It lies {} of a mile off.", "two-tenths", "0.2 mile distance"),
    ("{} five boats sank.", "One in|One out of|One in every", "0.2 fraction percent"),
    ("1 in a {} boats sank.", "thousand", "0.001 fraction percent"),
    ("Two in 10 {} sank.", "days", "2 count|10 day duration"),
    ("It fell by a fifth{} he said.", ",| and| in May,", "0.2 fraction percent"),
    ("Add 1/{} cup of milk.", "2", "0.5 fraction percent"),
    ("Add 1/{} cup of milk.", "16", "0.0625 fraction percent"),
    ("See 1/{} and go.", "7|16", ""),
)  # fmt: skip

RATES = rows(
    ("It makes 300 tonnes {}.", "daily|a day|per day|every day|each day", "300 tonne /day mass"),
    ("It makes 300 tonnes {}.", "weekly|a week|per single week", "300 tonne /week mass"),
    ("It makes 300 tonnes {}.", "monthly|a single month", "300 tonne /month mass"),
    ("It makes 300 tonnes {}.", "quarterly", "300 tonne /quarter mass"),
    ("It found 3 cases per 100,000 {} May.", "in|of|and", "3 /100000 rate"),
    ("It found 3 cases per 100,000 {}.", "people", "3 /100000 people rate"),
    ("It found 3 cases per {} people.", "2 million", "3 /2000000 people rate"),
    ("Guards turned away 900 boats {} day.", "a|per|each|every", "900 /day rate"),
    ("Some 900 boats were turned away {} day.", "a|per|each|every", "~900 /day rate"),
    ("Some 900 boats were turned away {}.", "daily", "~900 /day rate"),
    ("He bought 900 boats {}.", "a day ago|a day earlier|a week later", "900 count"),
    ("The firm runs 12 {} flights.", "weekly", "12 /week rate"),
    ("There were {} arrests of up to 900 boats.", "daily", "..900 /day rate"),
)  # fmt: skip

PEOPLE = rows(
    ("Eight of {} stayed.", "us|whom", "8 person count"),
    ("Eight of {} stayed.", "them|those|which", "8 count"),
    ("It met 12 {} nurses.", "more|other", "12 person count"),
    ("Of the crew, 13 {}.", "are in custody|are under observation", "13 person count"),
    ("A 12-member {} met.", "jury|panel", "12 person count"),
    ("A 27-member {} met.", "union|bloc|alliance", "27 count"),
    ("A {} crowd met.", "900-strong", "900 person count"),
    ("The {} rose to 61 overnight.", "toll|death toll|casualties", "61 person count"),
    ("The toll is known{} the yard owed 61 by now.", ";|:| but| while", "61 count"),
    ("The number of {} rose to 61.", "dead|injured|missing", "61 person count"),
    ("A ship with 61 {} sank.", "aboard|on board", "61 person count"),
    ("The {} of four fled.", "family|mother|father|couple", "4 person count"),
    ("It has a 3.{} rating.", "9", "3.9 count"),
    ("It is three times {}.", "faster|larger|as large|more", "3 multiple"),
    ("It passed within 19,000 miles {} Earth.", "of", "19000 mile distance"),
    ("Storms killed 13 nurses and {} others.", "4", "13 person count|4 person count"),
    ("Storms sank 13 boats and {} others.", "4", "13 count|4 count"),
)  # fmt: skip

HEDGES = rows(
    ("They saw 40-{} boats.", "plus", "40.. count"),
    ("They saw 40-{} boats.", "odd|ish", "~40 count"),
    ("They saw 40 {} boats.", "or more", "40.. count"),
    ("They saw 40 {} boats.", "or so", "~40 count"),
    ("They saw {} 40 boats.", "at least|no fewer than|more than|over", "40.. count"),
    ("They saw {} 40 boats.", "at most|up to|fewer than|under", "..40 count"),
    ("They did {} see more than 40 boats.", "not", "..40 count"),
    ("They did {} see at least 40 boats.", "not", "40.. count"),
    ("It crept {} up to 40 points.", "back", "40 point measure"),
    ("They saw {} dozen boats.", "over a|more than a", "12.. count"),
    ("They saw between {} 40 and 50 boats.", "about|roughly|some", "~40..50 count"),
    ("They saw 40 to {} 50 boats.", "about|around|the", "40..50 count"),
    ("Ages 5 {} 9 may enter.", "to|through", "5..9 year of age age"),
    ("It was {} 20 degrees.", "minus", "-20 degree temperature"),
    ("The poll is good to plus or {} 3 points.", "minus", "3 point measure"),
)  # fmt: skip

RANKS_AND_RESULTS = rows(
    (
        "The second {} was quiet.",
        "forest|west|interest|request|protest|arrest|guest|harvest",
        "",
    ),
    ("It is the second-{} peak.", "largest|highest|best|worst|smallest", "2 ordinal"),
    ("It is the second-{} popular song.", "most|least", "2 ordinal"),
    ("It was the second {} to hit us.", "storm|one", "2 ordinal"),
    ("It sank for the third {}.", "time", "3 ordinal"),
    ("It sank for a third {}.", "time", "3 ordinal"),
    ("It was the third {} of the day.", "time out", ""),
    ("It was its {}-first win in the second town to fall.", "twenty", "2 ordinal"),
    ("Olm won 6-4, {} in the end.", "3-6", "6 score|4 score|3 score|6 score"),
    ("The Bears (4-{}) lost.", "8", "4 score|8 score"),
    ("Olm won 134{}63.", " to |-", "134 score|63 score"),
    ("It is {} as long as the other.", "twice", "2 multiple"),
    ("It has twice as {} boats.", "many|much", "2 multiple"),
    ("It is twice as {} to sink.", "likely|often", "2 multiple"),
    ("Sales {} to a record.", "doubled", "2 multiple"),
    ("Sales {} to a record.", "tripled", "3 multiple"),
    ("He doubled {} in pain.", "up", ""),
    ("A {} room was free.", "double", ""),
)  # fmt: skip

AGES = rows(
    ("Those 65 and {} may enter.", "over|older", "65.. year of age age"),
    ("Those 12 and {} may enter.", "under|younger", "..12 year of age age"),
    ("Jo Roe {}, 45, fled.", "Jr.|Sr.|Jr|Sr", "45 year of age age"),
    ("Most of the victims {} between 18 and 24.", "are|were", "18..24 year of age age"),
    ("Her sons{} 9 and 4, fled.", ",", "9 year of age age|4 year of age age"),
    ("Her children, {} 9 and 4, fled.", "aged|ages", "9 year of age age|4 year of age age"),
    ("{} is 45.", "He|She", "45 year of age age"),
    ("{} turned 45.", "Jo|She|The queen", "45 year of age age"),
    ("A man {} 61 fled.", "aged|of", "61 year of age age"),
    ("Jo Roe ({}) fled.", "45", "45 year of age age"),
    ("Jo was 12 years {} then.", "old|of age", "12 year of age age"),
    ("A child aged 12 {} fled.", "months", "12 month of age age"),
)  # fmt: skip

MEASURES = rows(
    ("The pool is 5 {} wide.", "m|metres", "5 metre distance"),
    ("The shaft (5 {}) fell.", "m", "5 metre distance"),
    ("It hit 40 {}.", "C|°C|degrees Celsius", "40 degree Celsius temperature"),
    ("It hit 40 {}, then fell.", "C|°C", "40 degree Celsius temperature"),
    ("It lost 40 C-130 {}.", "planes", "40 count"),
    ("It hit 40 {}.", "F|°F|degrees Fahrenheit", "40 degree Fahrenheit temperature"),
    ("It paid {}.", "US$40|US $40|$40 US|40 US dollars", "40 USD money"),
    ("It paid $40 {} for it.", "US|U.S.", "40 USD money"),
    ("It paid {} 40 million for it.", "dlrs|dlr", "40000000 dollar money"),
    ("It weighs 1.99 {} 10^30 kg.", "×|x", "1990000000000000000000000000000 kilogram mass"),
    ("It weighs 2 x 10-{} kg.", "8", "0.00000002 kilogram mass"),
    ("It took 3 and {} half hours.", "a", "3.5 hour duration"),
    ("It took five{}hours.", "-and-a-half | and a half ", "5.5 hour duration"),
    ("It cost {}1.6m.", "$", "1600000 dollar money"),
    ("It cost {}1.6b.", "$", "1600000000 dollar money"),
    ("It cost {}1.6t.", "$", "1600000000000 dollar money"),
)  # fmt: skip


FIGURES = rows(
    ("It has {} boats.", "12,400|12400|12\u202f400|12.4 thousand|12.4k", "12400 count"),
    ("It has {} boats.", "1,234,567|1.234.567|1234567", "1234567 count"),
    ("It weighs {} kg.", "3.5|3½|3 1/2|three and a half|3 and a half", "3.5 kilogram mass"),
    ("It holds {} boats.", "123456789012345678901234", "123456789012345678901234 count"),
    ("It holds {} boats.", "1234567890123456789012345", ""),
    ("It lies {} mile off.", "½|half a|1/2|one half", "0.5 mile distance"),
    ("It lies {} mile off.", "¾|3/4|three-quarters of a|three quarters of a", "0.75 mile distance"),
    ("It saw {} boats.", "a hundred and one|one hundred one|101", "101 count"),
    ("It saw {} boats.", "twenty-nine|twenty nine", "29 count"),
    ("It saw {} boats.", "two thousand and five|two thousand five", "2005 count"),
    ("It saw {} boats.", "two dozen|24", "24 count"),
    ("It saw {} boats.", "a dozen|one dozen|twelve", "12 count"),
    ("It saw {} boats.", "one and a half million|1.5 million|1.5m", "1500000 count"),
    ("It saw {} boats.", "tens of thousands of", "20000.. count"),
    ("It saw {} boats.", "hundreds of thousands of", "200000.. count"),
    ("It saw {} boats.", "several hundred", "300.. count"),
    ("It saw {} boats.", "a few hundred", "200.. count"),
    ("It saw {} boats.", "scores of|scores more", "40.. count"),
    ("It saw {} boats.", "a couple of", "~2 count"),
    ("{} fell again.", "Test scores", ""),
    ("It took just over {}.", "a year", "~1 year duration"),
    ("It took {}.", "a year", ""),
    ("It took {}.", "a year and a half|an year and a half|1.5 years", "1.5 year duration"),
    ("It is the {} peak.", "twenty-first-highest|21st-highest", "21 ordinal"),
    ("He bought a {} screen.", "4K", ""),
    ("She ran {} tall.", "5m", "5 metre distance"),
    ("It cost $2.4{}.", "bn| billion|-billion|b", "2400000000 dollar money"),
)  # fmt: skip

RANGES = rows(
    ("It cost {}.", "$10 to $15 billion|$10-15 billion|$10bn to $15bn|between $10bn and $15bn",
     "10000000000..15000000000 dollar money"),
    ("It saw {} boats.", "five or six hundred|500 to 600|500-600|between 500 and 600",
     "500..600 count"),
    ("It saw {} boats.", "4 to 5 thousand|4,000 to 5,000|4,000-5,000", "4000..5000 count"),
    ("It saw {} boats.", "two or three|2-3|2 to 3|between two and three", "2..3 count"),
    ("It saw {} boats.", "2 or 30", "2 count|30 count"),
    ("It fell from {} boats.", "400 to 150", "400 count|150 count"),
    ("It rose from {} boats.", "150 to 400", "150 count|400 count"),
    ("Fines range from {} boats.", "150 to 400", "150..400 count"),
    ("Sales fell from {} tonnes.", "9 to 7.5 million",
     "9000000 tonne mass|7500000 tonne mass"),
    ("It lost -{} of its weight.", "1.3%|1.3 percent", "-1.3 percent percent"),
    ("The loss was {} million.", "-$5", "-5000000 dollar money"),
    ("It takes 2 to 3 {}.", "weeks", "2..3 week duration"),
    ("It takes {}.", "a 2-to-3-week run|a two-to-three-week run", "2..3 week duration"),
    ("They saw 12 boats {} 15 cars.", "and|,|or", "12 count|15 count"),
)  # fmt: skip

NAMES = rows(
    ("He lives at 19 {} now.", "Plum Street|Old Plum Street|Rue Neuve|Calle Mayor|Via Roma", ""),
    ("He lives at 19-21 {} now.", "Plum Street", ""),
    ("He lives at 19 East 42{} Street now.", "nd", ""),
    ("They cited {} at once.", "Title 42|Rule 10.3.1|Apple Watch 5|Flight 370", ""),
    ("They flew {} 787 Dreamliner.", "a|its|the|their own|a new", ""),
    ("They drove a {} to Olm.", "911 Turbo", ""),
    ("Olm beat Ritt {} at home.", "3-1", "3 score|1 score"),
    ("It has a {}.", "six-speed gearbox|10-K form|three-way lamp|two-way radio", ""),
    ("It has a {}.", "100,000-signature list", "100000 count"),
    ("He heads {} again.", "Formula One|the Big Three|the Group of Seven", ""),
    ("It fell at {} again.", "17:06|26/12/2023|10.3.1|555-0142|(255-2) 555-014", ""),
    ("He wore {} at once.", "the number 10 shirt", ""),
    ("It was a {} deal.", "multi-million-dollar", ""),
)  # fmt: skip

LEFT_OUT = rows(
    ("It lost 31 points to {}.", "2,210", "31 point measure|2210 point measure"),
    ("One is 80 cents and the other is {}.", "55", "80 cent money|55 cent money"),
    ("It sold 12 paintings and opened at {}.", "9", "12 count|9 count"),
    ("It cost 30 euros and was closed by {}.", "10", "30 EUR money|10 count"),
    ("The crew shrank from {} to 25 sailors.", "40", "40 person count|25 person count"),
    ("Output rose to {} from 850 tonnes.", "900", "900 tonne mass|850 tonne mass"),
    ("It made 900 {} 850 tonnes.", "compared with|compared to|versus|against",
     "900 tonne mass|850 tonne mass"),
    ("A rose to 40 points, while B gained 2% to end at {}.", "31",
     "40 point measure|2 percent percent|31 point measure"),
    ("They charged 17 people. {} are in custody.", "Eight|8", "17 person count|8 person count"),
    ("They sank 17 boats. {} are in port.", "Eight|8", "17 count|8 count"),
    ("The family of {} fled.", "5", "5 person count"),
    ("It wounded {}.", "13", "13 person count"),
    ("It wounded {}.", "at least 13|at least a further 13", "13.. person count"),
)  # fmt: skip

NEAR_MISSES = rows(
    ("He fled when she was {}.", "4", "4 year of age age"),
    ("As we know, she was {}.", "4", "4 count"),
    ("The second {} was quiet.", "test|rest|nest", ""),
    ("They met 12 {}.", "policewomen|firemen", "12 person count"),
    ("They met 12 {}.", "boats|women's clubs|stones", "12 count"),
    ("It saw {} boats.", "several dozens of|several dozen", "36.. count"),
    ("It cost {}.", "$1 to $2 trillion", "1000000000000..2000000000000 dollar money"),
    ("It saw {} boats.", "2 or 2", "2 count|2 count"),
    ("It was minus-20 {}.", "degrees", "-20 degree temperature"),
    ("It cost C$6 ($4.46) per {}.", "share", "6 CAD /share money|4.46 dollar money"),
    ("It cost C$6 ($4.46) in {}.", "all", "6 CAD money|4.46 dollar money"),
    ("It makes 40 tonnes an {}.", "hour", "40 tonne /hour mass"),
    ("It lies half {} off.", "a mile", "0.5 mile distance"),
    ("It lies two-tenths of {} mile off.", "a|one", "0.2 mile distance"),
    ("The 737{} wing fell.", "'s", ""),
    ("It lies at 26.91{} now.", "N|S|W|E", ""),
    ("In Ardmore 40 {} 50 boats sank.", "to|or", "40..50 count"),
    ("It made over a {} dollars.", "million", "1000000.. dollar money"),
    ("It passed 40 {}.", "boats", "40.. count"),
    ("It has sub-500 {} offices.", "sq m", "..500 square metre area"),
    ("He is a one-{} man.", "armed|way", ""),
    ("It was a one-{} run.", "mile", "1 mile distance"),
    ("21 {}", "views|comments", ""),
    ("It drew 21 {}.", "views|comments", "21 count"),
    ("It was the {}-two-year war.", "now|then", "2 year duration"),
    ("He wrote a 12 page {}.", "letter", "12 count"),
    ("Of {} boats, 11 sank.", "50|the 50", "50 count|11 count"),
    ("It makes {}.", "150ps|150 hp|150 horsepower", "150 horsepower power"),
    ("It paid {}.", "US $40", "40 USD money"),
    ("In May 12 {} fled.", "farmers|nurses", "12 person count"),
    ("On May 12 the {} fled.", "farmers", ""),
    ("Jo Roe, {}, fled.", "45", "45 year of age age"),
    ("Jo Roe, {}, fled.", "4.5", "4.5 count"),
    ("On Monday, {}, they fled.", "45", "45 count"),
    ("He shot a 7-under {}.", "65", "65 count"),
    ("They saw 1990-{} boats.", "2000", ""),
    ("Three boats and {} hours late.", "four", "3 count|4 hour duration"),
    ("It cost {}.", "Y500,000|500,000 yen", "500000 JPY money"),
)  # fmt: skip

CONTRASTS = rows(
    ("They have 134 to {} boats.", "63", "134 count|63 count"),
    ("It put the magnitude of the quake at {}.", "6.7", "6.7 magnitude"),
    ("The magnitude {} quake struck.", "6.7", "6.7 magnitude"),
    ("It saw 2 {} boats.", "dozen", "24 count"),
    ("It drew 4k{}", ".", "4000 count"),
    ("It drew 40K{}", ".", "40000 count"),
    ("It is in 4K{}", ".", ""),
    ("They charged 17 people. Eight of {} fled.", "them|those", "17 person count|8 person count"),
    ("They charged 17 people. Eight {} held.", "are|were|remain", "17 person count|8 person count"),
    ("They sank 17 boats. Eight of {} burned.", "them|those", "17 count|8 count"),
    ("HE LIVES AT 19 PLUM {}.", "STREET", ""),
    ("POLICE HELD 19 STREET {}.", "VENDORS", "19 person count"),
    ("She took Flight 370-{} home.", "371", ""),
    ("See fig.{} again.", "4", ""),
    ("It cost $1 to {}.", "$1,000", "1..1000 dollar money"),
    ("It saw 1 to {} boats.", "1,000", "1..1000 count"),
    ("It saw two to three {} boats.", "thousand", "2000..3000 count"),
    ("It saw ten to twelve {} boats.", "thousand", "10000..12000 count"),
    ("It fell{} 40 to 50 boats sank.", ";|,", "40..50 count"),
    ("One {}.", "remains critical|was badly hurt|died", "1 person count"),
    ("They met one of those {}.", "hurt", ""),
    ("A one-year-old {} fled.", "boy", "1 year of age age"),
    ("It lost 0.{} of it.", "5%|5 percent", "0.5 percent percent"),
    ("He turned {}.", "45", "45 year of age age"),
    ("He turned {} pages.", "45", "45 count"),
    ("He turned {}.", "9", "9 count"),
    ("A crowd of {} formed.", "900", "900 count"),
    ("They seek {} and 40 cows.", "3 men", "3 person count|40 count"),
    ("The average age is {}.", "45", "45 year of age age"),
    ("Life expectancy is {}.", "45", "45 year of age age"),
    ("He is {} and well.", "45", "45 year of age age"),
    ("It is {} and well.", "45", "45 count"),
    ("He is 45 {} tall.", "inches", "45 inch distance"),
    ("Prices are down 3 to {} percent.", "5", "3..5 percent percent"),
    ("Prices rose by 3 to {} percent.", "5", "3 percent percent|5 percent percent"),
    ("Out of {} boats, 3 sank.", "40", "40 count|3 count"),
    ("Nine out of {} boats sank.", "ten", "0.9 fraction percent"),
    ("Three in 17 boats {}.", "sank", "3 count|17 count"),
    ("Three in 2019 {}.", "sank", "3 count"),
    ("It has 3.5 times {} boats.", "as many|more", "3.5 multiple"),
    ("It rang 3 times {}.", "today", "3 count"),
    ("It ranked {} in the north.", "fourth|4th", "4 ordinal"),
    ("It came {}.", "fourth", "4 ordinal"),
    ("The {} man fled.", "fourth", ""),
    ("It is not one {}.", "of them", ""),
    ("It has no more than {} boats.", "40", "..40 count"),
    ("It has not less than {} boats.", "40", "40.. count"),
    ("It has under {} boats.", "40", "..40 count"),
    ("It lasted over {} days.", "two", "2.. day duration"),
    ("Rain fell over {} days.", "two", "2 day duration"),
    ("The {}-plus boats sank.", "40", "40.. count"),
    ("12 plus {} boats sank.", "two", "12 count|2 count"),
    ("They saw 40 and more {}.", "boats", "40 count"),
    ("It cost 1,200 {}.", "won", "1200 KRW money"),
    ("They took three {} medals.", "won", "3 count"),
    ("It holds 40 GB {}.", "now", "40 gigabyte data"),
    ("It ran at 40 {}.", "mph|miles per hour|miles an hour", "40 mile per hour speed"),
    ("It ran at 40 {}.", "km/h|kph|kilometres per hour", "40 kilometre per hour speed"),
)  # fmt: skip

SUBJECTS = [
    # The noun with what belongs to it, and nothing of what follows.
    ("They saw 12 grey whales off Olm.", "grey whales"),
    ("They saw 12 more whales.", "whales"),
    ("They saw 12 other whales.", "other whales"),
    ("They saw 12 of the 30 whales.", "whales"),
    ("They saw 12 of their last five games.", "games"),
    ("They saw 12 of them.", None),
    ("They saw 12.", None),
    ("It has 12 kg of flour.", "flour"),
    ("It has a 12-inch blade.", "blade"),
    ("It lies within 12 miles of Olm.", None),
    ("It put $12 million in bonds.", "bonds"),
    ("It put $12 million in Olm.", None),
    ("The 14-year-old girl fled.", "girl"),
    ("The 14-year-old fled.", None),
    ("The 14-year-old armed man fled.", "armed man"),
    ("One in five children fled.", "children"),
    ("The second-largest peak fell.", "peak"),
    ("The third storm to hit us passed.", "storm"),
]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_what_is_counted(text: str, subject: str | None) -> None:
    assert find_quantities(text)[0].subject == subject


@pytest.mark.parametrize(
    "text",
    [
        *(f"It hurt 50 men, {w} 11 of the guards." for w in ("including", "among them")),
        *(f"It hurt 50 men, 11 {w} badly." for w in ("of them", "of whom", "of those")),
        *(f"It hurt 50 men, {w} 11 badly." for w in ("of whom", "of which")),
        "It has 50 boats, 11 of which sank.",
        "Of the 50 boats, 11 sank.",
        "Of the 50 boats, 40% sank.",
    ],
)
def test_a_part_is_tied_to_its_whole(text: str) -> None:
    whole, part = find_quantities(text)[:2]
    assert part.part_of == whole.span
    assert whole.part_of is None


@pytest.mark.parametrize(
    "text",
    [
        "It hurt 50 men and 11 boys.",
        "It hurt 11 men, including 50 of the guards.",  # no part is larger than its whole
        "It hurt 50 men, then 11 boys.",
        "He said 50 boats, 11 rafts and a tug sank.",
    ],
)
def test_what_only_stands_beside_is_no_part(text: str) -> None:
    assert [mention.part_of for mention in find_quantities(text)[:2]] == [None, None]


def test_a_part_may_stand_before_its_whole() -> None:
    part, whole = find_quantities("It hurt 4 of the 9 suspects.")
    assert part.part_of == whole.span


@pytest.mark.parametrize(
    ("between", "tied"),
    [
        (" (1,600 kilometers)", True),
        (" [1,600 kilometers]", True),
        (" / 1,600 kilometers", True),
        (" or 1,600 kilometers", True),
        (", or 1,600 kilometers", True),
        (" (or 1,600 kilometers)", True),
        (" and 1,600 kilometers", False),
        (", 1,600 kilometers", False),
        (" (1,600 tonnes)", False),
        (" or 1,600 miles", False),
    ],
)
def test_a_measure_may_be_given_again_in_another_unit(between: str, tied: bool) -> None:
    text = f"It runs 1,000 miles{between} north."
    assert any(m.restates is not None for m in find_quantities(text)) is tied


QUOTES = [
    ("Dozens of boats sank.", "Dozens of boats", "Dozens"),
    ("Half a million boats sank.", "Half a million boats", "Half a million"),
    ("About 40 or so boats sank.", "About 40 or so boats", "40"),
    ("Between 40 and 50 boats sank.", "Between 40 and 50 boats", "40 and 50"),
    ("From 40 to 50 boats sank.", "From 40 to 50 boats", "40 to 50"),
    ("It cost more than US$40 million.", "more than US$40 million", "US$40 million"),
    ("It makes 300 tonnes a day now.", "300 tonnes a day", "300"),
    ("A 5.6 magnitude quake struck.", "5.6 magnitude quake", "5.6"),
    ("A 5.6-magnitude quake struck.", "5.6-magnitude quake", "5.6"),
    ("A quake of magnitude 5.6 struck.", "5.6", "5.6"),
    ("The second-largest peak fell.", "second-largest peak", "second"),
    ("It fell for the third time.", "third time", "third"),
    ("A 14-year-old girl fled.", "14-year-old girl", "14"),
    ("She is 45 years old.", "45 years old", "45"),
    ("It has 12 kg of flour in it.", "12 kg of flour", "12"),
    ("At least 12 of them fled.", "At least 12", "12"),
    ("It was minus 20 degrees outside.", "minus 20 degrees", "20"),
    ("It lost -1.3% in May.", "-1.3%", "1.3"),
    ("One in five children fled.", "One in five children", "One in five"),
    ("It saw a couple of boats.", "a couple of boats", "a couple of"),
    ("It has a 12-member panel.", "12-member", "12"),
    ("Hundreds more fled.", "Hundreds", "Hundreds"),
    ("It is three times as large.", "three times", "three"),
    ("It saw 40-odd boats.", "40-odd boats", "40"),
    ("Half were tired.", "Half", "Half"),
]


@pytest.mark.parametrize(("text", "quote", "figure"), QUOTES)
def test_a_quantity_reaches_over_hedge_figure_unit_and_noun(
    text: str, quote: str, figure: str
) -> None:
    (mention,) = find_quantities(text)
    assert (mention.quote, mention.figure.of(text)) == (quote, figure)


CHANGES = [
    ("It lost 190 points or 0.6%.", ["down", "down"]),
    ("It lost 190 points, or 0.6%.", ["down", "down"]),
    ("It lost 190 points (0.6%).", ["down", "down"]),
    ("It lost 190 points and 0.6%.", ["down", None]),
    ("It rose as high as 40 points.", [None]),
    ("It fell as low as 40 points.", [None]),
    ("Sales doubled to a record.", ["up"]),
    ("Sales are doubling to a record.", ["up"]),
    ("It costs twice as much.", [None]),
]


@pytest.mark.parametrize(("text", "changes"), CHANGES)
def test_what_a_verb_moves(text: str, changes: list[str | None]) -> None:
    assert [mention.change for mention in find_quantities(text)] == changes


def test_a_measure_given_again_is_of_the_same_thing() -> None:
    forest, again = find_quantities("It has 1,000 acres of forest (400 hectares).")
    assert forest.subject == again.subject == "forest"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        *FIGURES, *RANGES, *NAMES, *LEFT_OUT, *NEAR_MISSES, *CONTRASTS,
        *DATES_AND_CLOCKS, *NAMES_AND_NOTES, *ONE, *SHARES, *RATES, *PEOPLE, *HEDGES,
        *RANKS_AND_RESULTS, *AGES, *MEASURES,
    ],
)  # fmt: skip
def test_a_small_word_decides_what_is_read(text: str, read: str) -> None:
    assert "|".join(shown(mention) for mention in find_quantities(text)) == read
