"""`shounuo demo`: an invented floor with two months behind it, served; prints the logins."""

from __future__ import annotations

import os
import sys

import click

from shounuo.commands._django import ready


@click.command()
@click.option("--accounts", type=int, help="Cards of the demo bank: 440, or 900 with --deep.")
@click.option("--days", default=44, show_default=True, help="Working days of history.")
@click.option(
    "--deep",
    is_flag=True,
    help="A past long and full enough for learned estimates and a holdout; takes some minutes.",
)
@click.option("--serve/--no-serve", default=True, help="Serve the desk afterwards.")
@click.option("--port", default=8000, show_default=True)
def command(accounts: int | None, days: int, deep: bool, serve: bool, port: int) -> None:
    """Fill a demo home (once) and serve the desk."""
    os.environ.setdefault("SHOUNUO_MODE", "demo")
    ready()
    from django.core.management import call_command

    from shounuo.jobs.demo.fill import demo_now, fill
    from shounuo.jobs.demo.house import PASSWORD, PEOPLE
    from shounuo.records.models import Lender
    from shounuo.settings import clock, place

    place.remember_mode("demo")
    call_command("migrate", interactive=False, verbosity=0)
    if not Lender.objects.exists():
        accounts = accounts or (900 if deep else 440)
        click.echo(f"filling {accounts} cards, {days} working days · 正在生成演示数据 …")
        now = demo_now(clock.now())
        fill(now, accounts=accounts, days=days, deep=deep, say=click.echo)
        clock.write(now, running=True)
    click.echo("\n工号 staff no · 角色 role · 姓名 name")
    for number, name, role, team in PEOPLE:
        click.echo(f"  {number}   {role:<11} {name}  {team or ''}")
    click.echo(f"密码 password: {PASSWORD}\n")
    if serve:
        line = [sys.executable, "-m", "shounuo", "serve", "--port", str(port)]
        sys.stdout.flush()
        os.execv(sys.executable, line)  # noqa: S606 - ourselves
