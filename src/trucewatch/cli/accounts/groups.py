"""`user` with its commands, options and help; what each does is loaded when it is asked for."""

from typing import Annotated

import typer

from trucewatch.cli.ledger.options import AsJson, LedgerAddress
from trucewatch.records.account import Role

user = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Say who may use the workspace, and see what they did."
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of the account.")]


@user.command()
def add(
    name: Name,
    role: Annotated[
        Role, typer.Option(help="What they may do; each may do what the one before may.")
    ] = Role.READER,
    address: LedgerAddress = None,
    as_json: AsJson = False,
) -> None:
    """Make an account; its password is asked for, or read from standard input."""
    from trucewatch.cli.accounts.managing import add_account  # noqa: PLC0415 - loads the database

    add_account(name, role, address=address, as_json=as_json)


@user.command("list")
def list_all(address: LedgerAddress = None, as_json: AsJson = False) -> None:
    """List every account with its role."""
    from trucewatch.cli.accounts.listing import list_accounts  # noqa: PLC0415 - loads the database

    list_accounts(address=address, as_json=as_json)


@user.command()
def role(
    name: Name,
    role: Annotated[Role, typer.Argument(help="What they may do.")],
    address: LedgerAddress = None,
    as_json: AsJson = False,
) -> None:
    """Give somebody another role; it holds at once."""
    from trucewatch.cli.accounts.managing import change_role  # noqa: PLC0415 - loads the database

    change_role(name, role, address=address, as_json=as_json)


@user.command()
def password(name: Name, address: LedgerAddress = None, as_json: AsJson = False) -> None:
    """Give somebody another password, and sign them out everywhere."""
    from trucewatch.cli.accounts.managing import change_password  # noqa: PLC0415 - loads the database

    change_password(name, address=address, as_json=as_json)


@user.command()
def disable(name: Name, address: LedgerAddress = None, as_json: AsJson = False) -> None:
    """Let somebody in no more; what they did stays under their name."""
    from trucewatch.cli.accounts.managing import disable_account  # noqa: PLC0415 - loads the database

    disable_account(name, address=address, as_json=as_json)


@user.command()
def enable(name: Name, address: LedgerAddress = None, as_json: AsJson = False) -> None:
    """Let somebody in again."""
    from trucewatch.cli.accounts.managing import enable_account  # noqa: PLC0415 - loads the database

    enable_account(name, address=address, as_json=as_json)


@user.command()
def token(
    name: Name,
    label: Annotated[str, typer.Argument(metavar="LABEL", help="What the token is for, in a few words.")],
    role: Annotated[Role, typer.Option(help="What it may do, no more than its account may.")] = Role.READER,
    days: Annotated[int, typer.Option(min=1, max=365, metavar="N", help="How long it lives.")] = 90,
    address: LedgerAddress = None,
    as_json: AsJson = False,
) -> None:
    """Make a token for a program and print it, this once."""
    from trucewatch.cli.accounts.managing import make_token  # noqa: PLC0415 - loads the database

    make_token(name, label, role, days, address=address, as_json=as_json)


@user.command()
def tokens(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Whose; everybody's where none is named.")
    ] = None,
    address: LedgerAddress = None,
    as_json: AsJson = False,
) -> None:
    """List tokens, with when each was last used."""
    from trucewatch.cli.accounts.listing import list_tokens  # noqa: PLC0415 - loads the database

    list_tokens(name, address=address, as_json=as_json)


@user.command()
def revoke(
    token: Annotated[str, typer.Argument(metavar="ID", help="The token's id, as tokens prints it.")],
    address: LedgerAddress = None,
    as_json: AsJson = False,
) -> None:
    """Let a token in no more."""
    from trucewatch.cli.accounts.managing import revoke_token  # noqa: PLC0415 - loads the database

    revoke_token(token, address=address, as_json=as_json)


@user.command()
def audit(
    who: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what this account did, or what was done to it.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="The most lines.")] = 100,
    address: LedgerAddress = None,
    as_json: AsJson = False,
) -> None:
    """Show who did what, when and from where, the newest first."""
    from trucewatch.cli.accounts.listing import list_noted  # noqa: PLC0415 - loads the database

    list_noted(who, limit, address=address, as_json=as_json)
