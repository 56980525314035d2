"""Money, civil time, business calendars, bilingual text, errors. Imports nothing of ours; no Django, no I/O, never reads the clock."""
