PYTHON ?= python3

.PHONY: check test format

check:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy --strict validator
	lint-imports
	$(PYTHON) -m pytest -q

test:
	$(PYTHON) -m pytest -q

format:
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .
