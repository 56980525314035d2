"""A program at the house's door: one request over real HTTP with the key it was given."""

from __future__ import annotations

import http.client
import json
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from web.collector.floor import Floor


@dataclass(frozen=True)
class Answer:
    status: int
    text: str

    @property
    def told(self) -> Any:
        return json.loads(self.text)


def knock(
    floor: Floor,
    path: str,
    body: object = None,
    *,
    key: str,
    token: str | None = None,
    **headers: str,
) -> Answer:
    """`key`: the name of the house's key file that is shown, unless `token` is. A body of bytes is sent as it is."""
    sent = body if body is None or isinstance(body, bytes) else json.dumps(body)
    host, port = floor.url.removeprefix("http://").split(":")
    kept = (floor.live.database.home / "keys" / f"{key}.key").read_text().strip()
    with closing(http.client.HTTPConnection(host, int(port), timeout=60)) as line:
        line.request(
            "GET" if body is None else "POST",
            f"/api/{path}",
            body=sent,
            headers={"Authorization": f"Bearer {token or kept}", **headers},
        )
        answered = line.getresponse()
        return Answer(answered.status, answered.read().decode())
