"""The clause around a figure: its verb, collective noun, place, speaker and phase."""
