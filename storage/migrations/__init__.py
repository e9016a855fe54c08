"""Steps that bring a project's database from one version to the next, run by Alembic."""
