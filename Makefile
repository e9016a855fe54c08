# The first target called makes .venv and, on a Debian-like system, sees to Qt's system libraries.

# The first of these that is here; `PYTHON=python3.12 make test` takes another one and makes .venv anew for it.
ifndef PYTHON
PYTHON := $(or $(shell for name in python3.11 python3.12 python3.13 python3; do \
    $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done),python3.11)
endif
VENV := .venv
BIN := $(VENV)/bin
# By the whole name: two versions may both be called python3.
STAMP := $(VENV)/.ready-$(subst /,-,$(PYTHON))
ORACLES := $(VENV)/.oracles-$(subst /,-,$(PYTHON))
TYPED := $(VENV)/typed
JOBS ?= 2

PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input

.PHONY: setup test-tools demo run test check bench gestures kill dist translations
.DEFAULT_GOAL := setup

setup: $(STAMP)

$(STAMP): pyproject.toml tests/system_libraries.sh
	@sh tests/system_libraries.sh $(PYTHON)
	@test "$$($(BIN)/python -V 2>&1)" = "$$($(PYTHON) -V 2>&1)" || $(PYTHON) -m venv --clear $(VENV)
	@$(PIP) install --upgrade 'pip>=25.1'
	@$(PIP) install --editable . --group dev
	@touch $(STAMP)

test-tools:
	@sh tests/system_libraries.sh $(PYTHON) tests

demo: setup
	$(BIN)/khaotag demo

run: setup
	$(BIN)/khaotag open

# What tests compare with; each that is missing is named by the tests that skip for want of it.
$(ORACLES): $(STAMP)
	@$(PIP) install --editable . --group dev --group oracles \
	  || echo "Some programs to compare with cannot be had; their tests skip."
	@touch $(ORACLES)

test: test-tools setup $(ORACLES)
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@rm -rf $(TYPED) build && $(PIP) install --no-build-isolation --no-deps --target $(TYPED) . && rm -rf build
	MYPYPATH=$(TYPED) $(BIN)/mypy -p khaotag
	$(BIN)/lint-imports

bench: setup
	$(BIN)/python tests/bench/run.py

# The long run of what `make test` does briefly: 400 random sequences of keys and mouse.
gestures: setup
	KHAOTAG_LONG_TESTS=1 $(BIN)/python -m pytest tests/gui/article_view/test_gestures.py

# The long run of what `make test` does briefly: 50 kills at random moments.
kill: setup
	KHAOTAG_KILLS=50 $(BIN)/python -m pytest -o faulthandler_timeout=0 tests/end_to_end/test_kill.py

translations: setup
	$(BIN)/python tests/tools/update_translations.py

# The wheel is tried where nothing but itself and its dependencies can be found.
dist: setup
	rm -rf dist build $(VENV)/wheel
	$(BIN)/python -m build --no-isolation
	rm -rf build
	@$(PIP) install --no-deps --target $(VENV)/wheel dist/*.whl
	cd dist && PYTHONPATH=../$(VENV)/wheel ../$(BIN)/python -P -m khaotag formats
