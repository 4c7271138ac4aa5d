"""Many rows at once, as fast as each database takes them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Date, Table, TableClause
from sqlalchemy.exc import DBAPIError

from trucewatch.ledger.store.tables import Instant

Rows = Sequence[Mapping[str, Any]]
Convert = Callable[[Any], Any]
Value = TypeVar("Value")

MOST_VALUES = 1_000
"""Values that one statement asks for; databases bound them."""


def insert_rows(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert rows that name every column."""
    if not rows:
        return
    names = [column.name for column in table.columns]
    converted = [(name, _convert(connection, table, name)) for name in names]
    values = (
        tuple([row[name] if to is None or row[name] is None else to(row[name]) for name, to in converted])
        for row in rows
    )
    _write(connection, table.name, names, values)


def insert_words(connection: Connection, table: TableClause, rows: Iterable[tuple[int, list[str]]]) -> None:
    """Put the words of rows into a full-text index; no word holds a quotation mark or a blank."""
    if connection.dialect.name == "sqlite":
        values = ((number, " ".join(words)) for number, words in rows)
    else:
        values = ((number, " ".join(f"'{word}'" for word in words)) for number, words in rows)
    _write(connection, table.name, ["rowid", "words"], values)


def in_parts(values: Iterable[Value]) -> Iterator[list[Value]]:
    """Give values in parts that one statement can ask for."""
    left = iter(values)
    while part := list(islice(left, MOST_VALUES)):
        yield part


def _convert(connection: Connection, table: Table, name: str) -> Convert | None:
    """Give what makes a value one that the driver takes, None where it is one already."""
    kind = table.c[name].type
    if isinstance(kind, Instant):
        return lambda value: kind.process_bind_param(value, connection.dialect)
    if isinstance(kind, Date) and connection.dialect.name == "sqlite":
        return date.isoformat
    return None


def _write(connection: Connection, table: str, names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    columns = ", ".join(names)
    if connection.dialect.name == "sqlite":
        places = ", ".join("?" * len(names))
        if every := list(rows):
            connection.exec_driver_sql(f"INSERT INTO {table} ({columns}) VALUES ({places})", every)  # noqa: S608 - names of this package
        return
    statement = f"COPY {table} ({columns}) FROM STDIN"
    driver: Any = connection.connection.driver_connection
    faults: Any = connection.dialect.dbapi
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except faults.Error as error:
        raise DBAPIError.instance(statement, None, error, faults.Error) from error
