"""Where a text comes from: copies of one wire text, and the agencies that articles credit."""
