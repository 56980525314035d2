"""How tasks end: every task of the catalogue has its answers, and an answer ends what its code began."""

from __future__ import annotations

from shounuo.domain.disposition.catalogue import Task, catalogue
from shounuo.domain.disposition.task_outcomes import HEARD, ends_of, task_ends


def test_every_task_of_the_catalogue_takes_answers() -> None:
    """No code starts work that nobody can close with a result."""
    assert set(task_ends()) == {task.value for task in Task} | {HEARD}
    for ends in task_ends().values():
        assert len(ends.outcomes) >= 2
        for outcome in ends.outcomes.values():
            assert outcome.words.zh
            assert outcome.words.en


def test_an_answer_ends_only_what_its_code_raised() -> None:
    """A flag that an answer lowers is one that a code with the same task raises."""
    raised = {
        (task.value, flag)
        for row in catalogue().values()
        for task in row.tasks
        for flag in row.flags
    }
    for task, ends in task_ends().items():
        for outcome in ends.outcomes.values():
            assert {(task, flag) for flag in outcome.ends} <= raised


def test_every_hold_a_code_raises_can_end() -> None:
    """For each flag a task's code raises, some answer of the task lowers it."""
    for row in catalogue().values():
        for task in row.tasks:
            lowered = {flag for o in task_ends()[task].outcomes.values() for flag in o.ends}
            assert set(row.flags) <= lowered


def test_what_inspection_heard_takes_answers_and_a_callback_is_simply_done() -> None:
    """Every kind of request that inspection knows has the same answers; a callback has none."""
    assert (
        set(ends_of("heard_complaint"))
        == set(ends_of("heard_stop"))
        == {"recorded", "known", "not_said"}
    )
    assert ends_of("callback") == {}
