#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
#
# The tests on other QGIS versions: a Debian root per suite under build/matrix/, each with its own QGIS.
#   scripts/matrix.sh                all suites: make the roots (once), then run the tests in each
#   scripts/matrix.sh trixie         one suite
# MATRIX_MIRROR names a Debian mirror other than debootstrap's own.
#   scripts/matrix.sh --roots [...]  only make the roots and show which QGIS each has
# Everything happens in a private mount namespace, so no mount outlives a run and `rm -rf build` is safe.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

WHERE=$PWD/build/matrix
RESULTS=$WHERE/results.txt
PACKAGES=(qgis python3-qgis python3-gdal python3-numpy python3-pyproj python3-scipy python3-packaging python3-pygments
  xvfb xauth x11-utils openbox fonts-noto-core fonts-noto-cjk poppler-utils git make ca-certificates locales-all)

inside() { # ROOT COMMAND...: run in the root with /proc, /dev and /sys
  local root=$1
  shift
  # The inner script is single-quoted on purpose: its variables belong to the inner shell.
  # shellcheck disable=SC2016
  as_root unshare --mount --pid --fork nice -n 10 bash -c '
    set -e
    root=$1; shift
    mount --make-rprivate /
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount --rbind /sys "$root/sys"
    exec chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM=dumb \
      CI=true DEBIAN_FRONTEND=noninteractive PYTHONDONTWRITEBYTECODE=1 "$@"
  ' inside "$root" "$@"
}

make_root() { # SUITE
  local suite=$1 root=$WHERE/$1
  [ -e "$WHERE/$suite.ready" ] && return 0
  if [ ! -e "$WHERE/$suite.base" ]; then
    say "matrix: debootstrap of Debian $suite into build/matrix/$suite (about 300 MB)"
    as_root rm -rf --one-file-system "$root"
    as_root nice -n 10 debootstrap --variant=minbase "$suite" "$root" ${MATRIX_MIRROR:+"$MATRIX_MIRROR"} >"$WHERE/$suite.log" 2>&1 ||
      fail "debootstrap of $suite failed; see build/matrix/$suite.log"
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$root/usr/sbin/policy-rc.d" >/dev/null
    as_root chmod 755 "$root/usr/sbin/policy-rc.d"
    # A mirror may lag behind the clock; signatures are still checked, and the root is only tested in.
    printf 'Acquire::Check-Valid-Until "false";\n' | as_root tee "$root/etc/apt/apt.conf.d/90lagging" >/dev/null
    touch "$WHERE/$suite.base"
  fi
  as_root cp -L /etc/resolv.conf "$root/etc/resolv.conf"
  say "matrix: installing QGIS in build/matrix/$suite (about 2 GB)"
  { inside "$root" apt-get -q update &&
    inside "$root" apt-get -q -y --no-install-recommends install "${PACKAGES[@]}"; } \
    >>"$WHERE/$suite.log" 2>&1 </dev/null || fail "installing QGIS in $suite failed; see build/matrix/$suite.log"
  as_root rm -rf "$root/var/cache/apt/archives"
  touch "$WHERE/$suite.ready"
}

qgis_version() { # SUITE
  inside "$WHERE/$1" env QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=/tmp /usr/bin/python3 -c '
from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR
import sys
print(f"QGIS {Qgis.QGIS_VERSION}, Qt {QT_VERSION_STR}, Python {sys.version.split()[0]}")' 2>>"$WHERE/$1.log" | tail -n 1
}

make_test_tools() { # pytest and its plugins are pure Python: one copy serves every root
  local stamp=$WHERE/python/.stamp
  [ -e "$stamp" ] && [ "$stamp" -nt requirements-dev.txt ] && return 0
  rm -rf "$WHERE/python"
  build/venv/bin/python -m pip install -q --disable-pip-version-check --target "$WHERE/python" pluggy iniconfig \
    "$(grep '^pytest==' requirements-dev.txt)" "$(grep '^pytest-qgis==' requirements-dev.txt)" \
    "$(grep '^pytest-timeout==' requirements-dev.txt)"
  touch "$stamp"
}

copy_tree() { # SUITE: what git knows or would know, so a run sees no caches and cannot touch the tree
  local target=$WHERE/$1/src/dprk_city_atlas
  as_root rm -rf --one-file-system "$WHERE/$1/src"
  as_root mkdir -p "$target"
  git ls-files -z --cached --others --exclude-standard |
    while IFS= read -r -d '' name; do [ -e "$name" ] && printf '%s\0' "$name"; done |
    tar -c --null -T - | as_root tar -x -C "$target"
  as_root cp -p resources/i18n/*.qm "$target/resources/i18n/"
  as_root cp -r "$WHERE/python" "$WHERE/$1/src/python"
}

run_tests() { # SUITE: prints pytest's summary line; the whole output is in build/matrix/SUITE-tests.log
  local suite=$1 log=$WHERE/$1-tests.log status=0
  copy_tree "$suite"
  inside "$WHERE/$suite" env PYTHONPATH=/src/python XDG_RUNTIME_DIR=/run QT_QPA_PLATFORM=offscreen \
    bash -c 'mkdir -p -m 700 /run && cd /src/dprk_city_atlas && exec /usr/bin/python3 -m pytest -q -p no:cacheprovider' \
    >"$log" 2>&1 </dev/null || status=$?
  tail -n 1 "$log"
  return "$status"
}

main() {
  local roots_only=no failed=0 suites=() suite version line
  for word in "$@"; do
    if [ "$word" = --roots ]; then roots_only=yes; else suites+=("$word"); fi
  done
  [ ${#suites[@]} -gt 0 ] || suites=(trixie sid)
  [ -e .git ] || fail "make matrix copies what git knows: clone the repository instead of unpacking an archive of it."
  mkdir -p "$WHERE"
  need_packages "${SYSTEM_PYTHON:-/usr/bin/python3}" debootstrap util-linux
  [ "$roots_only" = yes ] || make_test_tools
  [ "$roots_only" = yes ] || (cd scripts && ../build/venv/bin/python -c 'import translations; translations.compile_all()')
  for suite in "${suites[@]}"; do
    make_root "$suite"
    version=$(qgis_version "$suite") || fail "PyQGIS does not import in $suite; see build/matrix/$suite.log"
    line="(tests not run)"
    if [ "$roots_only" = no ]; then
      line=$(run_tests "$suite") || failed=1
    fi
    printf '%-8s %-50s %s\n' "$suite" "$version" "$line" >"$WHERE/$suite.result"
    cat "$WHERE/$suite.result"
  done
  cat "$WHERE"/*.result >"$RESULTS"
  say "matrix: build/matrix/results.txt"
  return "$failed"
}

main "$@"
