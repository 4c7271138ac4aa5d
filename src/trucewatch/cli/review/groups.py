"""`review` with its commands; what each does is loaded when it is asked for."""

from pathlib import Path
from typing import Annotated

import typer

from trucewatch.cli.ledger.options import AsJson, Author, LedgerAddress, Reason

review = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Decide about claims; what was read stays beside it."
)

ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, as search prints it.")]
ClaimIds = Annotated[list[str], typer.Argument(metavar="CLAIM...", help="Ids of two or more claims.")]


@review.command()
def accept(
    claim: ClaimId, reason: Reason, by: Author, address: LedgerAddress = None, as_json: AsJson = False
) -> None:
    """Say that a claim was read right."""
    _judge("accept", [claim], reason, by, address, as_json=as_json)


@review.command()
def reject(
    claim: ClaimId, reason: Reason, by: Author, address: LedgerAddress = None, as_json: AsJson = False
) -> None:
    """Say that the words make no such claim."""
    _judge("reject", [claim], reason, by, address, as_json=as_json)


@review.command()
def correct(
    claim: ClaimId,
    instead: Annotated[
        Path, typer.Option(metavar="FILE", help="The claim as it should be, as search --json writes claims.")
    ],
    reason: Reason,
    by: Author,
    address: LedgerAddress = None,
    as_json: AsJson = False,
) -> None:
    """Say how a claim should have been read."""
    _judge("correct", [claim], reason, by, address, instead=instead, as_json=as_json)


@review.command()
def merge(
    claims: ClaimIds, reason: Reason, by: Author, address: LedgerAddress = None, as_json: AsJson = False
) -> None:
    """Say that claims tell of one event, truce or toll."""
    _judge("merge", claims, reason, by, address, as_json=as_json)


@review.command()
def split(
    claims: ClaimIds, reason: Reason, by: Author, address: LedgerAddress = None, as_json: AsJson = False
) -> None:
    """Say that claims tell of different events, truces or tolls."""
    _judge("split", claims, reason, by, address, as_json=as_json)


@review.command()
def adjudicate(
    verdict: Annotated[
        str,
        typer.Argument(metavar="VERDICT", help="accept, reject, correct, merge or split: what is to stand."),
    ],
    claims: Annotated[
        list[str], typer.Argument(metavar="CLAIM...", help="The claim, or two for merge and split.")
    ],
    reason: Reason,
    by: Author,
    instead: Annotated[
        Path | None, typer.Option(metavar="FILE", help="To correct: the claim as it should be.")
    ] = None,
    address: LedgerAddress = None,
    as_json: AsJson = False,
) -> None:
    """Settle what two people judged otherwise; until then what was read stands."""
    _judge(verdict, claims, reason, by, address, as_json=as_json, instead=instead, settles=True)


@review.command("export")
def export_sheets(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where to; it is made where it is not there.")
    ],
    report: Annotated[
        list[str] | None,
        typer.Option(
            "--report", metavar="ID", help="A report, reviewed whole or not; give it once for each."
        ),
    ] = None,
    address: LedgerAddress = None,
    as_json: AsJson = False,
) -> None:
    """Write the coding sheets of reports whose every claim is judged, in the form that training reads."""
    from trucewatch.cli.review.exporting import write_sheets  # noqa: PLC0415 - loads the database

    write_sheets(folder, report or [], address=address, as_json=as_json)


def _judge(
    verdict: str,
    claims: list[str],
    reason: str,
    by: str,
    address: str | None,
    *,
    as_json: bool,
    instead: Path | None = None,
    settles: bool = False,
) -> None:
    from trucewatch.cli.review.judging import judgement_of, record_judgement  # noqa: PLC0415 - as above
    from trucewatch.records.entry import Verdict  # noqa: PLC0415 - as above

    if verdict not in set(Verdict):
        what = f"{verdict!r} is none of {', '.join(Verdict)}"
        raise typer.BadParameter(what, param_hint="VERDICT")
    judgement = judgement_of(Verdict(verdict), claims, reason, instead)
    record_judgement(judgement, by=by, address=address, as_json=as_json, settles=settles)
