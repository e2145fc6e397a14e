# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""How a table is to be read, as a person settled it: JSON, taken up by the next table of that shape."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Dict, Mapping, Optional, Sequence, Tuple

from ...coordinates.position import Reading
from ...coordinates.us_army_grid import GridDatum
from ...errors import AtlasError
from ...files import write_json
from ...i18n import tr
from .roles import Role
from .site_values import ValueMap
from .table import Stated, Table

FORMAT = 1


@dataclass(frozen=True)
class TableMapping:
    """What was settled of tables with these headings.

    ``roles`` are by heading; ``answered`` are the kinds of questions that a person has answered.
    """

    headings: Tuple[str, ...] = ()
    stated: Stated = field(default_factory=Stated)
    roles: Mapping[str, Role] = field(default_factory=dict)
    reading: Reading = field(default_factory=Reading)
    values: ValueMap = field(default_factory=ValueMap)
    answered: Tuple[str, ...] = ()

    def fits(self, table: Table) -> bool:
        """Tell whether a table has the shape this was made for: the same headings in any order."""
        return sorted(self.headings) == sorted(table.headings)

    def chosen(self, table: Table) -> Dict[int, Role]:
        """Return the roles by the columns of a table (those that it has)."""
        return {
            index: self.roles[heading]
            for index, heading in enumerate(table.headings)
            if heading in self.roles
        }

    def as_json(self) -> Dict[str, Any]:
        """Return everything as plain values."""
        reading = self.reading
        return {
            "format": FORMAT,
            "headings": list(self.headings),
            "stated": asdict(self.stated),
            "columns": {heading: role.value for heading, role in self.roles.items()},
            "order": reading.order,
            "grid": reading.grid,
            "datum": reading.datum.name,
            "values": {role.value: dict(words) for role, words in self.values.by_role.items()},
            "answered": list(self.answered),
        }

    def save(self, path: Path) -> None:
        """Write it down, whole or not at all."""
        write_json(path, self.as_json())


def read_mapping(path: Path) -> TableMapping:
    """Read a mapping.  Raises AtlasError naming the file and what is wrong in it."""
    try:
        said = json.loads(path.read_text(encoding="utf-8-sig"))
        return _of_json(said)
    except OSError as error:
        raise _refused(path, error.strerror or str(error)) from error
    except KeyError as error:
        raise _refused(path, tr("TableMapping", "{key} is missing.").format(key=error.args[0])) from error
    except (ValueError, TypeError, AttributeError) as error:
        raise _refused(path, str(error)) from error


def _refused(path: Path, why: str) -> AtlasError:
    return AtlasError(
        tr("TableMapping", "{file} is no mapping of a table: {why}").format(file=path.name, why=why),
        hint=tr("TableMapping", "Save one in the import window."),
    )


def _of_json(said: Mapping[str, Any]) -> TableMapping:
    if said["format"] != FORMAT:
        raise ValueError(
            tr("TableMapping", "it is of another format ({number}).").format(number=said["format"])
        )
    stated = {key: said["stated"].get(key) for key in asdict(Stated())}
    stated = {key: value for key, value in stated.items() if value is not None}
    order, grid = said.get("order", "latlon"), said.get("grid", "mgrs")
    if order not in ("latlon", "lonlat") or grid not in ("mgrs", "usarmy"):
        raise ValueError(tr("TableMapping", "order or grid is not known."))
    return TableMapping(
        headings=tuple(map(str, said["headings"])),
        stated=Stated(**stated),
        roles={str(heading): Role(role) for heading, role in said["columns"].items()},
        reading=Reading(order=order, grid=grid, datum=GridDatum[said.get("datum", "TOKYO_1918")]),
        values=ValueMap(
            {
                Role(role): {str(text): str(value) for text, value in words.items()}
                for role, words in said.get("values", {}).items()
            }
        ),
        answered=tuple(map(str, said.get("answered", ()))),
    )


class KeptMappings:
    """The mappings that the window keeps in a folder, one for each set of headings."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, table: Table) -> Optional[TableMapping]:
        """Return the mapping kept for a table's headings; one that cannot be read counts as none."""
        path = self._path(table.headings)
        if not path.is_file():
            return None
        try:
            found = read_mapping(path)
        except AtlasError:
            return None
        return found if found.fits(table) else None

    def keep(self, mapping: TableMapping) -> None:
        """Keep a mapping for the next table of its shape."""
        self._folder.mkdir(parents=True, exist_ok=True)
        mapping.save(self._path(mapping.headings))

    def _path(self, headings: Sequence[str]) -> Path:
        name = hashlib.blake2b("\t".join(sorted(headings)).encode(), digest_size=8).hexdigest()
        return self._folder / f"{name}.json"
