# The project's tasks. A machine with Python 3.11 or later and make is all that they need.

PYTHON ?= python3
VENV ?= .venv
OUT ?= out
DEMO ?= stalled-islands

BIN := $(VENV)/bin
READY := $(VENV)/ready
PROVING := $(VENV)/ready-to-prove
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
    --no-annotate --no-header --constraint constraints.txt
FUZZED := yaml conditions texts facts packs sql tables wizard escaping
MUTANTS ?= *__mutmut_*1
CASES := tests/cases/companies
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help setup docs pictures demo test style types imports rules cases tests fuzz load prove lock licences sbom clean

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
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1280,1330 \
	    --screenshot=docs/report.png file://$(abspath $(OUT))/$(DEMO).html

fuzz: $(PROVING) ## a million inputs a parser, led by the code that they reach; what fails stays as a test
	@$(foreach target,$(FUZZED),$(BIN)/python -m tests.fuzz.run $(target) &&) true

load: $(READY) ## a hundred thousand companies, ten million rows, two thousand rules, five hundred segments
	$(BIN)/python benchmarks/load.py

lock: $(READY) ## the versions that CI installs, with their hashes; needs uv
	$(LOCK) --extra dev pyproject.toml --output-file .ci/dev.lock
	printf 'hatchling\nsetuptools\nwheel\n' | $(LOCK) - --output-file .ci/build.lock

licences: $(PROVING) ## the licences of everything that comes along
	$(BIN)/python docs/licences.py

sbom: $(PROVING) ## everything that comes along, as a CycloneDX document in out/
	$(BIN)/python docs/sbom.py

prove: $(PROVING) fuzz load ## the slow proofs: fuzz, load, kill -9, a tenth of the mutants (all: MUTANTS='*'), and what an advice and a plan cost
	SALESDESIGN_PROVE=1 $(BIN)/python -m pytest tests/security
	$(BIN)/mutmut run '$(MUTANTS)'
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
