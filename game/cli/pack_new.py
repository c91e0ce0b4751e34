"""`encore pack new` and `schema`: a pack to begin with, and an editor that helps to write it."""

from __future__ import annotations

import sys
from argparse import Namespace, RawDescriptionHelpFormatter
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.exits import FINE, UserError

if TYPE_CHECKING:
    from game.cli.parser import Commands

_KINDS = ("simple", "bank")
_LONGEST_NAME = 60
_NEW = """On a terminal it asks for what is not given, two questions at most.

examples:
  encore pack new my-pack
  encore pack new my-pack --title "Songs of the summer" --kind bank
  encore pack new my-pack --here

exit code: 0 the pack was written, 2 not; nothing is ever overwritten"""
_SCHEMA = """Editors that know YAML complete words and underline mistakes in a pack that lies
beside the schema and whose first line is
  # yaml-language-server: $schema=encore-pack.schema.json
`encore pack new` sees to both.

examples:
  encore pack schema --install
  encore pack schema --out encore-pack.schema.json"""


def add(own: Commands) -> None:
    """Declare the commands among those of `encore pack`."""
    new = own.add_parser(
        "new",
        help="write the first lines of a pack",
        description="Write the first lines of a pack of your own, with comments; it plays already.",
        epilog=_NEW,
        formatter_class=RawDescriptionHelpFormatter,
    )
    new.add_argument("name", metavar="NAME", help="the pack's id: letters, digits, hyphens")
    new.add_argument("--title", help="what the pack is called")
    new.add_argument("--kind", choices=_KINDS, help="a simple list of questions, or with a bank")
    new.add_argument("--here", action="store_true", help="in this folder, not among your packs")
    new.set_defaults(run=run_new)
    schema = own.add_parser(
        "schema",
        help="the format as a JSON Schema, for editors",
        description="The format of packs as a JSON Schema, for editors.",
        epilog=_SCHEMA,
        formatter_class=RawDescriptionHelpFormatter,
    )
    where = schema.add_mutually_exclusive_group()
    where.add_argument("--install", action="store_true", help="put it beside your own packs")
    where.add_argument("--out", metavar="FILE", help="the file to write; else it is printed")
    schema.set_defaults(run=run_schema)


def run_new(args: Namespace) -> int:
    """Write the starter and, beside it, the schema where there is none."""
    from game.packs.library import own_folder, shelf
    from game.packs.problem import printable
    from game.packs.schema import FILE
    from game.packs.starter import starter, title_of

    name = _name(args.name)
    folder = Path.cwd() if args.here else own_folder()
    _refuse_second(folder, name)
    asks = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    usual = title_of(name)
    title = args.title or (asks and _ask(f"What is the pack called? [{usual}] ")) or usual
    kind = args.kind or (_asked_kind() if asks else _KINDS[0])
    target = folder / f"{name}.yaml"
    taken = any(entry.id == name for entry in shelf(_shipped()))
    word = target.name if args.here else f"own:{name}" if taken else name
    _write(target, starter(word, _clean(title), kind).encode(), new=True, folder=not args.here)
    beside = folder / FILE
    if not beside.exists():
        _write_schema(beside, folder=False)
    shown = target.name if args.here else str(target)
    sys.stdout.write(printable(f"Written: {shown}", 4096) + "\n")
    sys.stdout.write("Open it in any text editor and put your own questions in.\n")
    sys.stdout.write(f"Then:  encore pack check {word}\n")
    after = f"encore pack install {word}" if args.here else f"encore play --pack {word}"
    sys.stdout.write(f"And:   {after}\n")
    return FINE


def _shipped() -> Path:
    from game.resources import folder

    return folder("questions")


def _name(word: str) -> str:
    from game.packs.library import is_pack_name, pack_name
    from game.packs.problem import printable

    name = word.removesuffix(".yaml")
    if is_pack_name(name) and len(name) <= _LONGEST_NAME:
        return name
    meant = pack_name(name)
    hint = f" (did you mean '{meant}'?)" if meant else ""
    sentence = (
        f"'{name[:80]}' is no name for a pack: up to 60 lower case letters, digits, hyphens{hint}"
    )
    raise UserError(printable(sentence))


def _refuse_second(folder: Path, name: str) -> None:
    for ending in (".yaml", ".yml", ".zip", ""):
        path = folder / f"{name}{ending}"
        if path.is_symlink() or (path / "pack.yaml" if not ending else path).exists():
            raise UserError(f"{path} is there already; choose another name")


def _clean(title: str) -> str:
    from game.packs.characters import FORBIDDEN, one_line

    clean = one_line(FORBIDDEN.sub("", title))[:80].strip()
    if not clean:
        raise UserError("a title needs a letter at least")
    return clean


def _asked_kind() -> str:
    from game.packs.starter import KINDS

    for number, (told, _) in enumerate(KINDS.values(), 1):
        sys.stdout.write(f"  {number}  {told}\n")
    answer = _ask("Which shall it be? [1] ").casefold()
    by_answer = {**{str(n): kind for n, kind in enumerate(KINDS, 1)}, **{k: k for k in KINDS}}
    if answer and answer not in by_answer:
        raise UserError("that is neither 1 nor 2; nothing was written")
    return by_answer.get(answer, _KINDS[0])


def _ask(question: str) -> str:
    try:
        return input(question).strip()
    except EOFError:
        raise UserError("nothing was written") from None


def run_schema(args: Namespace) -> int:
    """Write the schema where it was asked for, or print it."""
    from game.packs import schema
    from game.packs.library import ILLUSTRATIONS, own_folder
    from game.packs.problem import printable

    if not (args.install or args.out):
        sys.stdout.write(schema.as_text(ILLUSTRATIONS))
        return FINE
    target = own_folder() / schema.FILE if args.install else Path(args.out)
    _write_schema(target, folder=args.install)
    sys.stdout.write(printable(f"Written: {target}", 4096) + "\n")
    sys.stdout.write("Packs beside it are helped by it when this is their first line:\n")
    line = schema.MODELINE.replace(schema.FILE, target.name)
    sys.stdout.write(printable(line) + "\n")
    return FINE


def _write_schema(path: Path, *, folder: bool) -> None:
    from game.packs.library import ILLUSTRATIONS
    from game.packs.schema import as_text

    _write(path, as_text(ILLUSTRATIONS).encode(), new=False, folder=folder)


def _write(path: Path, data: bytes, *, new: bool, folder: bool) -> None:
    from game.packs.written import NotWritten, write_whole

    try:
        write_whole(path, data, new=new, folder=folder)
    except NotWritten as fault:
        raise UserError(f"{path} {fault}") from None
