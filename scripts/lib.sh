# shellcheck shell=bash
# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
#
# Shared by the scripts here: messages, root rights, Debian packages. Sourced, never run.

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "error: $*"
  exit 1
}

as_root() { # run as root: directly, or by sudo
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    fail "this step needs root: run it as root, or install sudo. The step: $*"
  fi
}

have() { # NAME: does this machine have what the Debian package NAME is wanted for?
  case $1 in
    python3) "$PYTHON" -c '' ;;
    python3-venv) "$PYTHON" -c 'import ensurepip, venv' ;;
    python3-qgis) "$PYTHON" -c 'import qgis.core' ;;
    python3-gdal) "$PYTHON" -c 'from osgeo import gdal' ;;
    python3-numpy) "$PYTHON" -c 'import numpy' ;;
    fonts-noto-core) fc-list 'Noto Sans' family | grep -q . ;;
    fonts-noto-cjk) fc-list :lang=ko family | grep -q . ;;
    poppler-utils) command -v pdftotext ;;
    qttools5-dev-tools) command -v lrelease || command -v lrelease-qt5 || command -v lrelease6 ;;
    # Where the system has no such package its Qt and its C library bring the languages.
    qttranslations5-l10n | locales-all) true ;;
    xvfb) command -v Xvfb ;;
    util-linux) command -v unshare ;;
    *) command -v "$1" ;;
  esac >/dev/null 2>&1
}

missing_packages() { # NAME...: those that are not there
  local name
  if command -v dpkg-query >/dev/null 2>&1; then
    # One call for all: asking one by one would cost more than everything else in a second run.
    local installed
    installed=$(dpkg-query -W -f '${db:Status-Status} ${binary:Package}\n' "$@" 2>/dev/null |
      sed -n 's/^installed \([^:]*\).*/\1/p') || true
    for name in "$@"; do
      grep -qxF -- "$name" <<<"$installed" || printf '%s\n' "$name"
    done
  else
    for name in "$@"; do
      have "$name" || printf '%s\n' "$name"
    done
  fi
}

need_packages() { # PYTHON NAME...: install the Debian packages that are missing; say so first
  PYTHON=$1
  shift
  local missing
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -eq 0 ] && return 0
  command -v apt-get >/dev/null 2>&1 ||
    fail "missing here, by their Debian names: ${missing[*]}. Install what your system calls them, then try again."
  say "setup: installing Debian packages: ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update >&2 </dev/null
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "${missing[@]}" \
    >&2 </dev/null || fail "apt could not install: ${missing[*]}"
}
