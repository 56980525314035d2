"""`shounuo strategy figures`: writes measured figures into a page, so that none is typed by hand."""

from __future__ import annotations

import json
from math import log
from pathlib import Path
from typing import Any

import click

from shounuo.commands._report import json_option, report

START, END = "<!-- figures: start -->", "<!-- figures: end -->"
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("page", type=FILE)
@click.option("--taiwan", type=FILE, help="Output of `strategy taiwan --json`.")
@click.option("--p4g", type=FILE, help="Output of `strategy p4g --json`.")
@click.option("--trial", type=FILE, help="Output of `lab trial --json`.")
@click.option(
    "--nightly", type=FILE, multiple=True, help="Output of `bench nightly --json`; several sizes."
)
@json_option
def command(
    page: Path,
    taiwan: Path | None,
    p4g: Path | None,
    trial: Path | None,
    nightly: tuple[Path, ...],
    as_json: bool,
) -> None:
    """Write these outputs between the page's marks; sections that none of them speaks of stay."""
    parts = [_nightly([_last(p) for p in nightly])] if nightly else []
    parts += [
        write(_last(path))
        for path, write in ((taiwan, _taiwan), (p4g, _p4g), (trial, _trial))
        if path
    ]
    text = page.read_text(encoding="utf-8")
    head, rest = text.split(START, 1)
    tail = rest.split(END, 1)[1]
    body = "\n\n".join(_merged(_sections(rest.split(END, 1)[0]), parts))
    page.write_text(f"{head}{START}\n\n{body}\n\n{END}{tail}", encoding="utf-8")
    report({"page": page.name, "sections": len(parts)}, as_json=as_json)


def _sections(body: str) -> list[str]:
    """Each from its heading of the third level on."""
    return [f"### {part.strip()}" for part in f"\n{body}".split("\n### ")[1:]]


def _merged(before: list[str], now: list[str]) -> list[str]:
    """In the page's order, a section of the same heading replaced, a new one last."""
    given = {part.splitlines()[0]: part for part in now}
    kept = [given.pop(part.splitlines()[0], part) for part in before]
    return [*kept, *given.values()]


def _last(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8").strip().splitlines()[-1])
    return found


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows)]
    return "\n".join(lines)


def _range(values: list[float], form: str) -> str:
    return f"{format(values[0], form)}–{format(values[1], form)}"


def _taiwan(data: dict[str, Any]) -> str:
    parts = ["### Taiwan card file"]
    for question, title in (
        ("default", "Default next month"),
        ("cure", "Cure next month of late accounts"),
    ):
        found = data[question]
        rows = [
            [
                name.replace("_", " "),
                f"{q['auc']:.3f}",
                _range(q["auc_95"], ".3f"),
                f"{q['brier']:.4f}",
                f"{q['calibration_error']:.3f}",
            ]
            for name, q in found.items()
            if isinstance(q, dict) and "brier" in q
        ]
        gain = found["gain_over_baseline"]
        parts += [
            f"{title} ({found['split']}; n = {found['scorecard']['n']:,}):",
            _table(["model", "AUC", "95%", "Brier", "calibration error"], rows),
            f"Scorecard over baseline, AUC: {gain['auc']:+.3f} ({_range(gain['auc_95'], '+.3f')}).",
        ]
    groups = [
        [name, f"{g['n']:,}", f"{g['told']:.3f}", f"{g['true']:.3f}", f"{g['auc']:.3f}"]
        for name, g in data["default"]["fairness_of_scorecard"].items()
    ]
    return "\n\n".join(
        [
            *parts,
            "Looked at by group, never learned from:",
            _table(["group", "n", "told", "true", "AUC"], groups),
        ]
    )


def _p4g(data: dict[str, Any]) -> str:
    sizes = [
        [
            f"{r['above']:g}–{r['up_to']:g}" if r["up_to"] > 0 else f"above {r['above']:g}",
            str(r["n"]),
            f"{r['kept']:.1%}",
        ]
        for r in data["kept_by_size"]
    ]
    e = data["estimate"]
    said = f"{data['promises']} promises: {data['kept']:.1%} kept, {data['partly']:.1%} partly, {data['broken']:.1%} broken; {data['gave_without_promise']:.1%} of those who promised nothing still gave."
    told = f"Judged on the last third of days (n = {e['n']}): AUC {e['auc']:.2f} ({_range(e['auc_95'], '.2f')}), Brier {e['brier']:.3f} against {e['brier_of_the_earlier_mean']:.3f} of the earlier mean."
    return "\n\n".join(
        ["### Persuasion for Good", said, _table(["promised, $", "n", "kept"], sizes), told]
    )


def _trial(data: dict[str, Any]) -> str:
    def cell(v: list[float], form: str, scale: float = 1.0) -> str:
        return f"{format(v[0] / scale, form)} ({format(v[1] / scale, form)} to {format(v[2] / scale, form)})"

    rows = [
        [
            name.replace("_", " "),
            cell(p["paid_cents"], ",.0f", 1e5),
            cell(p["cents_per_agent_hour"], ",.0f", 100),
            f"{p['contacts_per_customer'][0]:.2f}",
            f"{p['promises_broken'][0]:,.0f}",
            f"{p['hardship_helped'][0]:,.0f}",
            cell(p["share_of_clairvoyant"], ".1%"),
        ]
        for name, p in {**data["policies"], **data.get("references", {})}.items()
    ]
    head = [
        "policy",
        "paid, thousand",
        "kept per agent hour",
        "contacts per customer",
        "broken",
        "hardship helped",
        "share of the clairvoyant's gain",
    ]
    intro = f"{data['seeds']} seeds, {data['customers']:,} customers, {data['days']} days; means with 95% intervals over seeds. Uncalled {data['uncalled_cents'][0] / 1e5:,.0f} thousand; clairvoyant bound {data['clairvoyant_cents'][0] / 1e5:,.0f} thousand."
    return "\n\n".join(
        [
            "### Lab",
            intro,
            _table(head, rows),
            *_lifts(data),
            *_learning(data.get("learning", {})),
            *_anchors(data.get("anchors", {})),
        ]
    )


def _lifts(data: dict[str, Any]) -> list[str]:
    """Of ours over each other policy, side by side."""
    ours = {
        own: data[f"lift_of_{own}"]
        for own in ("house", "rule_of_thumb")
        if f"lift_of_{own}" in data
    }
    every = (*data["policies"], *data.get("references", {}))
    names = [name for name in every if any(name in lifts for lifts in ours.values())]
    rows = [
        [name.replace("_", " "), *(_lift(lifts.get(name)) for lifts in ours.values())]
        for name in names
    ]
    said = "Money paid over each other policy, paired by seed, with 95% intervals (!: suspicious):"
    return [said, _table(["over", *(own.replace("_", " ") for own in ours)], rows)]


def _lift(v: dict[str, Any] | None) -> str:
    if v is None:
        return "–"
    return f"{v['lift']:+.1%} ({_range([v['low'], v['high']], '+.1%')}){' !' if v['suspicious'] else ''}"


def _learning(found: dict[str, Any]) -> list[str]:
    """What was learned, and how well it tells floors it has not seen."""
    if not found:
        return []
    rows = [
        [
            name.replace("_", " "),
            found["origins"][name].partition(":")[0],
            f"{q['n']:,}",
            f"{q['rate']:.1%}",
            f"{q['calibration_error']:.2%}",
            f"{q['auc']:.3f} ({_range(q['auc_95'], '.3f')})",
            f"{q['brier']:.4f}",
            f"{q['brier_of_the_mean']:.4f}",
        ]
        for name, q in found["unseen"].items()
    ]
    head = ["chance", "origin", "n", "came true", "told off by", "AUC", "Brier", "of the mean"]
    said = f"House: estimates learned on {found['floors']} other floors. Its chances on floors that taught nothing:"
    return [said, _table(head, rows)]


def _anchors(found: dict[str, Any]) -> list[str]:
    rows = [
        [name.replace("_", " "), f"{v['measured']:.1%}", f"{v['shown'][0]:.1%}",
         _range(v["shown"][1:], ".1%")]
        for name, v in found.items()
    ]  # fmt: skip
    said = "Measured on real floors, and shown by these under the practice's own rules:"
    return [said, _table(["rate", "measured", "shown", "95%"], rows)] if rows else []


def _nightly(found: list[dict[str, Any]]) -> str:
    stages = list(found[0]["stages"])
    head = [
        "accounts",
        "runs",
        "night, s",
        "floor, s",
        "× floor",
        "SQL, s",
        "× SQL",
        "processor × floor",
        "peak, MB",
        *(f"{s}, s" for s in stages),
    ]
    rows = [
        [
            f"{d['accounts']:,}",
            str(d["runs"]),
            f"{d['seconds']:.2f}",
            f"{d['floor_seconds']:.2f}",
            f"{d['ratio']:.1f}",
            f"{d['reference_seconds']:.2f}",
            f"{d['reference_ratio']:.2f}",
            f"{d['cpu_ratio']:.1f}",
            f"{d['peak_mb']:,}",
            *(f"{d['stages'][s]:.2f}" for s in stages),
        ]
        for d in found
    ]
    return "\n\n".join(
        [
            "### Speed",
            "Median of the runs, on the machine that wrote this page; every candidate has an answer of the gate; facts alike but for names share one. On a shared machine the ratio of processor seconds is the steadier one.",
            _table(head, rows),
            *_slope(found),
        ]
    )


def _slope(found: list[dict[str, Any]]) -> list[str]:
    """How time grows with size: the slope of log seconds over log accounts, smallest to largest."""
    first, last = (f(found, key=lambda d: d["accounts"]) for f in (min, max))
    if first["accounts"] == last["accounts"]:
        return []
    sizes = log(last["accounts"] / first["accounts"])
    wall, cpu = (log(last[k] / first[k]) / sizes for k in ("seconds", "cpu_seconds"))
    return [f"Slope of log time over log accounts: {wall:.2f} (processor {cpu:.2f})."]
