"""The workspace on a port of this machine."""

import logging
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from trucewatch.errors import ServerError
from trucewatch.ledger import Ledger
from trucewatch.scale.attendant import Attendant
from trucewatch.web.app import workspace
from trucewatch.web.entrance.letting import Entrance
from trucewatch.web.safety.hosts import Served
from trucewatch.web.waiting import Impatient

MOST_AT_ONCE = 64
"""Requests that are answered at once; more are told to come again."""

LONGEST_HEAD = 16_384
"""Bytes of a request before its end; more are refused."""


@dataclass(frozen=True, slots=True)
class Tls:
    """The files of a certificate and its key; neither for plain http, no key where the first holds both."""

    certificate: Path | None = None
    key: Path | None = None


def serve(ledger: Ledger, served: Served, entrance: Entrance, tls: Tls, attendant: Attendant) -> None:
    """Answer requests and have what is handed in read, until the process is stopped.

    Errors: ServerError where the server can't listen, or the certificate can't be used
    """
    config = uvicorn.Config(
        workspace(ledger, served, entrance=entrance, attendant=attendant),
        host=served.host,
        port=served.port,
        http=Impatient,
        ws="none",
        lifespan="on",
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
    logging.getLogger("uvicorn.error").addFilter(_is_not_told_here)
    server = uvicorn.Server(config)
    attendant.start()
    try:
        server.run()
    except SystemExit as ending:
        if server.started:
            raise
        where, advice = f"{served.host}:{served.port}", "choose another with --port or --host"
        raise ServerError("is taken, or no place to listen", where=where, advice=advice) from ending
    finally:
        attendant.stop()


def _is_not_told_here(record: logging.LogRecord) -> bool:
    """Keep back the bare error of a place that is taken, which is told in one line of our own."""
    return not isinstance(record.msg, OSError)
