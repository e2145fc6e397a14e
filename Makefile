# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
#
# Every target installs what it needs on Debian and Ubuntu (as root or by sudo, saying so first);
# elsewhere it names what is missing and stops. The second time nothing is installed and nothing is slow.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := help

# PyQGIS belongs to the system's Python, which need not be the first python3 on PATH.
export SYSTEM_PYTHON ?= /usr/bin/python3
PYTHON := build/venv/bin/python
export N ?= 1000000

export LANG := C.UTF-8
export LC_ALL := C.UTF-8
export PYTHONDONTWRITEBYTECODE := 1
unexport PYTHONPATH PYTHONHOME

.PHONY: help run test check bench matrix package install translations bigatlas format clean

help:
	@echo 'make run                   QGIS Desktop with the plugin and its atlas, in a throw-away profile'
	@echo 'make test                  all tests: unit, PyQGIS, real QGIS Desktop in a virtual display'
	@echo 'make check                 lint, types, house rules, and the scan of the QGIS plugin site'
	@echo 'make bench                 benchmarks beside the peers; tables, and build/bench/*.json'
	@echo 'make matrix                the tests on other QGIS versions (large downloads)'
	@echo 'make package               dist/dprk_city_atlas-VERSION.zip'
	@echo 'make install PROFILE=DIR   the plugin into that QGIS profile folder, enabled'
	@echo 'make translations          collect the texts, update and compile resources/i18n/*.ts'
	@echo 'make bigatlas N=1000000    build/big-N.gpkg, an atlas of N made-up sites'
	@echo 'make format                format the Python files'
	@echo 'make clean                 remove what these targets made'

run:
	@scripts/setup.sh desktop
	@$(SYSTEM_PYTHON) scripts/run.py

test:
	@scripts/setup.sh dev
	@$(PYTHON) -m pytest

check:
	@scripts/setup.sh dev
	@$(PYTHON) scripts/check.py

bench:
	@scripts/setup.sh dev
	@$(PYTHON) scripts/bench.py

matrix:
	@scripts/setup.sh dev
	@scripts/matrix.sh

package:
	@scripts/setup.sh python
	@$(SYSTEM_PYTHON) scripts/package.py

install:
	@scripts/setup.sh python
	@$(SYSTEM_PYTHON) scripts/install.py "$${PROFILE:-}"

translations:
	@scripts/setup.sh python
	@cd scripts && $(SYSTEM_PYTHON) translations.py

bigatlas:
	@scripts/setup.sh desktop
	@$(SYSTEM_PYTHON) scripts/bigatlas.py "$$N"

format:
	@scripts/setup.sh dev
	@build/venv/bin/ruff check --fix --quiet . && build/venv/bin/ruff format .

# The roots of `make matrix` belong to root and are kept: they take long to make.
clean:
	rm -rf dist build/bench build/desktop build/run build/big-*.gpkg .mypy_cache .ruff_cache .pytest_cache
