"""An e-mail as it is saved (.eml), through the standard library: press releases, alerts."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from factcheck.errors import SourceError
from factcheck.loading.documents import Document
from factcheck.loading.markup import fragment_text
from factcheck.loading.records import Entry


def read_letter(document: Document) -> Iterator[Entry]:
    """One entry of an e-mail: the subject is the title, the sender the publisher. Plain text is
    preferred to markup; attachments are not read. Raises `SourceError`."""
    try:
        letter = message_from_bytes(document.data, policy=policy.default)
        body = letter.get_body(("plain", "html"))
        text = "" if body is None else str(body.get_content())
        sender, address = parseaddr(str(letter["from"] or ""))
        record = {
            "id": _header(letter, "message-id").strip("<>"),
            "text": fragment_text(text) if _is_html(body) else text.replace("\r\n", "\n"),
            "title": _header(letter, "subject"),
            "publisher": sender or address.rpartition("@")[2],
            "published": _header(letter, "date"),
        }
    except Exception as error:  # headers that are none raise whatever Python happens to
        raise SourceError(document.name, f"cannot be read as an e-mail: {error}") from error
    yield Entry(document.name, record)


def _header(letter: EmailMessage, name: str) -> str:
    """The value of a header in one line; empty without it."""
    return " ".join(str(letter[name] or "").split())


def _is_html(body: object) -> bool:
    """Whether the body of an e-mail is HTML."""
    return isinstance(body, EmailMessage) and body.get_content_type() == "text/html"
