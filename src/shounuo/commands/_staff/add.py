"""`shounuo staff add NUMBER NAME`: makes an account with a first password that is printed once."""

from __future__ import annotations

import secrets

import click

from shounuo.access.roles import Role
from shounuo.commands._django import ready_records
from shounuo.commands._report import json_option, report
from shounuo.kernel.errors import Refused


@click.command()
@click.argument("staff_no")
@click.argument("name")
@click.option("--role", type=click.Choice(list(Role)), default=Role.ADMIN, show_default=True)
@click.option("--team", default="", help="Code of the team, for those who work cases.")
@json_option
def command(staff_no: str, name: str, role: str, team: str, as_json: bool) -> None:
    """An account for somebody who works here; the password is made by chance and shown only now."""
    ready_records()
    from shounuo.records.actions.hire_staff import hire_staff
    from shounuo.records.models import Team
    from shounuo.settings import clock

    found = Team.objects.filter(code=team).first() if team else None
    if team and found is None:
        raise click.ClickException(f"没有小组 {team} / there is no team {team}")
    password = secrets.token_urlsafe(12)
    try:
        staff = hire_staff(
            staff_no=staff_no,
            name=name,
            role=role,
            team_id=found.pk if found else None,
            password=password,
            actor="command",
            recorded_at=clock.now(),
        )
    except Refused as refused:
        raise click.ClickException(refused.problem.line("en")) from refused
    report({"staff_no": staff.staff_no, "role": staff.role, "password": password}, as_json=as_json)
