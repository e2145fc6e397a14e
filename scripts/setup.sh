#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
#
# What a make target needs, installed only where it is missing:
#   scripts/setup.sh python    a Python to run the packaging scripts
#   scripts/setup.sh desktop   QGIS, a virtual display, fonts
#   scripts/setup.sh dev       the same and the development tools, in build/venv
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

PYTHON=${SYSTEM_PYTHON:-/usr/bin/python3}
PACKAGING=(qttools5-dev-tools)
DESKTOP=(qgis python3-qgis python3-gdal python3-numpy xvfb xauth openbox fonts-noto-core fonts-noto-cjk poppler-utils "${PACKAGING[@]}"
  locales-all qttranslations5-l10n)
DEV=(python3-venv git make)

venv() {
  local target=build/venv
  if cmp -s requirements-dev.txt "$target/.requirements" && "$target/bin/python" -c 'import pytest' 2>/dev/null; then
    return 0
  fi
  say "setup: installing the development tools of requirements-dev.txt into $target"
  "$target/bin/python" -c '' 2>/dev/null || rm -rf "$target"
  [ -x "$target/bin/python" ] || "$PYTHON" -m venv --system-site-packages "$target"
  "$target/bin/python" -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt ||
    fail "pip could not install requirements-dev.txt; is the Python package index reachable from here?"
  cp requirements-dev.txt "$target/.requirements"
}

main() {
  mkdir -p build
  case "${1:-}" in
    python) need_packages "$PYTHON" python3 "${PACKAGING[@]}" ;;
    desktop) need_packages "$PYTHON" python3 "${DESKTOP[@]}" ;;
    dev)
      need_packages "$PYTHON" python3 "${DESKTOP[@]}" "${DEV[@]}"
      venv
      ;;
    *) fail "usage: scripts/setup.sh python|desktop|dev" ;;
  esac
}

main "$@"
