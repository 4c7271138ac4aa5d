"""The workspace on a port of this machine."""

import os
import socket
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from trucewatch.errors import ServerError
from trucewatch.ledger import Ledger
from trucewatch.web.app import workspace
from trucewatch.web.entrance.letting import Entrance
from trucewatch.web.safety.hosts import Served

MOST_AT_ONCE = 64
"""Requests that are answered at once; more are told to come again."""

LONGEST_HEAD = 16_384
"""Bytes of a request before its end; more are refused."""


@dataclass(frozen=True, slots=True)
class Tls:
    """The files of a certificate and its key; neither for plain http, no key where the first holds both."""

    certificate: Path | None = None
    key: Path | None = None


def serve(ledger: Ledger, served: Served, entrance: Entrance, tls: Tls) -> None:
    """Answer requests until the process is stopped.

    Errors: ServerError where the server can't listen, or the certificate can't be used
    """
    config = uvicorn.Config(
        workspace(ledger, served, entrance=entrance),
        host=served.host,
        port=served.port,
        http="h11",
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        limit_concurrency=MOST_AT_ONCE,
        h11_max_incomplete_event_size=LONGEST_HEAD,
        ssl_certfile=tls.certificate,
        ssl_keyfile=tls.key,
    )
    try:
        config.load()
    except OSError as error:
        what = f"can't be used: {error.strerror or error}"
        advice = "give --certificate and --key as PEM files that belong together"
        raise ServerError(what, where=str(tls.certificate), advice=advice) from error
    with _listening(served) as place:
        uvicorn.Server(config).run([place])


def _listening(served: Served) -> socket.socket:
    family = socket.AF_INET6 if ":" in served.host else socket.AF_INET
    try:
        return socket.create_server((served.host, served.port), family=family)
    except OSError as error:
        where, advice = f"{served.host}:{served.port}", "choose another with --port or --host"
        said = os.strerror(error.errno) if error.errno and error.errno > 0 else error
        what = f"is taken, or no place to listen: {said}"
        raise ServerError(what, where=where, advice=advice) from error
