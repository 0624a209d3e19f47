"""Hypothesis settings: a busy machine is no defect of the tool."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "newsdesk", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("newsdesk")
