"""Asks the reviewer about one call: one request, one answer, within the time set."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from shounuo.feeds.reviewer.masked import BLANK, masked
from shounuo.feeds.reviewer.proposals import proposals
from shounuo.inspection.codes import NAMES
from shounuo.inspection.model import Call, Finding
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text

TIMEOUT_SECONDS = 20.0
MOST_BYTES = 1_000_000
OK = 200
_CODES = "\n".join(f"{code}: {name.en} / {name.zh}" for code, name in NAMES.items())
_TASK = f"""You check transcripts of debt collection calls for unlawful or poor conduct of the agent.
Customer speech is never a fault. Quoting, denying, warning against something or telling of a lawful and true
consequence is no fault. {BLANK} stands for masked personal data. Answer with one JSON object and nothing else:
{{"findings": [{{"code": "...", "turn": 0, "quote": "exact words of that agent turn", "why": "one sentence"}}]}}
An empty list when nothing is wrong. Codes:
{_CODES}"""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Where the model answers: the address up to `/v1`, its name, a key if it wants one, seconds to wait."""

    url: str
    model: str
    key: str = ""
    timeout: float = TIMEOUT_SECONDS


def reviewer(environment: Mapping[str, str] | None = None) -> Reviewer | None:
    """The reviewer that is set, None when none is: the usual state."""
    env = os.environ if environment is None else environment
    url = env.get("SHOUNUO_REVIEWER_URL", "").rstrip("/")
    if not url:
        return None
    seconds = float(env.get("SHOUNUO_REVIEWER_TIMEOUT") or TIMEOUT_SECONDS)
    return Reviewer(
        url,
        env.get("SHOUNUO_REVIEWER_MODEL", "default"),
        env.get("SHOUNUO_REVIEWER_KEY", ""),
        seconds,
    )


def propose(who: Reviewer, call: Call) -> tuple[tuple[Finding, ...], Problem | None]:
    """What it proposes for the call. Never raises for anything that the other side does: a problem is returned."""
    try:
        answer = _post(who, _request(who, call))
        found = proposals(answer["choices"][0]["message"]["content"], call, masked(call))
    except TimeoutError:
        return (), _problem(call, "reviewer_slow", "审阅模型超时", "the reviewer took too long")
    except (OSError, HTTPException) as fault:
        said = str(fault)[:80]
        return (), _problem(
            call,
            "reviewer_down",
            f"审阅模型无法访问：{said}",
            f"the reviewer cannot be reached: {said}",
        )
    except (ValueError, KeyError, IndexError, TypeError):
        return (), _problem(
            call,
            "reviewer_unreadable",
            "审阅模型的回答无法读取",
            "the reviewer's answer cannot be read",
        )
    return found, None


def _request(who: Reviewer, call: Call) -> bytes:
    lines = (
        f"{turn.i} {turn.speaker}: {text}"
        for turn, text in zip(call.turns, masked(call), strict=True)
    )
    context = call.context
    facts = f"callee: {context.callee_role}; caller: {context.agent_type}; litigation: {context.litigation}; flags: {', '.join(sorted(context.open_flags)) or 'none'}"
    body = {
        "model": who.model,
        "temperature": 0,
        "messages": [
            {"role": "system", "content": _TASK},
            {"role": "user", "content": "\n".join([facts, *lines])},
        ],
    }
    return json.dumps(body, ensure_ascii=False).encode()


def _post(who: Reviewer, body: bytes) -> dict[str, list[dict[str, dict[str, str]]]]:
    address = urlsplit(who.url)
    if address.scheme not in ("http", "https") or not address.hostname:
        raise ValueError("not an address")
    kind = HTTPSConnection if address.scheme == "https" else HTTPConnection
    line = kind(address.hostname, address.port, timeout=who.timeout)
    headers = {"Content-Type": "application/json"}
    if who.key:
        headers["Authorization"] = f"Bearer {who.key}"
    try:
        line.request("POST", f"{address.path}/chat/completions", body, headers)
        answer = line.getresponse()
        raw = answer.read(MOST_BYTES)
    finally:
        line.close()
    if answer.status != OK:
        raise OSError(f"HTTP {answer.status}")
    told: dict[str, list[dict[str, dict[str, str]]]] = json.loads(raw)
    return told


def _problem(call: Call, code: str, zh: str, en: str) -> Problem:
    keeps = Text("本通保留引擎的结果", "the call keeps what the engine found")
    return Problem(code, Text(zh, en), record=call.id, next_step=keeps)
