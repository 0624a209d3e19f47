"""Hypothesis profiles: `HYPOTHESIS_PROFILE=nightly pytest` takes its time, `ci` never varies.

Without the variable it is `ci` where the machine says that it is one (`CI` is set), else `dev`: a
few examples of each law, others at each run, with those that ever failed first.
No profile has a deadline: the time a test takes is measured by tests of its own, and a busy
machine is no defect of the library.
"""

from __future__ import annotations

import os

from hypothesis import Phase, settings

settings.register_profile("dev", max_examples=12, deadline=None)
settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True, database=None)
# For the mutation check: that a test fails is enough, the least example is not looked for.
settings.register_profile(
    "mutants", settings.get_profile("ci"), phases=(Phase.explicit, Phase.generate)
)
settings.register_profile("nightly", max_examples=2000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "dev"))
