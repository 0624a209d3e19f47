"""From an article to its claims: what is found in it, the slots of each figure, its times."""
