"""What one particular debt is: 1006.14(b)(4).

"Particular debt means each of a consumer's debts in collection. However, in the case of student
loan debts, [it] means all student loan debts … serviced under a single account number at the time
the debts were obtained by a debt collector."
"""

from collections.abc import Callable

from shounuo.rules.facts import Facts

ACCOUNT = "servicing_account_at_obtain"


def particular_debt(facts: Facts) -> Callable[[str], str]:
    """From a debt's id to the key its calls are counted under.

    Student loans whose account number is not known may be of one account: they count together.
    """
    keys = {}
    for debt in facts.debts:
        student = debt.product == "student_loan"
        keys[debt.id] = f"account {debt.more.get(ACCOUNT)}" if student else debt.id
    return lambda debt_id: keys.get(debt_id, debt_id)


def debts_concerned(facts: Facts) -> tuple[str, ...]:
    """The debts the contact is about. Where nobody said which, it may be any that is known of."""
    called = (debt for contact in facts.contacts for debt in (*contact.debts, *contact.discussed))
    return facts.proposed.debts or tuple(debt.id for debt in facts.debts) or tuple(called)
