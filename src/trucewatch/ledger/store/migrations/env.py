"""What Alembic runs: the migrations, on the connection that it was handed, in its transaction."""

from alembic import context

from trucewatch.ledger.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,  # the transaction is the caller's
)
context.run_migrations()
