# Every target does all its own set-up, in .venv; a fresh machine needs git, make and python3 (3.11+, with venv).

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-builtin-rules

PYTHON ?= python3
VENV := .venv
BENCH := .venv-bench
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
UV := uv>=0.13,<0.14

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: venv
venv: $(VENV)/.ready ## .venv with everything in the lock, and Crickets itself, editable

# Made anew whenever the lock has changed, so that nothing is in it but the lock. The lock is whole: nothing is resolved
# (pip's own resolver stumbles over extras under --require-hashes once a newer release is out, pypa/pip#9644).
$(VENV)/.locked: requirements/dev.txt .ci/can-make-venv
	@.ci/can-make-venv $(PYTHON)
	@echo "==> $(VENV): installing what requirements/dev.txt names"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) install --quiet --no-deps --require-hashes --requirement requirements/dev.txt
	@touch $@

# hatchling comes from the lock: the build looks at no index.
$(VENV)/.ready: $(VENV)/.locked pyproject.toml src/crickets/__init__.py
	@echo "==> $(VENV): installing Crickets, editable"
	@$(PIP) install --quiet --no-deps --no-index --no-build-isolation --editable .
	@touch $@

.PHONY: demo
demo: venv ## the whole main job on a sample mailbox; nothing to configure, no network
	@$(BIN)/crickets demo

.PHONY: test
test: venv ## all tests, on real mail servers where they may be had (PYTEST_ARGS=… for pytest)
	$(BIN)/python -m tests.servers.provision
	$(BIN)/python -m pytest --numprocesses auto --cov --cov-report= $(PYTEST_ARGS)
	$(BIN)/coverage report
	@$(MAKE) --no-print-directory coverage

.PHONY: coverage
coverage: ## the rules in domain/, each branch tried: 100 % of the last `make test`
	$(BIN)/coverage report --include 'src/crickets/domain/*' --fail-under 100

.PHONY: cuts
cuts: venv ## the line cut after every byte of the sessions that write, about an hour (ARGS='--jobs 2')
	$(BIN)/python -m tests.cycle.every_byte $(ARGS)
	$(BIN)/python -m tests.cycle.every_byte --taking-back $(ARGS)

.PHONY: kills
kills: venv ## passes over 20 due threads killed 200 times, some ten minutes (ARGS='--seed 2')
	$(BIN)/python -m tests.cycle.kills $(ARGS)
	$(BIN)/python -m tests.cycle.kills --near-appends $(ARGS)

.PHONY: confined
confined: venv ## the daemon under a real systemd and its locks, by `crickets service` (root, Linux; PYTEST_ARGS=…)
	$(BIN)/python -m tests.servers.provision
	$(BIN)/python -m pytest --verbose --timeout 600 tests/unit/really.py $(PYTEST_ARGS)

.PHONY: endurance
endurance: venv ## ten thousand passes of the daemon, and what they leave behind, a quarter of an hour (ARGS='--passes 1000')
	$(BIN)/python -m tests.service.endurance $(ARGS)

.PHONY: lint
lint: venv ## format and style
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

.PHONY: types
types: venv ## mypy --strict on src and tests
	$(BIN)/mypy

.PHONY: bench
bench: venv $(BENCH)/.ready ## how fast a mailbox is read, beside the limit (docs/performance.md; ARGS='--runs 5')
	@$(BIN)/python -m benchmarks.speed --peers-python $(BENCH)/bin/python $(ARGS)

ifneq ($(filter bench-reading,$(MAKECMDGOALS)),)
$(if $(CORPUS),,$(error CORPUS=DIR is missing; benchmarks/reading/README.md tells what it is))
endif
.PHONY: bench-reading
bench-reading: $(BENCH)/.ready ## how well and how fast mail is read, on CORPUS=DIR (benchmarks/reading/README.md; ARGS=…)
	@PYTHONPATH=src $(BENCH)/bin/python -m benchmarks.reading --corpus '$(CORPUS)' $(ARGS)

# What ours is measured beside stays out of .venv; one library that can't be had here doesn't spoil the rest.
$(BENCH)/.ready: requirements/bench.txt .ci/can-make-venv .ci/install-each
	@.ci/can-make-venv $(PYTHON)
	@echo "==> $(BENCH): installing what requirements/bench.txt names"
	@$(PYTHON) -m venv --clear $(BENCH)
	@.ci/install-each $(BENCH)/bin/python requirements/bench.txt
	@touch $@

YEARS ?= 1000
SEED ?= 1
.PHONY: simulate
simulate: venv ## mailbox-years lived in seconds, with faults, the six promises checked (YEARS=… SEED=… ARGS=…)
	@$(BIN)/python -m tests.simulation --years $(YEARS) --seed '$(SEED)' --jobs $$(nproc) $(ARGS)

.PHONY: guards
guards: venv ## what breaks without each of the guards, in simulated years (ARGS=…)
	@$(BIN)/python -m tests.simulation.guards $(ARGS)

.PHONY: wheel-test
wheel-test: venv ## the built wheel, tried without the source tree
	.ci/wheel-test $(BIN)/python

.PHONY: check
check: lint types test wheel-test ## everything

.PHONY: man
man: venv ## man/crickets.1 anew, from the commands' own help
	$(BIN)/python -m tests.papers.manual

.PHONY: lock
lock: ## requirements/*.txt anew from pyproject.toml, with hashes, for Python 3.11 and up
	@.ci/can-make-venv $(PYTHON)
	@PYTHON=$(PYTHON) .ci/lock '$(UV)'

.PHONY: clean
clean: ## takes away what the tools left
	rm -rf build dist htmlcov .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: distclean
distclean: clean ## … and .venv and .venv-bench too
	rm -rf $(VENV) $(BENCH)
