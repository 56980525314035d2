"""Transcripts in: the house form, plain text, subtitles, speech services. Bad items are kept apart with a reason."""
