"""Reading text before any claim is read: sentences, words, sections of the page."""
