"""How the product says that something is wrong: what, which record, which rule, what next."""

from __future__ import annotations

from dataclasses import dataclass, field

from shounuo.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in data, kept as a value so that many can be shown together."""

    code: str
    what: Text
    record: str = ""
    rule: str = ""
    next_step: Text = field(default_factory=lambda: Text("", ""))

    def line(self, language: str = "en") -> str:
        parts = [self.record, self.what[language], self.rule, self.next_step[language]]
        return " · ".join(part for part in parts if part)


class Refused(Exception):
    """An act that cannot be done; carries the problem for the page or the command line."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.line("en"))
        self.problem = problem
