"""On a cluster of two workers, each a Java machine of its own with its own Pythons: the answer is
that of one machine."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from factcheck import Article, InputError, Report, Verdict, reconcile
from factcheck.testing import generate_bundle

pyspark = pytest.importorskip("pyspark", reason="the extra spark is not installed")
pa = pytest.importorskip("pyarrow")
if shutil.which("java") is None:
    pytest.skip("no java here: apt-get install default-jre-headless", allow_module_level=True)

from factcheck.spark import reconcile as on_a_cluster  # noqa: E402

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyspark.sql import DataFrame, SparkSession

pytestmark = [
    pytest.mark.slow,
    # Of its own parts; sockets to a Java machine that is gone.
    pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::ResourceWarning"),
]

FIELDS = ("id", "text", "title", "publisher", "published", "country", "language")
QUICK_TO_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    folder = tmp_path_factory.mktemp("spark")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PYSPARK_PYTHON", sys.executable)
        patched.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patched.setenv("SPARK_LOCAL_DIRS", str(folder))
        patched.delenv("SPARK_HOME", raising=False)
        patched.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
        from pyspark.sql import SparkSession

        opened = (
            SparkSession.builder.master("local-cluster[2,1,1024]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.extraJavaOptions", QUICK_TO_START)
            .config("spark.executor.extraJavaOptions", QUICK_TO_START)
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.sql.warehouse.dir", str(folder))
            .getOrCreate()
        )
        application = opened.sparkContext.applicationId
        yield opened
        opened.stop()
        # Workers of a local cluster log into the package itself.
        shutil.rmtree(Path(pyspark.__file__).parent / "work" / application, ignore_errors=True)


def frame(spark: SparkSession, articles: Sequence[Article], partitions: int = 4) -> DataFrame:
    rows = [article.model_dump(mode="json", include=set(FIELDS)) for article in articles]
    schema = pa.schema([(name, pa.string()) for name in FIELDS])
    return spark.createDataFrame(pa.Table.from_pylist(rows, schema)).repartition(partitions)


def news() -> list[Article]:
    """Articles on many events with reprints, copies under other days, undated and foreign ones."""
    random = Random(16)
    found = [
        article.model_copy(update={"id": f"{seed}-{article.id}"})
        for seed in range(14)
        for article in generate_bundle(seed).articles
    ]
    for at, article in enumerate(random.sample(found, 12)):
        day = (article.published or date(2024, 2, 19)) + timedelta(days=random.choice((0, 1, 40)))
        turns: Sequence[dict[str, object]] = (
            {"published": day},
            {"published": None, "title": "Nine die on the coast"},
            {"text": f"From our archive. {article.text}", "published": day},
        )
        found.append(article.model_copy(update={"id": f"copy-{at}", **turns[at % 3]}))
    wire = "ARDMORE, Feb. 19, 2024 (Wire) — The fire killed 14 people."
    found.append(Article(id="wire", text=wire))
    found.append(Article(id="presse", text="Der Brand tötete 14 Menschen.", language="de"))
    return sorted(found, key=lambda article: article.id)


def told(report: Report) -> dict[str, object]:
    """The whole report, its notes in one order."""
    return {**report.model_dump(exclude={"notes"}), "notes": sorted(report.notes)}


def test_the_report_is_that_of_one_machine(spark: SparkSession) -> None:
    articles = news()
    expected = reconcile(articles)
    assert len(expected.conflicts) > 5
    found = on_a_cluster(frame(spark, articles), partitions=6)
    try:
        assert told(found.report()) == told(expected)
        gravest = found.groups.orderBy("gravity").select("id", "verdict").toArrow().to_pylist()
        assert [row["id"] for row in gravest] == [group.id for group in expected.groups]
        assert gravest[0]["verdict"] == Verdict.CONFLICT
    finally:
        found.unpersist()


def test_a_python_that_is_killed_costs_its_task_alone(spark: SparkSession, tmp_path: Path) -> None:
    articles = news()[:40]
    given = frame(spark, articles)
    killed = tmp_path / "killed"

    def kills_itself_once(found: Iterator[RecordBatch]) -> Iterator[RecordBatch]:
        for batch in found:
            if not killed.exists():
                killed.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            yield batch

    found = on_a_cluster(given.mapInArrow(kills_itself_once, given.schema))
    try:
        assert killed.exists()
        assert told(found.report()) == told(reconcile(articles))
    finally:
        found.unpersist()


def test_rows_without_a_text_are_left_out_and_told(spark: SparkSession) -> None:
    rows = [("a", "The fire in Ardmore killed 14 people."), ("b", None)]
    found = on_a_cluster(spark.createDataFrame(rows, "id string, text string"))
    report = found.report()
    found.unpersist()
    assert [article.id for article in report.articles] == ["a"]
    assert report.notes == ("left out: text: is missing: give the words of the article",)


def test_two_articles_of_one_id_are_refused(spark: SparkSession) -> None:
    rows = [("a", "Nine people died."), ("a", "Ten people died.")]
    with pytest.raises(InputError, match="2 have the id 'a'"):
        on_a_cluster(spark.createDataFrame(rows, "id string, text string"))
    with pytest.raises(InputError, match="no column id"):
        on_a_cluster(spark.createDataFrame([("Nine people died.",)], "text string"))


def test_no_articles_give_an_empty_report(spark: SparkSession) -> None:
    found = on_a_cluster(spark.createDataFrame([], "id string, text string"))
    assert told(found.report()) == told(reconcile([]))
    found.unpersist()
