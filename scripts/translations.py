# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``make translations``: collects the texts of the plugin, updates ``resources/i18n/*.ts``, compiles them.

A text is ``tr("Context", "text")``, ``tr("Context", "%n texts", n)`` or ``mark("Context", "text")``.
``tr("Context", variable)`` asks for a text that a ``mark`` of the same context holds.  A new language is
an empty file ``resources/i18n/dprk_city_atlas_CODE.ts``: the next run fills in its texts, Qt Linguist
translates them.  The English file holds the plurals only ("1 site", "2 sites").
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import house

NAME = "dprk_city_atlas"
I18N = house.ROOT / "resources" / "i18n"
PLURAL_FORMS = {"en": 2, "de": 2, "fr": 2, "es": 2, "it": 2, "ko": 1, "ja": 1, "zh": 1, "ru": 3, "uk": 3}
"""How many forms of a plural Qt asks for in a language."""
FIELD = re.compile(r"(?<!\{)\{(\w+)[^{}]*\}(?!\})")
ACCELERATOR = re.compile(r"&(?!\w+;)(?=\w)")


class TranslationError(Exception):
    """What keeps the translations from being right, a finding a line."""


@dataclass
class Text:
    """A text to be translated, with the files that show it."""

    context: str
    source: str
    plural: bool
    files: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.source


@dataclass
class Entry:
    """A text in a language: its forms (one, or as many as the plural has), empty where untranslated."""

    text: Text
    forms: list[str]
    obsolete: bool = False
    note: str = ""

    @property
    def finished(self) -> bool:
        return bool(self.forms) and all(self.forms)


# -- the texts of the code -------------------------------------------------------------------------------


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "mark"):
            yield node.func.id, node


def _problem(name: str, call: ast.Call) -> str:
    """What is wrong with a call, or nothing."""
    if not 2 <= len(call.args) <= (3 if name == "tr" else 2) or call.keywords:
        return f'{name} takes a context and a text: {name}("Context", "text")'
    if not _literal(call.args[0]):
        return f"the context of {name} is not a literal"
    text = call.args[1]
    if isinstance(text, ast.JoinedStr):
        return "an f-string cannot be translated: put the values in after translating, by .format(name=…)"
    if _literal(text) is None and (name == "mark" or isinstance(text, (ast.BinOp, ast.BoolOp))):
        return f"the text of {name} is not a literal"
    return ""


def extract(files: list[Path] | None = None) -> tuple[list[Text], list[str]]:
    """Return every text of the files (by default of ``plugin/``), by context, and what is wrong with them."""
    texts: dict[tuple[str, str], Text] = {}
    problems, asked, marked = [], {}, set()
    for path in files if files is not None else house.python_files("plugin"):
        where = path.relative_to(house.ROOT).as_posix()
        for name, call in _calls(house.tree(path)):
            if where.endswith("core/i18n.py"):
                continue
            problem = _problem(name, call)
            if problem:
                problems.append(f"{where}:{call.lineno} {problem}")
                continue
            context, source = _literal(call.args[0]) or "", _literal(call.args[1])
            if name == "mark":
                marked.add(context)
            if source is None:
                asked.setdefault(context, f"{where}:{call.lineno}")
                continue
            if not source.strip():
                problems.append(f"{where}:{call.lineno} an empty text cannot be translated")
                continue
            text = texts.setdefault((context, source), Text(context, source, len(call.args) == 3))
            if text.plural != (len(call.args) == 3):
                problems.append(f"{where}:{call.lineno} “{source}” stands with and without a number")
            if where not in text.files:
                text.files.append(where)
    problems += [
        f'{where} asks for a variable text, but no text is marked: mark("{context}", …)'
        for context, where in asked.items()
        if context not in marked
    ]
    return [texts[key] for key in sorted(texts)], problems


# -- the files of the languages --------------------------------------------------------------------------


def languages() -> list[Path]:
    """The ``.ts`` files there are."""
    return sorted(I18N.glob(f"{NAME}_*.ts"))


def code(path: Path) -> str:
    """The language of a ``.ts`` file: ``ko`` of ``dprk_city_atlas_ko.ts``."""
    return path.stem[len(NAME) + 1 :]


def _forms(language: str) -> int:
    try:
        return PLURAL_FORMS[language.split("_")[0]]
    except KeyError:
        raise TranslationError(
            f"scripts/translations.py: PLURAL_FORMS does not know the language “{language}”"
        ) from None


def read(path: Path) -> dict[tuple[str, str], Entry]:
    """What a ``.ts`` file holds; an empty file is a new language."""
    if not path.read_text(encoding="utf-8").strip():
        return {}
    entries = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            text = Text(
                context.findtext("name") or "",
                message.findtext("source") or "",
                message.get("numerus") == "yes",
                [place.get("filename", "") for place in message.iter("location")],
            )
            told = message.find("translation")
            forms = [told.text or ""] if told is not None else [""]
            if text.plural and told is not None:
                forms = [form.text or "" for form in told.iter("numerusform")]
            kind = told.get("type") if told is not None else None
            obsolete = kind in ("obsolete", "vanished")
            # Linguist writes a draft that is not confirmed as "unfinished": it is kept and not shown.
            entry = Entry(text, forms, obsolete, message.findtext("translatorcomment") or "")
            entries[text.key] = entry
    return entries


def merged(texts: list[Text], known: dict[tuple[str, str], Entry], language: str) -> list[Entry]:
    """The entries of a language: the texts of today, then what was translated and is no longer asked for."""
    entries = []
    for text in texts:
        count = _forms(language) if text.plural else 1
        old = known.get(text.key)
        forms = old.forms if old is not None and old.text.plural == text.plural else []
        entries.append(Entry(text, (forms + [""] * count)[:count], note=old.note if old else ""))
    today = {text.key for text in texts}
    for key in sorted(set(known) - today):
        if any(known[key].forms):
            entries.append(Entry(known[key].text, known[key].forms, obsolete=True, note=known[key].note))
    return sorted(entries, key=lambda entry: (entry.text.context, entry.obsolete, entry.text.source))


def _message(entry: Entry) -> Iterator[str]:
    yield '    <message numerus="yes">' if entry.text.plural else "    <message>"
    if not entry.obsolete:
        yield from (f'        <location filename="../../{name}"/>' for name in entry.text.files)
    yield f"        <source>{escape(entry.text.source)}</source>"
    if entry.note:
        yield f"        <translatorcomment>{escape(entry.note)}</translatorcomment>"
    kind = ' type="vanished"' if entry.obsolete else "" if entry.finished else ' type="unfinished"'
    if entry.text.plural:
        yield f"        <translation{kind}>"
        yield from (f"            <numerusform>{escape(form)}</numerusform>" for form in entry.forms)
        yield "        </translation>"
    else:
        yield f"        <translation{kind}>{escape(entry.forms[0])}</translation>"
    yield "    </message>"


def as_ts(entries: list[Entry], language: str) -> str:
    """A ``.ts`` file as Qt Linguist reads it; without line numbers: it changes with the texts only."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    context = None
    for entry in entries:
        if entry.text.context != context:
            if context is not None:
                lines.append("</context>")
            context = entry.text.context
            lines += ["<context>", f"    <name>{escape(context)}</name>"]
        lines += _message(entry)
    if context is not None:
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def faults(entries: list[Entry], language: str) -> list[str]:
    """Translations whose placeholders, number or access key are not those of the text."""
    found = []
    for entry in entries:
        if entry.obsolete or not any(entry.forms):
            continue
        where = f"{NAME}_{language}.ts, {entry.text.context}, “{entry.text.source[:60]}”:"
        source = entry.text.source
        for form in filter(None, entry.forms):
            if set(FIELD.findall(form)) != set(FIELD.findall(source)):
                found.append(
                    f"{where} the fields are {sorted(set(FIELD.findall(source)))}, not those of “{form}”"
                )
            if bool(ACCELERATOR.search(form)) != bool(ACCELERATOR.search(source)):
                found.append(f"{where} the access key (&) of “{form}” is not as in the text")
        # A singular may say "one site"; the form for many must hold its number.
        if entry.text.plural and entry.forms[-1] and "%n" not in entry.forms[-1]:
            found.append(f"{where} %n is missing in “{entry.forms[-1]}”")
        if entry.text.plural and not entry.finished:
            found.append(f"{where} a form of the plural is missing")
    return found


# -- compiled --------------------------------------------------------------------------------------------


def compiled(ts: Path, target: Path | None = None) -> Path:
    """Compile a ``.ts`` file, beside itself or to ``target``, unless that is newer; returns the ``.qm``."""
    target = target or ts.with_suffix(".qm")
    if target.exists() and target.stat().st_mtime_ns >= ts.stat().st_mtime_ns:
        return target
    program = shutil.which("lrelease") or shutil.which("lrelease-qt5") or shutil.which("lrelease6")
    if program is None:
        raise TranslationError("there is no lrelease here (Debian: qttools5-dev-tools)")
    command = [program, "-silent", "-nounfinished", str(ts), "-qm", str(target)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    if told.returncode or told.stderr.strip():
        raise TranslationError(f"{ts.name}: lrelease says: {(told.stderr or told.stdout).strip()}")
    return target


def compile_all() -> list[Path]:
    """Compile what is not compiled yet; returns every ``.qm`` file."""
    return [compiled(path) for path in languages()]


def findings() -> list[str]:
    """What ``make check`` tells: faults of texts and translations, and files that are behind the code."""
    texts, problems = extract()
    for path in languages():
        language = code(path)
        entries = merged(_wanted(texts, language), read(path), language)
        problems += faults(entries, language)
        if as_ts(entries, language) != path.read_text(encoding="utf-8"):
            problems.append(f"resources/i18n/{path.name} is behind the code: run make translations")
        if language == "en":
            problems += _english_gaps(entries)
    return problems


def _wanted(texts: list[Text], language: str) -> list[Text]:
    return [text for text in texts if text.plural] if language == "en" else texts


def _english_gaps(entries: list[Entry]) -> list[str]:
    return [
        f"resources/i18n/{NAME}_en.ts: write the singular and the plural of “{entry.text.source}”"
        for entry in entries
        if not entry.finished and not entry.obsolete
    ]


def main() -> int:
    """Bring every language up to date; exit 1 where something is wrong."""
    texts, problems = extract()
    print(f"{len(texts)} texts in {len({text.context for text in texts})} contexts")
    for path in languages():
        language = code(path)
        entries = merged(_wanted(texts, language), read(path), language)
        content = as_ts(entries, language)
        if content != path.read_text(encoding="utf-8"):
            path.write_text(content, encoding="utf-8")
        found = faults(entries, language)
        problems += found
        if language == "en":
            problems += _english_gaps(entries)
        if not found:
            compiled(path)
        today = [entry for entry in entries if not entry.obsolete]
        gone = len(entries) - len(today)
        done = sum(entry.finished for entry in today)
        print(f"{path.name}: {done} of {len(today)} translated, {gone} no longer asked for")
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except TranslationError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(1)
