"""`shounuo person erase CASE --ground …`: erases the person of a case; the ledger stays whole."""

from __future__ import annotations

import click

from shounuo.commands._django import ready_records
from shounuo.commands._report import json_option, report
from shounuo.kernel.errors import Refused


@click.command()
@click.argument("case", type=int)
@click.option("--ground", required=True, help="The request or retention rule; no names in it.")
@click.option("--yes", is_flag=True, help="Do not ask for the case number again.")
@json_option
def command(case: int, ground: str, yes: bool, as_json: bool) -> None:
    """Erase everything that says who the customer of CASE is. It cannot be undone."""
    ready_records()
    from shounuo.records.actions.erase_person import erase_person
    from shounuo.records.models import Case
    from shounuo.records.queries.erasure import kept_of
    from shounuo.settings import clock

    found = Case.objects.select_related("customer").filter(pk=case).first()
    if found is None:
        raise click.ClickException(f"no case {case} · 没有案件 {case}")
    before = kept_of(found.customer)
    if not yes:
        click.echo(" · ".join(f"{name} {count}" for name, count in before.items()), err=True)
        again = click.prompt(f"案件号再输一遍 / the case number again ({case})", type=int, err=True)
        if again != case:
            raise click.ClickException("没有删除 / nothing was erased")
    try:
        person = erase_person(
            customer_id=found.customer_id, actor="command", recorded_at=clock.now(), ground=ground
        )
    except Refused as refused:
        raise click.ClickException(refused.problem.line("en")) from refused
    data = {"case": case, "erased_at": person.erased_at, "gone": before}
    report(data, as_json=as_json)
