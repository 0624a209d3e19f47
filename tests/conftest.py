"""Settings of the property tests: no deadline on a shared machine, the same examples on CI."""

import os

from hypothesis import settings

settings.register_profile("factcheck", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("factcheck")
