# make demo · test · check · bench · messages · docs · help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet -c constraints.txt

.PHONY: demo test check bench corpus messages docs help clean

demo: $(VENV)/.program ## Set up and compare the bundled plans of 北京 and 天津
	@$(BIN)/policydiff diff 京大数据发〔2021〕1号 津政办发〔2021〕52号 || [ $$? -eq 1 ]

test: $(VENV)/.tools ## Set up and run all tests
	@$(BIN)/python -m pytest -n 2

check: $(VENV)/.tools ## Lint, types, layers, catalogues and CLI reference
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python tools/catalogues.py --check
	@$(BIN)/python tools/reference.py --check

bench: $(VENV)/.tools ## Measure speed and quality; writes benchmarks/results
	@$(BIN)/python -m benchmarks.speed
	@$(BIN)/python -m benchmarks.quality

corpus: $(VENV)/.program ## Build corpus/documents from corpus/sources
	@rm -f corpus/documents/*.md
	@$(BIN)/policydiff --library corpus/documents import corpus/sources/*

messages: $(VENV)/.tools ## Extract, merge and compile the message catalogues
	@$(BIN)/python tools/catalogues.py

docs: $(VENV)/.tools ## Write docs/cli.md and the README's picture
	@$(BIN)/python tools/reference.py
	@$(BIN)/python tools/bad_inputs.py
	@$(BIN)/python tools/picture.py
	@$(BIN)/python tools/tui_keys.py
	@$(BIN)/python tools/tui_pictures.py
	@$(BIN)/python tools/export_pictures.py

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

clean: ## Remove the virtual environment and caches
	@rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "policydiff needs Python 3.11 or newer: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.program: pyproject.toml constraints.txt | $(BIN)/python
	@echo "setting up $(VENV) …" >&2
	@$(PIP) -e .
	@touch $@

$(VENV)/.tools: $(VENV)/.program
	@$(PIP) -e '.[dev]'
	@touch $@
