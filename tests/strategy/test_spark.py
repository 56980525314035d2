import pytest
from a_night import published, run
from small_extract import rows, write

from shounuo.strategy.engine import SparkEngine


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    from pyspark.sql import SparkSession

    place = tmp_path_factory.mktemp("spark")
    builder = SparkSession.builder.master("local[1]").appName("night")
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.warehouse.dir": str(place),
    }.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.mark.spark
def test_spark_and_duckdb_publish_the_same_night(tmp_path, session):
    """The same expressions on Spark give every cell of features, cases, queue and refusals alike."""
    extract = write(tmp_path / "x", rows(1500), 2)
    duck = run(extract, tmp_path / "duck")
    spark = run(extract, tmp_path / "spark", engine=SparkEngine(session))
    for table in ("features", "cases", "queue", "refused"):
        assert published(spark, table) == published(duck, table), table
    assert spark["decisions"] == duck["decisions"]
