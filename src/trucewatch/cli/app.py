"""The commands with their options and help; what each does is loaded only when it is asked for."""

import os
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from trucewatch.cli.accounts.groups import user
from trucewatch.cli.console import complain
from trucewatch.cli.days import day
from trucewatch.cli.exports.app import export
from trucewatch.cli.ledger.app import add_commands
from trucewatch.cli.ledger.options import KnownAt, LedgerAddress, PublishedBy
from trucewatch.errors import TrucewatchError
from trucewatch.settings import PACKAGE_VERSION

app = typer.Typer(
    name="trucewatch", no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None
)


class Format(StrEnum):
    """What `read` writes."""

    TABLE = "table"
    JSON = "json"
    SHEET = "sheet"


def main() -> None:
    """Run the command line: 0 done, 1 failed, 2 wrong usage, 130 stopped with Ctrl-C."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")  # a terminal that lacks a letter still gets its code
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # NumPy's sums are small; more threads only wait
    try:
        app(prog_name="trucewatch")
    except TrucewatchError as error:
        complain(error.where, error.what, error.advice)
        _leave(1)
    except KeyboardInterrupt:
        _leave(130)
    except OSError as error:  # every stage names its own; what is left is standard output
        _lose_output(error)
    except SystemExit as ending:
        _leave(ending.code if isinstance(ending.code, int) else 1)


def _leave(code: int) -> NoReturn:
    """End without a word even where nobody reads on, as in `trucewatch ... | head`."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
    except OSError as error:
        _lose_output(error)
    sys.exit(code)


def _lose_output(error: OSError) -> NoReturn:
    """End where what was to be printed can't be written."""
    _drop_output()
    reason = error.strerror or str(error)
    complain("standard output", f"cannot be written: {reason}", "make room or print elsewhere")
    sys.exit(1)


def _drop_output() -> None:
    """Let what is left of the output go, so that nothing tries to write it at the very end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it with the flag
    if wanted:
        typer.echo(f"trucewatch {PACKAGE_VERSION}")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Read conflict reports and show who said what: truces, tolls, incidents, control.

    Nothing leaves this machine. What is shown is what sources say, never what is so.
    """


@app.command()
def read(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="A text or HTML file, or - for standard input.")
    ],
    published: Annotated[
        date | None,
        typer.Option(
            parser=day,
            metavar="DATE",
            help="The day it was published, YYYY-MM-DD; goes before any day it prints.",
        ),
    ] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    shape: Annotated[
        Format,
        typer.Option("--format", help="Tables to read, JSON with spans and quotes, or a coding sheet."),
    ] = Format.TABLE,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    min_confidence: Annotated[
        float,
        typer.Option(
            min=0, max=1, metavar="P", help="Leave out claims that the reader gives a smaller probability."
        ),
    ] = 0.0,
) -> None:
    """Show what one article says, and according to whom."""
    if as_json and shape is Format.SHEET:
        raise typer.BadParameter("give --json or --format sheet, not both", param_hint="--json")
    from trucewatch.cli.read import read_article  # noqa: PLC0415 - loads the reader

    read_article(
        article,
        published=published,
        publisher=publisher,
        shape="json" if as_json else shape.value,
        min_confidence=min_confidence,
    )


@app.command()
def code(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT...", help="Text, HTML or JSON Lines files, folders of them, or -."),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder for the sheets; made if missing.")],
    meta: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="JSON list of what you know: doc_id, published_on, publisher, title, url."
        ),
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="How many cores to read on.", show_default="all")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Write sheets anew that are there already.")] = False,
) -> None:
    """Write a coding sheet for each of many articles.

    Stopped and run again, it goes on where it was. An article that can't be read is named and passed over.
    """
    from trucewatch.cli.code import code_sheets  # noqa: PLC0415 - loads the readers of files

    code_sheets(inputs, out=out, meta=meta, jobs=jobs, again=again)


add_commands(app)
app.add_typer(user, name="user")


@app.command()
def report(
    conflict: Annotated[
        str, typer.Argument(metavar="CONFLICT", help="Its name, as “Armenia-Azerbaijan”, or as you named it.")
    ],
    out: Annotated[
        Path,
        typer.Option(
            metavar="FILE", help="A page (.html, .md), or the name that all charts begin with (.svg, .png)."
        ),
    ],
    as_of: PublishedBy = None,
    known_at: KnownAt = None,
    address: LedgerAddress = None,
) -> None:
    """Write the situation of a conflict, as of a day, to a file.

    A page holds everything and needs no network connection; every claim stands in it with its words.
    """
    from trucewatch.cli.report import write_report  # noqa: PLC0415 - loads the database and the templates

    write_report(conflict, as_of=as_of, known_at=known_at, ledger=address, out=out)


app.command()(export)


@app.command()
def serve(
    address: LedgerAddress = None,
    host: Annotated[
        str, typer.Option(metavar="NAME", help="Where to listen; this machine alone by default.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65_535, metavar="N", help="On which port.")] = 8000,
    name: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Who decides there about claims; by default your user name."),
    ] = None,
    accounts: Annotated[
        bool, typer.Option("--accounts", help="For several people, each with an account of `user add`.")
    ] = False,
    certificate: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A certificate, to be reached by https alone.")
    ] = None,
    key: Annotated[Path | None, typer.Option(metavar="FILE", help="The certificate's private key.")] = None,
) -> None:
    """Open the ledger in a browser.

    It is for one person on this machine, or with --accounts for several who sign in; Ctrl-C ends it. Pages
    show who says what, as of any day. They need no scripts, and ask nothing of other machines.
    """
    if accounts and name is not None:
        raise typer.BadParameter("give --name or --accounts, not both", param_hint="--name")
    if key is not None and certificate is None:
        raise typer.BadParameter("give --certificate as well", param_hint="--key")
    from trucewatch.cli.serve import Asked, serve_ledger  # noqa: PLC0415 - loads the server

    serve_ledger(Asked(host, port, name, accounts, certificate, key), address=address)


@app.command()
def agree(
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD", help="A folder of sheets with their articles: NAME.json, NAME.txt."),
    ],
    coded: Annotated[Path, typer.Argument(metavar="CODED", help="A folder of sheets of the same names.")],
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="How many missed rows to list.")] = 40,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> None:
    """Show how far two coders agree, and what one missed.

    Coders may be people or programs; each has a folder of coding sheets.
    """
    from trucewatch.cli.agree import show_agreement  # noqa: PLC0415 - only when asked for

    show_agreement(gold, coded, errors=errors, as_json=as_json)


@app.command()
def doctor(as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False) -> None:
    """Check versions, weights, word lists and a trial reading."""
    from trucewatch.cli.doctor import examine  # noqa: PLC0415 - loads the reader

    examine(as_json=as_json)
