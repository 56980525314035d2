"""Call guides 话术: graphs of steps that put the next right sentence on screen (practice rows P2-P11, P15, P18, P34).

A guide is data (`library/*.yaml`, format in `docs/guides.md`). Nothing here writes a sentence by itself:
what the collector reads is a reviewed line with facts of the case in its blanks.
"""
