"""factcheck reads what news articles claim in figures and dates, and shows where they disagree."""
