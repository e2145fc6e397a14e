# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Start a real QGIS Desktop in a throw-away profile, on a virtual display if wanted, and end it."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import install

SIZE = "1600x1000x24"
# Without these a first start asks, fetches news or checks for a newer version.
QUIET = (
    ("app", "projections\\unknownCrsBehavior", "NoAction"),
    ("qgis", "checkVersion", "false"),
    ("qgis", "showTips", "false"),
    ("qgis", "showTips322", "false"),
    ("qgis", "askToSaveProjectChanges", "true"),
    ("core", "NewsFeed\\httpfeedqgisorg\\disabled", "true"),
    ("migration", "fileVersion", "2"),
)


class DesktopError(RuntimeError):
    """QGIS or the display did not start or did not end as it should."""


def fresh_profile(home: Path) -> Path:
    """Make ``home/profiles/default`` anew with the packaged plugin enabled; returns the profile folder."""
    profiles = home / "profiles"
    if profiles.exists():
        shutil.rmtree(profiles)
    profile = profiles / "default"
    for section, key, value in QUIET:
        install.set_entry(profile, section, key, value)
    install.install(profile)
    return profile


def set_language(profile: Path, code: str) -> None:
    """Choose a language as the user does in QGIS's options."""
    install.set_entry(profile, "locale", "overrideFlag", "true")
    install.set_entry(profile, "locale", "userLocale", code)


def has_display() -> bool:
    """Is there a screen to open a window on?"""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextlib.contextmanager
def virtual_display(size: str = SIZE) -> Iterator[dict[str, str]]:
    """Run Xvfb and a window manager; yields the environment that leads a program there.

    The server picks a free display itself and tells its number, so parallel runs do not meet.  The
    window manager is what makes windows activate, maximise and take the keyboard focus as for a user.
    """
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
        os.close(write)
        try:
            with os.fdopen(read, encoding="ascii") as answer:
                number = answer.readline().strip()
            if not number:
                raise DesktopError("Xvfb did not start")
            yield from _with_window_manager({"DISPLAY": f":{number}"})
        finally:
            server.terminate()


def _with_window_manager(display: dict[str, str]) -> Iterator[dict[str, str]]:
    command = ["openbox", "--sm-disable"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env={**os.environ, **display}, stdout=quiet, stderr=quiet) as manager:
        try:
            yield display
        finally:
            manager.terminate()


def _program() -> str:
    program = shutil.which("qgis")
    if program is None:
        raise DesktopError("there is no qgis on this machine")
    return program


def _environment(extra: Mapping[str, str], runtime: str) -> dict[str, str]:
    env = {**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    # Compiled modules are kept as for a user; the rest would lead QGIS to another Python or platform.
    for name in (
        "PYTHONDONTWRITEBYTECODE",
        "QT_QPA_PLATFORM",
        "PYTHONPATH",
        "PYTHONHOME",
        "QGIS_PREFIX_PATH",
        "VIRTUAL_ENV",
    ):
        env.pop(name, None)
    if not os.access(env.get("XDG_RUNTIME_DIR", ""), os.W_OK):
        env["XDG_RUNTIME_DIR"] = runtime
    # QGIS takes the first python3 on PATH for its own: one of conda, pyenv or a venv has no PyQGIS.
    env["PATH"] = os.pathsep.join([str(Path(_program()).parent), env.get("PATH", os.defpath)])
    env.update(extra)
    if "DISPLAY" in extra:
        env.pop("WAYLAND_DISPLAY", None)
        env["QT_QPA_PLATFORM"] = "xcb"
    return env


def run_qgis(
    home: Path,
    script: Path,
    extra: Mapping[str, str],
    log: Path,
    timeout: float | None = None,
    arguments: Sequence[str] = (),
) -> int:
    """Run QGIS with the profile in ``home`` and ``script`` inside it until it ends; returns its exit code.

    What QGIS prints goes to ``log``.  After ``timeout`` seconds the whole process group is killed and
    DesktopError is raised.
    """
    command = [_program(), "--profiles-path", str(home), "--profile", "default", "--nologo"]
    command += ["--noversioncheck", *arguments, "--code", str(script)]
    log.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="qgis-runtime-") as runtime, log.open("wb") as output:
        env = _environment(extra, runtime)
        process = subprocess.Popen(
            command, env=env, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
        )
        try:
            return process.wait(timeout)
        except subprocess.TimeoutExpired:
            raise DesktopError(f"QGIS did not end within {timeout:.0f} s; see {log}") from None
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def say(text: str) -> None:
    """A line for the person at the terminal, at once."""
    print(text, file=sys.stderr, flush=True)
