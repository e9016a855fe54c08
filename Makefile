# The first target called makes .venv and, on a Debian-like system, sees to Qt's system libraries.

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
TYPED := $(VENV)/typed
JOBS ?= 2

.PHONY: setup demo run test check bench kill dist translations
.DEFAULT_GOAL := setup

setup: $(STAMP)

$(STAMP): pyproject.toml tests/system_libraries.sh
	@sh tests/system_libraries.sh $(PYTHON)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $(STAMP)

demo: setup
	$(BIN)/khaotag demo

run: setup
	$(BIN)/khaotag open

test: setup
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@rm -rf $(TYPED) build && $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --target $(TYPED) . && rm -rf build
	MYPYPATH=$(TYPED) $(BIN)/mypy -p khaotag
	$(BIN)/lint-imports

bench: setup
	$(BIN)/python tests/bench/run.py

# The long run of what `make test` does briefly: 50 kills at random moments.
kill: setup
	KHAOTAG_KILLS=50 $(BIN)/python -m pytest tests/end_to_end/test_kill.py

translations: setup
	$(BIN)/python tests/update_translations.py

dist: setup
	rm -rf dist build && $(BIN)/python -m build
