# Two commands do everything: `make app` and `make test`. On Windows see README.md.
PYTHON ?= python3
VENV := .venv
BUILD := build
BIN := $(VENV)/bin
UV := $(BIN)/uv pip install --quiet --no-config --require-hashes

# Compiled modules are kept where they are first imported; without them each process compiles pandas and spaCy anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help app test demo lint types unit js bench assets lock clean chromium

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

$(VENV)/.bootstrap: requirements/bootstrap.txt
	@$(PYTHON) -c 'import sys; sys.exit("Dateline needs Python 3.11 or newer; say which with: make PYTHON=python3.11 ...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bootstrap.txt
	@touch $@

$(VENV)/.app: $(VENV)/.bootstrap requirements/app.txt pyproject.toml
	$(UV) -r requirements/app.txt
	$(BIN)/uv pip install --quiet --no-config --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.app requirements/test.txt
	$(UV) -r requirements/test.txt
	@touch $@

node_modules/.package-lock.json: package-lock.json
	npm ci --no-audit --no-fund --loglevel=error

chromium:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	else \
	  echo "The browser tests need Chromium: install it (Debian: apt install chromium) and run make test again." >&2; exit 1; \
	fi

app: $(VENV)/.app ## open the dashboard with the shipped story
	$(BIN)/dateline app

demo: $(VENV)/.app ## the shipped story as page, picture and tables in build/demo
	@mkdir -p build/demo
	$(BIN)/dateline build seeds/manta.md --force -o build/demo/manta.html -o build/demo/manta.png -o build/demo/manta.geojson -o build/demo/manta.csv

test: $(VENV)/.test node_modules/.package-lock.json chromium lint types js unit ## set-up, linters, type checks and every test

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/python assets/build/manifest.py --check

types: $(VENV)/.test
	$(BIN)/mypy

js: node_modules/.package-lock.json
	npm run --silent lint
	npm test --silent

unit: $(VENV)/.test
	$(BIN)/python -m pytest

bench: $(VENV)/.test ## what the README claims about speed
	$(BIN)/python -m bench

assets: $(VENV)/.app ## rebuild the shipped data from its sources and compare (long; Debian, as root for qgis-common)
	dpkg -s qgis-common >/dev/null 2>&1 || apt-get install -y -qq --no-install-recommends qgis-common
	$(BIN)/uv venv --quiet --clear $(BUILD)/assets-venv
	$(BIN)/uv pip install --quiet --no-config --require-hashes --python $(BUILD)/assets-venv -r requirements/app.txt
	$(BIN)/uv pip install --quiet --no-config --require-hashes --python $(BUILD)/assets-venv -r assets/build/requirements.txt
	npm install --prefix $(BUILD)/assets-npm --no-save --no-audit --no-fund cldr-subdivisions-full@48.2.0
	$(BUILD)/assets-venv/bin/python -m assets.build.basemap_sources $(BUILD)/sources
	$(BUILD)/assets-venv/bin/python -m assets.build.gazetteer --check
	$(BUILD)/assets-venv/bin/python -m assets.build.basemap $(BUILD)/sources --check
	$(BUILD)/assets-venv/bin/python assets/build/manifest.py --check

lock: $(VENV)/.bootstrap ## resolve the versions again
	@for name in bootstrap app test; do \
	  $(BIN)/uv pip compile --quiet --python-version 3.11 --generate-hashes --custom-compile-command 'make lock' \
	    requirements/$$name.in --output-file requirements/$$name.txt $$( [ $$name = test ] && echo --constraint requirements/app.txt ); \
	done

clean: ## remove what was built here
	rm -rf $(VENV) build node_modules
