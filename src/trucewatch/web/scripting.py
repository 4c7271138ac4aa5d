"""Scripts of the pages and the map's library beside them, served as files of this host.

Pages are whole without them. `make` bundles the library with npm; where it could not, `bundled` says so.
"""

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import PurePath

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from trucewatch.reports.map.base import ARCHIVE

FOR_GOOD = "private, max-age=31536000, immutable"
"""How long a file is kept whose address changes with its content."""

KINDS = {".js": "text/javascript", ".css": "text/css"}
"""What is served, by the ending of its name."""

LIBRARY = "maplibre-gl.js"
"""The map's library, by which one sees whether it was bundled."""

GROUND = "ground.json"
"""The base map, as the map's script is given it."""


@dataclass(frozen=True, slots=True)
class File:
    """A file, as it is and packed, with a mark that changes with its content."""

    content: bytes
    packed: bytes
    mark: str
    kind: str


def script(request: Request) -> Response:
    """Give a script; for good where the address tells its mark, else to be asked for again.

    Errors: HTTPException 404 on a name that is none of them
    """
    found = files().get(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    return packed(request, found)


def packed(request: Request, file: File) -> Response:
    """Give a file in which nothing is secret, packed for browsers that unpack it."""
    headers = {"vary": "accept-encoding"}
    if request.url.query == file.mark:
        headers["cache-control"] = FOR_GOOD
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(file.content, media_type=file.kind, headers=headers)
    return Response(file.packed, media_type=file.kind, headers=headers | {"content-encoding": "gzip"})


def script_at(name: str) -> str:
    """Give the address of a script, "" where it is not here.

    Example: script_at("map.js") gives "/scripts/map.js?" and its mark
    """
    found = files().get(name)
    return f"/scripts/{name}?{found.mark}" if found else ""


def bundled() -> bool:
    """Tell whether the map's library is here."""
    return LIBRARY in files()


def file_of(content: bytes, kind: str) -> File:
    """Make a file ready to be served."""
    mark = hashlib.sha256(content).hexdigest()[:12]
    return File(content, gzip.compress(content, mtime=0), mark, kind)


@cache
def files() -> Mapping[str, File]:
    """Every script, what is bundled beside them, and the base map, by name."""
    folder = resources.files("trucewatch.web").joinpath("scripts")
    beside = folder.joinpath("bundled")
    found = [*folder.iterdir(), *(beside.iterdir() if beside.is_dir() else ())]
    scripts = {
        one.name: file_of(one.read_bytes(), KINDS[PurePath(one.name).suffix])
        for one in found
        if PurePath(one.name).suffix in KINDS
    }
    base = gzip.decompress(resources.files("trucewatch").joinpath(ARCHIVE).read_bytes())
    return scripts | {GROUND: file_of(base, "application/json")}
