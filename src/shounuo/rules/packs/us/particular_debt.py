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

    A student loan whose account number is not known stands alone.
    """
    keys = {}
    for debt in facts.debts:
        account = debt.more.get(ACCOUNT) if debt.product == "student_loan" else None
        keys[debt.id] = f"account {account}" if account else debt.id
    return lambda debt_id: keys.get(debt_id, debt_id)
