"""Articles kept for days in one file: a new one is read, and only its story is judged anew."""

from factcheck.archive.archive import Archive
from factcheck.archive.changes import ArchiveChange, ArchiveStatus, VerdictChange

__all__ = ["Archive", "ArchiveChange", "ArchiveStatus", "VerdictChange"]
