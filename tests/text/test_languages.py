"""Other languages end in a note: no claims, no error, and the rest of the batch is read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck import Article, extract, reconcile
from factcheck.cli import app
from factcheck.lexicon import load
from factcheck.loading import load_articles
from factcheck.text import languages
from factcheck.text.languages import _Languages, why_unread

TEXTS = {
    "German": "Bei einem Brand in einem Lagerhaus am Hafen sind am Dienstag elf Menschen ums Leben "
    "gekommen. Die Feuerwehr war mit 40 Fahrzeugen im Einsatz, und der Bürgermeister sprach von "
    "dem schwersten Unglück seit vielen Jahren. Die Ursache ist noch nicht bekannt.",
    "French": "Onze personnes sont mortes mardi dans l'incendie d'un entrepôt sur le port, ont "
    "annoncé les pompiers. Le maire de la ville a parlé du plus grave accident que la région ait "
    "connu, et une enquête a été ouverte pour en établir les causes.",
    "Spanish": "Once personas murieron el martes en el incendio de un almacén del puerto, según "
    "los bomberos. El alcalde de la ciudad habló de la peor tragedia que se recuerda en la región, "
    "y la policía busca a los dueños del edificio.",
    "Italian": "Undici persone sono morte martedì nell'incendio di un magazzino del porto, hanno "
    "detto i vigili del fuoco. Il sindaco della città ha parlato della più grave sciagura che si "
    "ricordi nella regione, e la procura ha aperto una inchiesta.",
    "Portuguese": "Onze pessoas morreram na terça-feira no incêndio de um armazém do porto, "
    "segundo os bombeiros. O presidente da câmara falou da pior tragédia dos últimos anos na "
    "região, e a polícia procura os donos do edifício, que não foram encontrados.",
    "Dutch": "Bij een brand in een loods in de haven zijn dinsdag elf mensen om het leven gekomen. "
    "De brandweer was met veertig wagens ter plaatse en de burgemeester sprak van het ergste "
    "ongeluk van de laatste jaren. De oorzaak is nog niet bekend.",
    "Polish": "W pożarze magazynu w porcie zginęło we wtorek jedenaście osób. Na miejscu pracowało "
    "czterdzieści wozów straży, a burmistrz mówił o największej tragedii od wielu lat. Przyczyna "
    "nie jest jeszcze znana i sprawą zajmuje się prokuratura.",
    "Swedish": "Elva personer har omkommit i en brand i ett lager vid hamnen på tisdagen. "
    "Räddningstjänsten var på plats med fyrtio bilar och borgmästaren talade om den värsta olyckan "
    "på många år. Det är inte känt hur branden började.",
    "Norwegian or Danish": "Elleve personer er omkommet i en brann i et lager ved havnen på "
    "tirsdag. Brannvesenet var på stedet med førti biler, og ordføreren snakket om den verste "
    "ulykken på mange år. Det er ikke kjent hvordan brannen startet.",
    "Turkish": "Limandaki bir depoda salı günü çıkan yangında on bir kişi öldü. İtfaiye kırk araç "
    "ile olay yerine geldi ve belediye başkanı bu yangının son yılların en ağır kazası olduğunu "
    "söyledi. Yangının nedeni için bir soruşturma açıldı ve iki kişi arandı.",
    "Indonesian": "Sebelas orang tewas dalam kebakaran di sebuah gudang di pelabuhan pada hari "
    "Selasa. Petugas datang dengan empat puluh mobil dan wali kota mengatakan bahwa ini adalah "
    "bencana yang paling parah dalam beberapa tahun. Penyebab kebakaran itu belum diketahui.",
}  # fmt: skip
RUSSIAN = (
    "Одиннадцать человек погибли во вторник при пожаре на складе в порту, сообщили спасатели. "
    "Мэр города назвал это самым тяжёлым происшествием за много лет."
)
ENGLISH = (
    "Mayor Luis de la Cruz of San Juan del Río said that eleven people had died on Tuesday in the "
    "fire at the port of La Paz, and that the owner of El Mercado de las Flores was missing."
)


def test_each_language_of_the_list_has_its_text() -> None:
    assert set(TEXTS) == set(load("other_languages", _Languages).others)


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_that_is_plainly_not_english_gives_no_claims_and_says_so(language: str) -> None:
    article = Article(id="a", text=TEXTS[language], published=date(2024, 3, 6))
    assert extract(article) == ()
    assert why_unread(article) == f"is in {language} by its words"
    assert reconcile([article]).notes == (
        f"a: is in {language} by its words, and only English is read: no claims are taken from it",
    )


def test_other_letters_are_no_english() -> None:
    assert why_unread(Article(id="a", text=RUSSIAN)) == "is not in Latin letters"


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "",
        "12 34 56",
        "Der Spiegel, Die Zeit",
        'The sign read: "Bei einem Brand sind elf Menschen ums Leben gekommen", she said of it.',
        "Results: " + "Halden 3, Skarvik 2. " * 30,
    ],
)
def test_names_quotes_and_lists_do_not_make_another_language(text: str) -> None:
    assert why_unread(Article(id="a", text=text)) is None


def unread(text: str) -> str | None:
    return why_unread(Article(id="a", text=text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # Eighty letters tell, most of them no Latin ones; marks and figures are none.
        ("я" * 80, True), ("я" * 79, False), ("я" * 79 + "7!", False),
        ("я" * 41 + "a" * 39, True), ("я" * 40 + "a" * 40, False),
        ("я" * 41 + "é" * 39, True), ("я" * 40 + "é" * 40, False),
        ("Ａ" * 80, False),
    ],
)  # fmt: skip
def test_how_many_letters_are_not_latin(text: str, told: bool) -> None:
    assert (unread(text) == "is not in Latin letters") is told


@pytest.mark.parametrize(
    ("german", "english", "others", "told"),
    [
        # Thirty words tell, where three in twenty are German, and twice as many as English ones.
        (30, 0, 0, True), (29, 0, 0, False),
        (15, 0, 85, True), (14, 0, 86, False),
        (20, 10, 70, True), (20, 11, 69, False), (19, 10, 71, False),
    ],
)  # fmt: skip
def test_how_many_words_are_german(german: int, english: int, others: int, told: bool) -> None:
    text = "und " * german + "the " * english + "qx " * others
    assert (unread(text) == "is in German by its words") is told


def test_only_the_head_of_a_text_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "." * 100 + "я" * 100
    for looked_at, told in ((180, True), (179, False)):
        monkeypatch.setattr(languages, "_LOOKED_AT", looked_at)
        assert (unread(text) == "is not in Latin letters") is told


@pytest.mark.parametrize("code", ["de", "DE", "de-AT", "zz"])
def test_a_language_that_is_named_costs_neither_an_error_nor_the_batch(code: str) -> None:
    german = Article.model_validate(
        {"id": "german", "text": TEXTS["German"], "language": code, "publisher": "Tagblatt"}
    )
    day = date(2024, 3, 6)
    english = [
        Article(id=name, text=f"The fire killed {n} people on Tuesday.", published=day)
        for name, n in (("a", 11), ("b", 35))
    ]
    report = reconcile([english[0], german, english[1]])
    assert [article.id for article in report.articles] == ["a", "german", "b"]
    assert len(report.conflicts) == 1
    assert [note.partition(":")[0] for note in report.notes] == ["german"]
    assert not {claim.article_id for claim in report.claims} & {"german"}


def test_files_may_name_a_language(tmp_path: Path) -> None:
    (tmp_path / "front.md").write_text(f"---\nlanguage: de-DE\n---\n{TEXTS['German']}")
    (tmp_path / "event.json").write_text(json.dumps({"text": TEXTS["German"], "lang": "deu"}))
    (tmp_path / "page.html").write_text(
        f'<!doctype html><html lang="de-CH"><body><article><p>{TEXTS["German"]}</p><p>'
        f"{TEXTS['German']}</p></article></body></html>"
    )
    articles = load_articles(tmp_path).articles
    assert [article.language for article in articles] == ["de", "de", "de"]
    for options in ([], ["--json"], ["--csv"], ["--html", str(tmp_path / "out.html")]):
        done = CliRunner().invoke(app, ["reconcile", str(tmp_path), *options])
        assert (done.exit_code, done.exception) == (0, None)
    assert CliRunner().invoke(app, ["extract", str(tmp_path)]).exit_code == 0
