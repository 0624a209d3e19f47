"""The clause a figure stands in: its verb, its group, place, speaker and phase."""
