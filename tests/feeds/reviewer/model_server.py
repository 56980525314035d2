"""A small server that speaks the chat-completions interface, for tests: it answers what it is told to."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

Answer = Callable[[dict[str, Any]], tuple[int, bytes]]


class ModelServer(ThreadingHTTPServer):
    """Keeps what it was sent in `asked`; holds every answer back until `go` is set."""

    daemon_threads = True

    def __init__(self, answer: Answer) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer, self.go = answer, Event()
        self.go.set()
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


class _Handler(BaseHTTPRequestHandler):
    server: ModelServer

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append({"path": self.path, **body})
        self.server.keys.append(self.headers.get("Authorization"))
        self.server.go.wait(60)
        status, answer = self.server.answer(body)
        try:
            self.send_response(status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)
        except OSError:
            pass  # the asker has gone: that is the test

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def completion(content: str) -> tuple[int, bytes]:
    message = {"role": "assistant", "content": content}
    return 200, json.dumps({"choices": [{"index": 0, "message": message}]}).encode()


@contextmanager
def model_server(answer: Answer) -> Iterator[ModelServer]:
    server = ModelServer(answer)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.go.set()
        server.shutdown()
        server.server_close()
