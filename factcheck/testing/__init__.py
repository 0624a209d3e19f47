"""For tests of other projects: the contract that each kind must keep."""

from factcheck.testing.contract import check_kind

__all__ = ["check_kind"]
