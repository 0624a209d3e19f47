"""From a DataFrame of articles to DataFrames of groups: what is shuffled, and by what.

Reading asks for one article, so nothing is shuffled for it. Texts are looked up by a join on their
keys; what chains of alike pairs join is found by the driver, which sees nothing but numbers. Each
chain is divided into stories, and each story is linked and judged, by one executor.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession, Window
from pyspark.sql import functions as F
from pyspark.sql.types import StructType

from factcheck.archive.rows import claim_of, group_of, possible_of
from factcheck.errors import InputError
from factcheck.judge import Gravity
from factcheck.linkage.model import blocking
from factcheck.models import Article
from factcheck.policy import DEFAULT, Policy
from factcheck.results import Report
from factcheck.spark import batches
from factcheck.stories import JudgedStories, Rules, in_order


@dataclass(frozen=True)
class Reconciled:
    """The result of `reconcile` as DataFrames, which are kept until `unpersist` is called.

    `articles` holds a row for each article as it was read: `id`, `article` and `claims` as JSON,
    and `notes`. `concluded` holds the judged stories, and `kept` the frames that it is made of.
    """

    articles: DataFrame
    concluded: DataFrame
    kept: tuple[DataFrame, ...] = ()

    @property
    def groups(self) -> DataFrame:
        """A row for each group: order by `gravity` for the gravest first. `members` are the ids of
        its claims and `record` the rest of a `Group`, as JSON."""
        return self.concluded.where("verdict IS NOT NULL").select(*batches.GROUP)

    @property
    def possible(self) -> DataFrame:
        """A row for each possible question; order by `score`, descending."""
        return self.concluded.where("score IS NOT NULL").select(*batches.POSSIBLE)

    @property
    def notes(self) -> DataFrame:
        """The notes on the articles for a reader, one `note` a row."""
        read = self.articles.select(F.explode("notes").alias("note"))
        return read.union(self.concluded.where("note IS NOT NULL").select("note"))

    def report(self) -> Report:
        """The report that `factcheck.reconcile` gives for these articles in the order of their ids;
        takes the memory of one machine for all of them."""
        read = self.articles.where("article IS NOT NULL").select("id", "article", "claims")
        rows = sorted(read.toArrow().to_pylist(), key=lambda row: row["id"])
        claims = [claim_of(one) for row in rows for one in row["claims"]]
        by_id = {claim.id: claim for claim in claims}
        groups = [
            (
                Gravity(**{**row["gravity"], "gap": Decimal(row["gravity"]["gap"])}),
                group_of(row["record"], row["members"], by_id),
            )
            for row in self.groups.toArrow().to_pylist()
        ]
        asked = self.possible.select("score", "question", "kind", "fits", "open", "members")
        possible = [
            (row.pop("score"), possible_of(list(row.values()), by_id))
            for row in asked.toArrow().to_pylist()
        ]
        in_turn, likeliest = in_order([JudgedStories(groups, possible)])
        return Report(
            articles=tuple(Article.model_validate_json(row["article"]) for row in rows),
            claims=tuple(claims),
            groups=in_turn,
            possible=likeliest,
            notes=tuple(sorted(row["note"] for row in self.notes.toArrow().to_pylist())),
        )

    def unpersist(self) -> None:
        """Release the DataFrames that are kept."""
        for one in (self.concluded, *self.kept, self.articles):
            one.unpersist()


def reconcile(
    articles: DataFrame, *, policy: Policy | None = None, partitions: int | None = None
) -> Reconciled:
    """Groups claims of articles by the question they answer, and judges each group.

    `articles` has a row for each article, with a column `id` and the fields of an article, under
    the names that `load_articles` knows. Each of its partitions is read in one task; stories are
    linked and judged in so many `partitions`, by default four for each core. `policy` holds every
    constant of judging, and the kinds of claims are those installed on the executors.

    The groups and verdicts are those that `factcheck.reconcile` gives for the articles in the order
    of their ids. A row that is no article is left out, and a note says why. Reads all and finds the
    stories before it returns; the stories are judged when they are first asked for. Raises
    `InputError` where there is no column `id`, or two articles of one id.
    """
    if "id" not in articles.columns:
        raise InputError("articles: has no column id: name each article")
    spark = articles.sparkSession
    partitions = partitions or 4 * spark.sparkContext.defaultParallelism
    read = articles.mapInArrow(batches.read, _schema(spark, batches.READ)).persist()
    _refuse_one_id_for_two(read)
    texts = _texts(read, partitions).persist()
    pairs = _alike(texts).persist()
    stories = _stories(texts, pairs)
    stated = read.join(stories, "text").repartition(partitions, "story")
    rules = Rules(policy=policy or DEFAULT)
    concluded = stated.groupBy("story").applyInArrow(
        lambda table: batches.concluded(table, rules), _schema(spark, batches.CONCLUDED)
    )
    return Reconciled(read, concluded.persist(), (texts, pairs))


def _schema(spark: SparkSession, schema: pa.Schema) -> StructType:
    """The Spark schema for a schema of Arrow."""
    return spark.createDataFrame(schema.empty_table()).schema


def _refuse_one_id_for_two(read: DataFrame) -> None:
    """Raise `InputError` where two articles have one id."""
    twice = read.where("article IS NOT NULL").groupBy("id").count().where("count > 1")
    for row in twice.limit(1).collect():
        raise InputError(f"articles: {row['count']} have the id {row['id']!r}: each needs its own")


def _texts(read: DataFrame, partitions: int) -> DataFrame:
    """The texts that are compared, numbered in the order of their words, by which ties are broken.
    The numbers have gaps between the partitions of a sorted frame; only their order matters."""
    given = read.where("article IS NOT NULL").repartition(partitions, "text")
    found = given.groupBy("text").applyInArrow(
        batches.texts, _schema(read.sparkSession, batches.TEXTS)
    )
    return (
        found.orderBy("words").withColumn("number", F.monotonically_increasing_id()).drop("words")
    )


def _alike(texts: DataFrame) -> DataFrame:
    """The pairs of texts alike enough to be of one story: of each text those before it that share
    most of its index words, as in `linkage.block`."""
    spark = texts.sparkSession
    kept = texts.select("number", "profile", "days", "least")
    shelved = kept.mapInArrow(batches.on_shelves, _schema(spark, batches.SHELVED))
    looking = kept.mapInArrow(batches.looking_up, _schema(spark, batches.LOOKED_UP))
    met = looking.join(shelved, "shelf").where("other < this")
    # A word may be met on several shelves; the sum goes by rank, as on one machine.
    shared = met.groupBy("this", "other").agg(
        F.expr(
            "aggregate(array_sort(collect_set(struct(rank, own * weight AS both))), 0D, "
            "(sum, word) -> sum + word.both)"
        ).alias("shared"),
        F.least(F.first("own_least"), F.first("its_least")).alias("least"),
    )
    nearest = Window.partitionBy("this").orderBy(F.desc("shared"), F.desc("other"))
    ranked = shared.withColumn("turn", F.row_number().over(nearest))
    crowd = ranked.where(F.col("turn") <= blocking().crowd)
    own = kept.select(F.col("number").alias("this"), "profile", "days")
    its = kept.select(
        F.col("number").alias("other"),
        F.col("profile").alias("other_profile"),
        F.col("days").alias("other_days"),
    )
    compared = crowd.where("shared >= least").join(own, "this").join(its, "other")
    return compared.mapInArrow(batches.alike, _schema(spark, batches.PAIRS))


def _stories(texts: DataFrame, pairs: DataFrame) -> DataFrame:
    """The story of each text."""
    spark = texts.sparkSession
    found = pairs.toArrow()
    chain = _chains(zip(found["this"].to_pylist(), found["other"].to_pylist(), strict=True))
    chains = spark.createDataFrame(
        pa.table(
            {"number": list(chain), "chain": list(chain.values())},
            schema=pa.schema([("number", pa.int64()), ("chain", pa.int64())]),
        )
    )
    home = F.coalesce("chain", "number").alias("chain")
    members = texts.join(chains, "number", "left").select("text", "number", "profile", "days", home)
    ties = pairs.join(chains, pairs["this"] == chains["number"]).select("this", "other", "chain")
    return (
        members.groupBy("chain")
        .cogroup(ties.groupBy("chain"))
        .applyInArrow(batches.stories, _schema(spark, batches.STORIES))
    )


def _chains(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Connected components: for each number in a pair the least that a chain of pairs joins to
    it."""
    above: dict[int, int] = {}

    def least(number: int) -> int:
        """The least number of the component, with the path to it compressed."""
        while (parent := above.setdefault(number, number)) != number:
            above[number] = number = above[parent]
        return number

    for one, other in pairs:
        low, high = sorted((least(one), least(other)))
        above[high] = low
    return {number: least(number) for number in list(above)}
