"""A guide as a picture: the main talk in layers, and beside it a lane for each hard answer, as SVG.

A hard answer can come at any step, so it has a lane and no lines. Pure text out: no script and no
outside reference; colours are CSS variables with fallbacks; every step is a group with its id.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from shounuo.domain.steps import NAMES
from shounuo.guides.model import Branch, Guide, GuideStep
from shounuo.guides.session import HARD_ANSWERS
from shounuo.kernel.text import Text

WIDE, HIGH, GAP_X, GAP_Y, EDGE = 160, 52, 26, 44, 18
_COLUMNS = 4
_ANY_STEP = Text("任何一步都可能听到", "May be heard at any step")


@dataclass(frozen=True, slots=True)
class Node:
    """A step placed: left upper corner in pixels. `key`: the key of the hard answer that leads here."""

    step: str
    x: int
    y: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """One line of the picture; replies between the same two steps are drawn once."""

    source: str
    target: str
    labels: tuple[str, ...]


def layout(guide: Guide) -> tuple[Node, ...]:
    """The main talk at the left, each step in the layer of its shortest way; lanes of hard answers at the right."""
    main = list(_main(guide))
    used = {node.step for node in main}
    left = max((node.x for node in main), default=0) + WIDE + 2 * GAP_X
    return (*main, *_lanes(guide, used, left))


def _main(guide: Guide) -> Iterator[Node]:
    layers: dict[int, list[str]] = {}
    for name, depth in _depths(guide).items():
        layers.setdefault(depth, []).append(name)
    y = EDGE
    for depth in sorted(layers):
        for at, name in enumerate(layers[depth]):
            row, column = divmod(at, _COLUMNS)
            yield Node(name, EDGE + column * (WIDE + GAP_X), y + row * (HIGH + GAP_Y // 3))
        rows = -(-len(layers[depth]) // _COLUMNS)
        y += rows * (HIGH + GAP_Y // 3) + GAP_Y * 2 // 3


def _replies(guide: Guide, name: str) -> list[Branch]:
    return [
        b
        for b in guide.steps[name].branches
        if b.answer not in HARD_ANSWERS and b.to in guide.steps
    ]


def _depths(guide: Guide) -> dict[str, int]:
    """Along ordinary replies from the start; the exits of timers below everything else."""
    depths: dict[str, int] = {}
    waiting = [(guide.start, 0)] if guide.start in guide.steps else []
    for name, depth in waiting:
        if name not in depths:
            depths[name] = depth
            waiting.extend((branch.to, depth + 1) for branch in _replies(guide, name))
    last = max(depths.values(), default=0) + 1
    return depths | {t.to: last for t in guide.timers if t.to in guide.steps and t.to not in depths}


def _lanes(guide: Guide, used: set[str], left: int) -> Iterator[Node]:
    y = EDGE + HIGH // 2
    for answer, branch in _hard(guide).items():
        chain = _chain(guide, branch.to, used)
        for at, name in enumerate(chain):
            row, column = divmod(at, 3)
            yield Node(
                name,
                left + column * (WIDE + GAP_X),
                y + row * (HIGH + GAP_Y // 3),
                branch.key if name == branch.to else "",
            )
        used.update(chain)
        y += -(-len(chain) // 3) * (HIGH + GAP_Y // 3) if chain and answer else 0
    for name in guide.steps:
        if name not in used:
            yield Node(name, left, y)
            y += HIGH + GAP_Y // 3


def _hard(guide: Guide) -> dict[str, Branch]:
    found: dict[str, Branch] = {}
    for step in guide.steps.values():
        for branch in step.branches:
            if branch.answer in HARD_ANSWERS and branch.to in guide.steps:
                found.setdefault(f"{branch.answer} {branch.to}", branch)
    return found


def _chain(guide: Guide, start: str, used: set[str]) -> list[str]:
    chain: list[str] = []
    waiting = [start]
    for name in waiting:
        if name not in used and name not in chain:
            chain.append(name)
            waiting.extend(branch.to for branch in _replies(guide, name))
    return chain


def edges(guide: Guide, language: str = "zh") -> tuple[Edge, ...]:
    """The ordinary replies as lines."""
    drawn: dict[tuple[str, str], list[str]] = {}
    for name in guide.steps:
        for branch in _replies(guide, name):
            drawn.setdefault((name, branch.to), []).append(branch.label[language])
    return tuple(Edge(source, target, tuple(labels)) for (source, target), labels in drawn.items())


def svg(guide: Guide, language: str = "zh", mark: str = "") -> str:
    """The picture; `mark` is the step to show as current."""
    nodes = {node.step: node for node in layout(guide)}
    width = max((n.x for n in nodes.values()), default=0) + WIDE + EDGE
    height = max((n.y for n in nodes.values()), default=0) + HIGH + EDGE
    lanes = min((n.x for n in nodes.values() if n.key), default=0)
    lines = [_edge(edge, nodes, lanes) for edge in edges(guide, language)]
    boxes = [_box(guide.steps[name], node, language, name == mark) for name, node in nodes.items()]
    title = _heading(lanes, _ANY_STEP[language]) if lanes else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" class="guide-picture" '
        f'aria-label="{escape(guide.name[language])}"><defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" '
        f'markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="var(--line, #8a8f98)"/></marker></defs>'
        f"{title}{''.join(lines)}{''.join(boxes)}</svg>"
    )


def _heading(x: int, text: str) -> str:
    return f'<text x="{x}" y="{EDGE + 8}" font-size="12" fill="var(--muted, #6b7280)">{escape(text)}</text>'


def _edge(edge: Edge, nodes: dict[str, Node], lanes: int) -> str:
    a, b = nodes[edge.source], nodes[edge.target]
    if lanes and a.x >= lanes > b.x:
        return ""  # back to the main talk: told by the label, not by a line across everything
    title = f"<title>{escape(' / '.join(edge.labels))}</title>"
    return f'<path d="{_path(a, b)}" fill="none" stroke="var(--line, #8a8f98)" stroke-width="1.3" marker-end="url(#tip)">{title}</path>'


def _path(a: Node, b: Node) -> str:
    if b.y > a.y:
        x1, y1, x2, y2 = a.x + WIDE // 2, a.y + HIGH, b.x + WIDE // 2, b.y
        middle = (y1 + y2) // 2
        return f"M{x1} {y1}C{x1} {middle} {x2} {middle} {x2} {y2}"
    if b.y == a.y and b.x > a.x:
        return f"M{a.x + WIDE} {a.y + HIGH // 2}L{b.x} {b.y + HIGH // 2}"
    x1, y1, x2, y2 = a.x + WIDE, a.y + HIGH // 2, b.x + WIDE, b.y + HIGH // 2
    return f"M{x1} {y1}C{x1 + 34} {y1} {x2 + 34} {y2} {x2} {y2}"


def _box(step: GuideStep, node: Node, language: str, current: bool) -> str:
    kind = "end" if step.end else "required" if step.required else "step"
    stroke = {"end": "var(--muted, #8a8f98)", "required": "var(--accent, #2f6f5e)"}.get(
        kind, "var(--line, #b8bcc4)"
    )
    fill = "var(--accent-soft, #e3f0ea)" if current else "var(--surface, #ffffff)"
    return (
        f'<g id="step-{escape(step.id)}" class="{kind}"><title>{escape(_said(step, language))}</title>'
        f'<rect x="{node.x}" y="{node.y}" width="{WIDE}" height="{HIGH}" rx="{HIGH // 2 if step.end else 8}" fill="{fill}" '
        f'stroke="{stroke}" stroke-width="{2 if kind == "required" or current else 1.2}"/>'
        f"{_words(node, 22, 13, 'ink, #1d2129', step.name[language])}{_words(node, 40, 10.5, 'muted, #6b7280', _under(step, language))}"
        f"{_key(node)}</g>"
    )


def _words(node: Node, down: int, size: float, colour: str, text: str) -> str:
    place = f'x="{node.x + WIDE // 2}" y="{node.y + down}" text-anchor="middle" font-size="{size}"'
    return f'<text {place} fill="var(--{colour})">{escape(_fit(text))}</text>' if text else ""


def _key(node: Node) -> str:
    if not node.key:
        return ""
    place = f'x="{node.x - 9}" y="{node.y + 14}"'
    return (
        f'<rect x="{node.x - 18}" y="{node.y}" width="18" height="18" rx="4" fill="var(--accent, #2f6f5e)"/>'
        f'<text {place} text-anchor="middle" font-size="11" fill="#fff">{escape(node.key.upper())}</text>'
    )


def _under(step: GuideStep, language: str) -> str:
    """The code at an end, else the steps of the call said here."""
    if step.end:
        return step.end.disposition.value
    names = [NAMES[c][language] for c in step.covers]
    return "、".join(names) if language == "zh" else ", ".join(names)


def _said(step: GuideStep, language: str) -> str:
    return " ".join(line.text[language] for line in step.lines) or step.note[language]


def _fit(text: str, most: int = 24) -> str:
    """Cut to the width of a box; a Chinese character counts twice."""
    length = 0
    for at, char in enumerate(text):
        length += 2 if ord(char) > 0x2E80 else 1
        if length > most:
            return text[:at] + "…"
    return text
