"""How long the page of a report takes beside the reconciling, and how large it is.

    python benchmarks/page.py [--articles 800]

Generated news on as many events as it takes.
"""

from __future__ import annotations

import argparse
from time import process_time

from growth import news

from factcheck import reconcile
from factcheck.report.html import report_html

parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
parser.add_argument("--articles", type=int, default=800)
report = reconcile(news(parser.parse_args().articles))
began = process_time()
page = report_html(report)
print(f"{process_time() - began:.1f} s, {len(page.encode()) / 1e6:.1f} MB, {report!r}")
