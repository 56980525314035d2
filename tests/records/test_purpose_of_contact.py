import pytest

from shounuo.records.queries.facts import default_content, purpose_of
from shounuo.rules.proposed import Role


@pytest.mark.parametrize("role", [Role.THIRD_PARTY, Role.SPOUSE, Role.SUPPLEMENTARY_HOLDER])
def test_who_does_not_owe_is_only_asked_where_the_customer_is(role):
    """A third party's contact locates: it asks no payment and discloses nothing."""
    assert purpose_of(role) == "locate"
    content = default_content(role)
    told = (content.asks_payment, content.discloses_debt, content.discloses_amounts)
    assert told == (False, False, False)


@pytest.mark.parametrize("role", [Role.CUSTOMER, Role.GUARANTOR, Role.HEIR])
def test_who_owes_is_asked_to_pay(role):
    """Customer, guarantor and heir are asked to pay."""
    assert purpose_of(role) == "collect"
    assert default_content(role).asks_payment
