"""An archive of articles kept for days in one file; a new article only changes its own story."""

from factcheck.archive.archive import Archive
from factcheck.archive.changes import ArchiveChange, ArchiveStatus, VerdictChange

__all__ = ["Archive", "ArchiveChange", "ArchiveStatus", "VerdictChange"]
