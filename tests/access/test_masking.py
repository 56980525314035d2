"""What masked data looks like, and who sees a whole name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shounuo.access import masking
from shounuo.access.masking import Sight, sight
from shounuo.access.roles import Actor, Role, Subject

MINE = Subject("M1-3", "zhang")


@pytest.mark.parametrize(
    ("mask", "plain", "shown"),
    [
        (masking.mask_name, "王建国", "王*国"),
        (masking.mask_name, "王芳", "王*"),
        (masking.mask_name, "欧阳修文", "欧**文"),
        (masking.mask_name, "王", "王*"),
        (masking.mask_name, "John Smith", "J*** S***"),
        (masking.mask_name, "", ""),
        (masking.mask_number, "13812346621", "138****6621"),
        (masking.mask_number, "021-62345678", "021****5678"),
        (masking.mask_number, "12345", "***45"),
        (masking.mask_number, "12", "**"),
        (masking.mask_id, "110105199003071234", "1****************4"),
        (masking.mask_account, "6222020200112238830", "****8830"),
        (masking.mask_account, "8830", "****"),
        (masking.mask_email, "john@example.org", "j***@example.org"),
        (masking.mask_email, "nothing", "***"),
        (masking.mask_address, "上海市浦东新区世纪大道一号", "上海市浦东新*******"),
    ],
)
def test_masked_data_tells_cases_apart_and_people_not(mask, plain, shown):
    """Each kind keeps the few characters that its reader needs."""
    assert mask(plain) == shown


def test_a_whole_name_is_only_for_the_holder_during_the_call():
    """The collector on the call sees it; before it, and a lead, see it masked; an administrator nothing."""
    zhang = Actor("zhang", frozenset({Role.COLLECTOR}), "M1-3")
    lead = Actor("chen", frozenset({Role.LEAD}), "M1-3")
    admin = Actor("root", frozenset({Role.ADMIN}))
    assert sight(zhang, MINE, during_call=True) is Sight.FULL
    assert sight(zhang, MINE) is Sight.MASKED
    assert sight(zhang, Subject("M1-3", "li"), during_call=True) is Sight.MASKED
    assert sight(lead, MINE, during_call=True) is Sight.MASKED
    assert sight(admin, MINE, during_call=True) is Sight.HIDDEN
    assert masking.show_name("王建国", Sight.HIDDEN) == "***"


@given(st.text(alphabet="0123456789", min_size=8, max_size=15))
def test_a_masked_number_keeps_its_length_and_hides_the_middle(number):
    """At most seven digits stay, and at least one is hidden."""
    shown = masking.mask_number(number)
    assert len(shown) == len(number)
    assert "*" in shown
