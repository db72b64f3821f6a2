# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later

BIN := .venv/bin
PYTHON_OF_VENV := $(BIN)/python

.DEFAULT_GOAL := help
.PHONY: help run test setup lint bench screenshots lock

help: ## List what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

run: setup ## Open the program
	@echo "Opening Remedy Wizard"
	@$(PYTHON_OF_VENV) -m wizard

test: lint ## Run every check
	@echo "Running the tests"
	@$(PYTHON_OF_VENV) -m pytest --numprocesses auto --dist worksteal

setup: ## Make .venv and install what it and Qt need; quick when nothing changed
	@echo "Setting up"
	@sh packaging/setup-system.sh
	@sh packaging/setup-python.sh

lint: setup ## Check style, format, types and import rules
	@echo "Checking the style"
	@$(BIN)/ruff check --quiet
	@echo "Checking the format"
	@$(BIN)/ruff format --check --quiet || { echo "Run: $(BIN)/ruff format"; exit 1; }
	@echo "Checking the types"
	@$(BIN)/mypy --no-error-summary
	@echo "Checking the import rules"
	@told=$$($(BIN)/lint-imports --no-logo 2>&1) || { echo "$$told"; exit 1; }

bench: setup ## Measure against the goals and print the table
	@sh packaging/setup-system.sh bench
	@$(PYTHON_OF_VENV) -m tests.benchmarks

screenshots: setup ## Draw every screen and the picture of a path
	@$(PYTHON_OF_VENV) -m tests.screenshots

lock: ## Pin the newest packages that pyproject.toml allows
	@echo "Pinning the packages"
	@sh packaging/lock.sh
