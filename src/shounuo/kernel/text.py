"""A sentence in both languages of the product. The edge chooses which one a reader gets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same thing said in Chinese and in English, each written by thinking in it."""

    zh: str
    en: str

    def __getitem__(self, language: str) -> str:
        return self.zh if language.startswith("zh") else self.en

    def format(self, **values: object) -> Text:
        return Text(self.zh.format(**values), self.en.format(**values))
