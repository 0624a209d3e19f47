"""Articles from wherever they are kept: files, folders, standard input, objects in memory.

One small module for each format of file, all listed in `formats.FORMATS`. A broken file
costs only itself: loading gives the articles it could read, and an error for each it could not.
"""

from factcheck.loading.articles import Loaded, files_at, load_articles
from factcheck.loading.coercion import Taken, as_articles, taken
from factcheck.loading.documents import LARGEST

__all__ = ["LARGEST", "Loaded", "Taken", "as_articles", "files_at", "load_articles", "taken"]
