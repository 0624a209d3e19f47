"""Reconciles generated bundles and compares the reports with what is known of them.

    python benchmarks/generated.py [--seeds N] [--first SEED] [--topic NAME] [--list CAUSE]

Prints the share of expected groups found, of verdicts right and of false conflicts, then the
failures by cause and by how the answers were made to differ. `--list` shows the failures of one
cause with their sentences, at most `--show` of them.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from time import perf_counter

from factcheck.reconcile import reconcile
from factcheck.testing.generator import generate_bundle
from factcheck.testing.scoring import BundleScore, Cause, score


def main() -> int:
    """Runs the seeds asked for and prints the figures; 1 where a target is missed."""
    arguments = _arguments()
    total = BundleScore()
    began = perf_counter()
    seeds = range(arguments.first, arguments.first + arguments.seeds)
    for seed in seeds:
        bundle = generate_bundle(seed, arguments.topic)
        scored = score(bundle, reconcile(bundle.articles))
        total += scored
        for failure in scored.failures:
            if arguments.list and failure.cause.name.lower() == arguments.list and arguments.show:
                arguments.show -= 1
                print(f"\nseed {seed}: {failure.question} ({failure.relation})\n{failure.detail}")
    _print(total, len(seeds), perf_counter() - began)
    reached = (
        total.found_share >= arguments.found
        and total.verdict_share >= arguments.verdicts
        and total.false_share <= arguments.false
    )
    return 0 if reached else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--seeds", type=int, default=200, help="how many bundles")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--topic", action="append", default=[], help="only this topic")
    causes = [cause.name.lower() for cause in Cause]
    parser.add_argument("--list", choices=causes, help="show the failures of one cause")
    parser.add_argument("--show", type=int, default=20, help="how many of them")
    parser.add_argument("--found", type=float, default=0.0, help="least share of groups found")
    parser.add_argument("--verdicts", type=float, default=0.0, help="least share of verdicts")
    parser.add_argument("--false", type=float, default=1.0, help="most false conflicts")
    return parser.parse_args()


def _print(total: BundleScore, bundles: int, seconds: float) -> None:
    print(f"\n{bundles} bundles, {total.groups} groups, {seconds:.0f} s")
    for name, share, of, all_of in (
        ("groups found", total.found_share, total.found, total.groups),
        ("verdicts right", total.verdict_share, total.verdicts, total.groups),
        ("false conflicts", total.false_share, total.false_conflicts, total.reported),
        ("conflicts found", None, total.conflicts_found, total.conflicts),
        ("look-alikes in conflict", None, total.lookalikes_in_conflict, total.lookalikes),
        ("origins right", None, total.origins_right, total.origins),
    ):
        share = of / all_of if share is None and all_of else share or 0.0
        print(f"  {name:24} {share:6.3f}   {of} of {all_of}")
    for title, counted in (
        ("failures by cause", Counter(f.cause.value for f in total.failures)),
        ("by relation", Counter(f.relation for f in total.failures if f.relation)),
        ("by question", Counter(f.question for f in total.failures if f.relation)),
    ):
        print(title)
        for name, times in counted.most_common(25):
            print(f"  {times:5}  {name}")


if __name__ == "__main__":
    sys.exit(main())
