"""Reads every import in ``game/`` and says where it breaks the layout of ``game/__init__.py``."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

FLOORS: Mapping[str, int] = {
    "game.__main__": 6,
    "game.cli": 6,
    "game.app": 5,
    "game.terminal": 5,
    "game.tour": 5,
    "game.story": 4,
    "game.stage": 4,
    "game.scenes": 3,
    "game.packs": 2,
    "game.records": 2,
    "game.rules": 1,
    "game.ui": 1,
    "game.resources": 0,
    "game": 0,
}
DOORS: Mapping[str, tuple[str, ...]] = {
    "pygame": ("game.ui", "game.app", "game.tour"),
    "yaml": ("game.packs",),
    "sqlite3": ("game.records",),
}
SHARED_SCENE = "game.scenes.scene"
WORLD = frozenset(
    {"io", "os", "pathlib", "secrets", "shutil", "socket", "subprocess", "tempfile", "threading"}
    | {"time", "urllib"}
)
NOW = frozenset({"now", "utcnow", "today"})
GLOBAL_GENERATOR = "uses the global random generator; take a random.Random that is handed in"


@dataclass(frozen=True, slots=True)
class Import:
    """One imported thing: the full dotted name, and the module of it that is ours, if any."""

    line: int
    name: str
    module: str


@dataclass(frozen=True, slots=True)
class Source:
    """One module of ``game/``: its dotted name, the path to show, its syntax and its imports."""

    name: str
    path: str
    tree: ast.Module
    imports: tuple[Import, ...]


def violations(root: Path) -> list[str]:
    """Say in one sentence each, ``path:line`` first, what in ``root/game`` breaks the layout."""
    paths = {_module_name(path, root): path for path in sorted(root.glob("game/**/*.py"))}
    sources, found = [], []
    for name, path in paths.items():
        shown = path.relative_to(root).as_posix()
        try:
            tree = ast.parse(path.read_bytes())
        except SyntaxError as error:
            found.append(f"{shown}:{error.lineno}: is not Python: {error.msg}")
            continue
        sources.append(Source(name, shown, tree, tuple(_imports(name, path, tree, paths))))
    for source in sources:
        lines = {*_floor_faults(source), *_door_faults(source), *_dice_faults(source)}
        if _room(source.name) == "game.rules":
            lines |= set(_purity_faults(source))
        found += [f"{source.path}:{line}: {fault}" for line, fault in sorted(lines)]
    return found + list(_circles(sources))


def _module_name(path: Path, root: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _room(module: str) -> str | None:
    """Return the room a module is in; the rooms on floor 0 are single modules."""
    for room, floor in FLOORS.items():
        if module == room or (floor and module.startswith(room + ".")):
            return room
    return None


def _within(module: str, rooms: tuple[str, ...]) -> bool:
    return any(module == room or module.startswith(room + ".") for room in rooms)


def _imports(
    importer: str, path: Path, tree: ast.Module, known: Mapping[str, Path]
) -> Iterator[Import]:
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(node, importer, is_package=path.name == "__init__.py")
            names = [f"{base}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Call) and _called(node) in {"import_module", "__import__"}:
            names = [_literal(node) or "?"]
        for name in names:
            yield Import(getattr(node, "lineno", 0), name, _own_module(name, known))


def _absolute(node: ast.ImportFrom, importer: str, *, is_package: bool) -> str:
    if not node.level:
        return node.module or ""
    parts = importer.split(".")
    cut = node.level - is_package
    base = parts[: len(parts) - cut] if cut else parts
    return ".".join([*base, *([node.module] if node.module else [])])


def _own_module(name: str, known: Mapping[str, Path]) -> str:
    """Return the module of ours that ``name`` is or stands in, or an empty text."""
    if name.split(".", maxsplit=1)[0] != "game":
        return ""
    candidate = name
    while candidate not in known and "." in candidate:
        candidate = candidate.rpartition(".")[0]
    not_there_yet = candidate == "game" and _room(name) is not None
    return name if not_there_yet else candidate


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _literal(call: ast.Call) -> str:
    match call.args:
        case [ast.Constant(value=str(name)), *_] if not name.startswith("."):
            return name
    return ""


def _floor_faults(source: Source) -> Iterator[tuple[int, str]]:
    room = _room(source.name)
    if room is None:
        yield 1, f"{source.name} has no floor; give it one in tests/layers.py and game/__init__.py"
        return
    for each in source.imports:
        if each.name == "?":
            yield each.line, "imports a name that cannot be read here"
        if each.module:
            yield from ((each.line, fault) for fault in _arrow_faults(source.name, each.module))
        elif not FLOORS[room] and each.name.split(".")[0] not in sys.stdlib_module_names:
            yield each.line, f"{room} is on floor 0 and may not import {each.name}"


def _arrow_faults(importer: str, target: str) -> Iterator[str]:
    here, there = _room(importer), _room(target)
    if here is None or there is None or importer == target:
        return
    command_line = FLOORS[here] == FLOORS[there] == FLOORS["game.cli"]
    if here != there and FLOORS[there] >= FLOORS[here] and not command_line:
        yield (
            f"{importer} (floor {FLOORS[here]}) may not import "
            f"{target} (floor {FLOORS[there]}): only from floors below"
        )
    of_one_scene = importer.split(".")[2:3] == target.split(".")[2:3] != []
    if here == there == "game.scenes" and target != SHARED_SCENE and not of_one_scene:
        yield f"{importer} may not import {target}: scenes share only {SHARED_SCENE}"


def _door_faults(source: Source) -> Iterator[tuple[int, str]]:
    for each in source.imports:
        library = each.name.split(".", maxsplit=1)[0]
        rooms = DOORS.get(library)
        if rooms and not _within(source.name, rooms):
            yield each.line, f"imports {library}, which only {' and '.join(rooms)} may"


def _dice_faults(source: Source) -> Iterator[tuple[int, str]]:
    """Every use of the ``random`` module but for its class ``Random``."""
    for each in source.imports:
        if each.name.startswith("random.") and each.name != "random.Random":
            yield each.line, f"imports {each.name}: {GLOBAL_GENERATOR}"
    aliases = _aliases(source.tree, "random")
    harmless = {
        node.value
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and node.attr == "Random"
    }
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Name) and node.id in aliases and node not in harmless:
            yield node.lineno, GLOBAL_GENERATOR


def _aliases(tree: ast.Module, *modules: str) -> set[str]:
    """Return the names under which whole modules, or things of the same name, were imported."""
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
        if alias.name in modules
    }


def _purity_faults(source: Source) -> Iterator[tuple[int, str]]:
    """What rules may not do: ask the world, its clock, or a hash that changes with each run."""
    for each in source.imports:
        if each.name.split(".", maxsplit=1)[0] in WORLD:
            yield each.line, f"rules may not import {each.name}: they know nothing of the world"
    clocks = _aliases(source.tree, "datetime", "date")
    for node in ast.walk(source.tree):
        match node:
            case ast.Call(func=ast.Name(id="hash" | "open" | "input" | "print" as name)):
                yield node.lineno, f"rules may not call {name}()"
            case ast.Call(func=ast.Name(id="Random") | ast.Attribute(attr="Random"), args=[]):
                yield node.lineno, "rules may not make dice without a seed"
            case ast.Attribute(attr=attr, value=owner) if attr in NOW:
                if ast.unparse(owner).split(".")[0] in clocks:
                    yield node.lineno, f"rules may not read the clock ({ast.unparse(node)})"


def _circles(sources: list[Source]) -> Iterator[str]:
    graph = {
        source.name: sorted({each.module for each in source.imports} - {"", source.name})
        for source in sources
    }
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle: list[str] = error.args[1][:0:-1]
            turn = circle.index(min(circle))
            circle = [*circle[turn:], *circle[:turn]]
            yield f"modules import each other in a circle: {' -> '.join([*circle, circle[0]])}"
            graph[circle[0]].remove(circle[1])
        else:
            return
