# The project's tasks. A machine with Python 3.11 or later and make is all that they need.

PYTHON ?= python3
VENV ?= .venv
OUT ?= out
DEMO ?= stalled-islands

BIN := $(VENV)/bin
READY := $(VENV)/ready
PROVING := $(VENV)/ready-to-prove
CASES := tests/cases/companies
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help setup docs pictures demo test style types imports rules cases tests prove clean

help: ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/make \1\t\2/' | expand -t 14

setup: $(READY) ## install everything into .venv

demo: $(READY) ## write the advice for an example company into out/
	@mkdir -p $(OUT)
	@$(BIN)/salesdesign recommend examples/$(DEMO).yaml
	@$(BIN)/salesdesign recommend examples/$(DEMO).yaml -o $(OUT)/$(DEMO).html
	@$(BIN)/salesdesign recommend examples/$(DEMO).yaml -o $(OUT)/$(DEMO).md
	@echo "The report: $(abspath $(OUT)/$(DEMO).html) (open it in a browser)"

test: style types imports rules cases tests ## every check; with -k all of them, even after one has failed

style: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

rules: $(READY)
	$(BIN)/salesdesign rules lint
	$(BIN)/salesdesign rules coverage

cases: $(READY)
	$(BIN)/salesdesign rules test
	$(BIN)/salesdesign rules test $(CASES)

tests: $(READY)
	$(BIN)/python -m pytest --numprocesses auto --dist loadgroup

docs: $(READY) ## the gallery, the evidence, the reference pages and the pictures, made anew
	$(BIN)/salesdesign rules evidence -o docs/evidence.md
	$(BIN)/salesdesign report
	$(BIN)/python docs/pages.py
	$(BIN)/python docs/pictures.py

pictures: $(READY) ## the picture of a report's first page in the README, taken by Chromium
	@mkdir -p $(OUT)
	$(BIN)/salesdesign recommend examples/$(DEMO).yaml -o $(OUT)/$(DEMO).html
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1280,1270 \
	    --screenshot=docs/report.png file://$(abspath $(OUT))/$(DEMO).html

prove: $(PROVING) ## the slow proofs: mutants of the engine, and what an advice and a plan cost
	$(BIN)/mutmut run
	$(BIN)/mutmut results
	$(BIN)/python benchmarks/recommend.py
	$(BIN)/python benchmarks/plan.py

clean: ## remove what was made, the virtual environment too
	rm -rf $(VENV) $(OUT) build dist mutants .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "Python 3.11 or later is needed, and \"$(PYTHON)\" is not: make PYTHON=/path/to/python3.11 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || \
	    { echo "This Python lacks the venv module. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV) ..."
	@$(INSTALL) --upgrade hatchling setuptools wheel # what builds us and PySpark, which comes as source alone
	@$(INSTALL) --no-build-isolation --editable '.[dev]'
	@touch $@

$(PROVING): $(READY)
	@$(INSTALL) --no-build-isolation --editable '.[dev,prove]'
	@touch $@
