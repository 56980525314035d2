"""Whatever the checker calls it, whoever sent it is told in both languages and hears nothing of it again."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import pytest
from pydantic import AwareDatetime, BaseModel, Field, ValidationError

from shounuo.api.faults import unfit


class Sent(BaseModel):
    key: Annotated[str, Field(min_length=1, max_length=3)] = "k"
    number: Annotated[int, Field(ge=1, lt=10)] = 1
    stars: Annotated[int, Field(le=5)] = 1
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")] = "CNY"
    at: AwareDatetime = datetime.fromisoformat("2026-11-20T12:09:00+08:00")
    kind: bool = True


@pytest.mark.parametrize(
    ("sent", "zh", "en"),
    [
        ({"key": ""}, "key：不能为空", "key must not be empty"),
        ({"key": "long"}, "key：最多 3 个字符", "key must have 3 characters at most"),
        ({"number": 10}, "number：应小于 10", "number must be less than 10"),
        ({"stars": 6}, "stars：不得大于 5", "stars must be 5 or less"),
        ({"currency": "cny"}, "currency：不合要求", "currency does not fit"),
        ({"number": 1.5}, "number：应为整数", "number must be a whole number"),
        ({"kind": "秘密"}, "kind：不合要求", "kind does not fit"),
    ],
)
def test_each_way_of_not_fitting_is_said(sent: dict[str, object], zh: str, en: str) -> None:
    """As the library's own errors tell it, whose place begins with `body` and the name of the argument."""
    with pytest.raises(ValidationError) as caught:
        Sent(**sent)
    problem = unfit(
        [{**one, "loc": ("body", "told", *one["loc"])} for one in caught.value.errors()]
    )
    assert (problem.what.zh, problem.what.en) == (zh, en)


def test_a_body_that_is_no_object_is_itself_what_does_not_fit() -> None:
    problem = unfit([{"type": "model_attributes_type", "loc": ("body", "told"), "ctx": {}}])
    assert problem.what.zh == "body：不合要求"
