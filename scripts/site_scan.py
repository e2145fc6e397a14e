# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What the QGIS plugin site does with an upload, done here before: validator and scan of the zip.

Modelled on its published validator (structure and metadata) and security scanner: bandit and
detect-secrets block an upload, flake8 and the look at the files inform.  Here all of them must find
nothing, and bandit runs with all its tests, of which the site enables a part.
"""

from __future__ import annotations

import configparser
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import urlparse

BIGGEST = 25_000_000
REQUIRED = (
    "name",
    "description",
    "version",
    "qgisMinimumVersion",
    "author",
    "email",
    "about",
    "tracker",
    "repository",
)
ADDRESSES = ("homepage", "tracker", "repository")
PLACEHOLDERS = {"http://homepage", "http://bugs", "http://repo"}
FORBIDDEN_FOLDERS = {"__MACOSX", ".git", "__pycache__"}
SUSPICIOUS = (".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd")
TEXTS = ("LICENSE", "README.md", "CHANGELOG.md")


def read_metadata(text: str) -> dict[str, str]:
    """The [general] section as the site reads it: a bare %% is an error there (raises configparser.Error)."""
    parser = configparser.ConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    return dict(parser.items("general"))


def metadata_findings(metadata: dict[str, str], names: set[str], folder: str) -> list[str]:
    """What the validator would refuse, apart from the addresses that are set before publishing."""
    found = [f"metadata.txt: {key} is missing" for key in (*REQUIRED, "homepage") if key not in metadata]
    optional = set(ADDRESSES)
    found += [
        f"metadata.txt: {k} is empty"
        for k in REQUIRED
        if k not in optional and not metadata.get(k, "-").strip()
    ]
    if "/" in metadata.get("author", ""):
        found.append("metadata.txt: author contains a slash")
    if metadata.get("hasProcessingProvider") != "yes":
        found.append(
            "metadata.txt: hasProcessingProvider=yes is missing; qgis_process would not load the plugin"
        )
    for key, pattern in (("version", r"\d+\.\d+\.\d+$"), ("qgisMinimumVersion", r"\d+\.\d+(\.\d+)?$")):
        if not re.match(pattern, metadata.get(key, "")):
            found.append(f"metadata.txt: {key}={metadata.get(key)} is no version number")
    if f"{folder}/{metadata.get('icon', '')}" not in names:
        found.append(f"metadata.txt: the icon {metadata.get('icon')} is not in the package")
    for key in ADDRESSES:
        value = metadata.get(key, "").strip()
        parts = urlparse(value)
        if value and (value in PLACEHOLDERS or not (parts.scheme and parts.netloc)):
            found.append(f"metadata.txt: {key}={value} is no address")
    return found


def to_set(metadata: dict[str, str]) -> list[str]:
    """What has to be set in metadata.txt before publishing (said, but no finding)."""
    unset = [key for key in ADDRESSES if not metadata.get(key, "").strip()]
    return unset + (["email"] if metadata.get("email", "").endswith(".invalid") else [])


def package_findings(archive: Path) -> list[str]:
    """The validator: size, names, one folder, the files that must be there, metadata."""
    found = []
    if archive.stat().st_size > BIGGEST:
        found.append(f"{archive.name} is larger than {BIGGEST / 1e6:.0f} MB")
    with zipfile.ZipFile(archive) as content:
        if content.testzip():
            found.append(f"{archive.name} is damaged at {content.testzip()}")
        entries = content.infolist()
        names = {entry.filename for entry in entries}
        folders = {name.split("/")[0] for name in names}
        folder = entries[0].filename.split("/")[0]
        text = content.read(f"{folder}/metadata.txt").decode("utf-8")
    if len(folders) != 1 or not re.match(r"^[A-Za-z][A-Za-z0-9_]+$", folder):
        found.append(f"the package must hold one folder with a Python name, not {sorted(folders)}")
    for entry in entries:
        found += _entry_findings(entry)
    found += [
        f"{name} is not in the package" for name in ("__init__.py", *TEXTS) if f"{folder}/{name}" not in names
    ]
    try:
        return found + metadata_findings(read_metadata(text), names, folder)
    except configparser.Error as error:
        return [*found, f"metadata.txt: {error}"]


def _entry_findings(entry: zipfile.ZipInfo) -> list[str]:
    name = entry.filename
    parts = name.split("/")
    reasons = {
        "leads out of the folder": ".." in name or name.startswith("/"),
        "is compiled": ".pyc" in name,
        "lies in a forbidden folder": bool(FORBIDDEN_FOLDERS & set(parts)),
        "is hidden": parts[-1].startswith("."),
        "is a program": name.lower().endswith(SUSPICIOUS),
        "is executable": bool((entry.external_attr >> 16) & 0o111),
    }
    return [f"{name} {reason}" for reason, so in reasons.items() if so]


def _run(command: list[str], folder: Path) -> str:
    result = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False
    )
    if not result.stdout.strip() and result.returncode not in (0, 1):
        raise RuntimeError(f"{command[0]} failed: {result.stderr.strip()}")
    return result.stdout


def bandit_findings(folder: Path) -> list[str]:
    """Blocking at the site."""
    report = json.loads(_run(["bandit", "-r", ".", "-f", "json", "--quiet"], folder))
    broken = [f"{e['filename']}: {e['reason']}" for e in report["errors"]]
    return broken + [
        f"{issue['filename']}:{issue['line_number']} {issue['test_id']} {issue['issue_text']}"
        for issue in report["results"]
    ]


def secret_findings(folder: Path) -> list[str]:
    """Blocking at the site; public addresses of computers are not looked for there."""
    command = ["detect_secrets", "scan", "--all-files", "--exclude-files", r"metadata\.txt"]
    report = json.loads(_run([*command, "--disable-plugin", "IPPublicDetector", "."], folder))
    return [
        f"{path}:{s['line_number']} {s['type']}"
        for path, secrets in report["results"].items()
        for s in secrets
    ]


def flake8_findings(folder: Path) -> list[str]:
    """Informing at the site.  E203 is not enabled there and is at odds with the formatter."""
    command = ["flake8", "--isolated", "--max-line-length=120", "--extend-ignore=E203", "."]
    return _run(command, folder).splitlines()
