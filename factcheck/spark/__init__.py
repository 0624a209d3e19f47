"""Articles in a Spark DataFrame, reconciled on a cluster: the groups and verdicts of one machine.

Needs the extra `spark` and Java, and this package on every executor.
"""

from factcheck.report.extras import needed_for

with needed_for("factcheck.spark", "spark"):
    from factcheck.spark.adapter import Reconciled, reconcile

__all__ = ["Reconciled", "reconcile"]
