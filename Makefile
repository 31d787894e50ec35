# Everything a fresh machine needs to try and test mhscan. Needs Python 3.11 or newer, make and the package registry.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
DEMO ?= voorbeeld
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo prepared unit test lint proof golden bench schemas checks herkomst catalogue pins clean
.DELETE_ON_ERROR:

help:  ## Show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/:/'

define install
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes --requirement $(1)
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src build/prepared
	touch $@
endef

$(VENV)/run.stamp: requirements.txt pyproject.toml
	$(call install,requirements.txt)

$(VENV)/dev.stamp: requirements-dev.txt pyproject.toml
	$(call install,requirements-dev.txt)

$(VENV)/proof.stamp: requirements-proof.txt pyproject.toml
	$(call install,requirements-proof.txt)

demo: $(VENV)/run.stamp  ## Install mhscan here, and write an example with its reports
	$(BIN)/mhscan demo $(DEMO) --force

unit: $(VENV)/dev.stamp  ## The quick loop: the unit tests without the slow ones
	$(BIN)/python -m pytest tests/unit -m "not proof and not slow" --numprocesses 2 -q

test: $(VENV)/dev.stamp  ## All tests that need no browser, with coverage
	$(BIN)/python -m pytest -m "not proof" --numprocesses 2 --cov --cov-report=term-missing:skip-covered --cov-fail-under=95

lint: $(VENV)/dev.stamp  ## Style, types, layers, texts, schemas and the shipped pack
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/catalogue.py check
	$(BIN)/python tools/schemas.py check
	$(BIN)/python tools/herkomst.py check
	$(BIN)/python tools/checks.py check
	$(BIN)/mhscan validate .

proof: $(VENV)/proof.stamp  ## What needs a browser, many kills or much time; a skip is a failure
	MHSCAN_PROOF=1 $(BIN)/python -m pytest -m proof --numprocesses 2 --dist loadfile

golden: $(VENV)/dev.stamp  ## Write the documents to compare with anew; look at the difference before you commit
	MHSCAN_GOLDEN=update $(BIN)/python -m pytest tests/golden -q

bench: $(VENV)/proof.stamp  ## Measure the figures of bench/README.md
	$(BIN)/python bench/run.py

prepared: $(VENV)/dev.stamp  ## Prepare the pack and templates anew, so that commands start fast after a change
	$(BIN)/python hatch_build.py
	$(BIN)/python -m compileall -q build/prepared

schemas: $(VENV)/dev.stamp  ## Write schemas/ anew
	$(BIN)/python tools/schemas.py update

checks: $(VENV)/dev.stamp  ## Write docs/checks.md anew
	$(BIN)/python tools/checks.py update

herkomst: $(VENV)/dev.stamp  ## Write docs/herkomst.md anew
	$(BIN)/python tools/herkomst.py update

catalogue: $(VENV)/dev.stamp  ## Bring the catalogues of the languages up to date
	$(BIN)/python tools/catalogue.py update

pins:  ## Pin all requirements anew, with hashes and without any address (needs uv)
	uv pip compile pyproject.toml --extra build --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header --no-emit-package mhscan -q -o requirements.txt
	uv pip compile pyproject.toml --extra dev --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header --no-emit-package mhscan -q -o requirements-dev.txt
	uv pip compile pyproject.toml --extra proof --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header --no-emit-package mhscan -q -o requirements-proof.txt

clean:  ## Remove what can be made again
	rm -rf $(VENV) $(DEMO) dist build .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
