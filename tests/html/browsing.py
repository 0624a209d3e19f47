"""What the tests in a browser share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Opens a page that was written: `width`, `query` and what else a browser's context takes.
Look = Callable[..., "Page"]


def unfold(page: Page) -> None:
    """Opens everything that is folded, as its reader may."""
    page.evaluate("""() => {
      for (let folds; (folds = document.querySelectorAll("details:not([open])")).length;) {
        for (const fold of folds) { draw(fold); fold.open = true; }
      }
    }""")
