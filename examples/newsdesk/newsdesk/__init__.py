"""A newsroom's morning briefing on figures that the papers do not agree on."""

from newsdesk.briefing import briefing, clip

__all__ = ["briefing", "clip"]
