"""The answer of one claim on a line, so that linking and judging compare the same."""
