"""What an SVG file may hold: only what the loader draws right, and in an amount it can draw.

The loader silently fails on much of SVG (`use`, masks, filters, text, gradients
given as 0..1), and a few bytes can keep it busy for ever. The game's own
drawings keep to the same dialect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from game.ui.media.refused import Refused

LARGEST = 512 * 1024
MOST_ELEMENTS = 5_000
DEEPEST = 24
# Far beyond any drawing, and near enough that no sum of them overflows.
_FARTHEST = 100_000.0
_SHORTEST_DASH = 0.05
_LONGEST_DASHES = 64

NAMESPACE = "{http://www.w3.org/2000/svg}"
GRADIENTS = {"linearGradient", "radialGradient"}
SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
ELEMENTS = {"svg", "defs", "g", "stop"} | SHAPES | GRADIENTS
COORDINATES = {"x1", "y1", "x2", "y2", "cx", "cy", "r", "fx", "fy"}
PAINTS = {"fill", "stroke", "stop-color"}
ATTRIBUTES = COORDINATES | PAINTS
ATTRIBUTES |= {"viewBox", "width", "height", "id", "d", "points", "x", "y", "rx", "ry"}
ATTRIBUTES |= {"transform", "opacity", "fill-opacity", "fill-rule", "stroke-width"}
ATTRIBUTES |= {"stroke-opacity", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit"}
ATTRIBUTES |= {"stroke-dasharray", "stroke-dashoffset", "gradientUnits", "gradientTransform"}
ATTRIBUTES |= {"spreadMethod", "offset", "stop-opacity"}
_NUMBERLESS = PAINTS | {"id"}
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}|none|black|white")
_REFERENCE = re.compile(r"url\(#([\w-]+)\)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def faults(name: str, text: str) -> Iterator[str]:
    """Everything in one drawing that the loader would draw wrongly, with file and element.

    Raises:
        xml.etree.ElementTree.ParseError: if it is no XML.
    """
    root = ET.fromstring(text)  # noqa: S314  (no entities: `size` refuses them beforehand)
    gradients = {e.get("id") for e in root.iter() if e.tag.removeprefix(NAMESPACE) in GRADIENTS}
    if not root.get("viewBox"):
        yield f"{name}: <svg> has no viewBox"
    for element in root.iter():
        tag = element.tag.removeprefix(NAMESPACE)
        if tag not in ELEMENTS:
            yield f"{name}: <{tag}> is not drawn by the loader"
            continue
        for key, value in element.attrib.items():
            if key not in ATTRIBUTES:
                yield f"{name}: <{tag}> has {key}, which the loader ignores"
            elif key in PAINTS:
                link = _REFERENCE.fullmatch(value)
                known = link.group(1) in gradients if link else _COLOUR.fullmatch(value)
                if not known:
                    yield f"{name}: <{tag}> {key}={value!r} is not a colour the loader knows"
        if tag in GRADIENTS:
            yield from _gradient_faults(name, tag, element)


def _gradient_faults(name: str, tag: str, element: ET.Element) -> Iterator[str]:
    """Gradients need percentages or userSpaceOnUse: fractions of the box fail silently."""
    if element.get("gradientUnits") == "userSpaceOnUse":
        return
    for key in COORDINATES & set(element.keys()):
        if not element.attrib[key].endswith("%"):
            yield f"{name}: <{tag}> {key}={element.attrib[key]!r} is a bare number of the box"


def size(data: bytes) -> tuple[float, float]:
    """Width and height of a drawing's view box, once all of it is known to be harmless.

    Raises:
        Refused: for anything but a drawing in the dialect.
    """
    if len(data) > LARGEST:
        raise Refused(f"is larger than {LARGEST // 1024} KB, the most for a drawing")
    if b"<!" in data.replace(b"<!--", b"") or b"<?" in data.removeprefix(b"<?xml"):
        raise Refused("has a DOCTYPE or an instruction, which no drawing needs")
    try:
        text = data.decode("utf-8-sig")
        fault = next(faults("", text), None)
        root = ET.fromstring(text)  # noqa: S314
    except (UnicodeDecodeError, ET.ParseError, ValueError):
        raise Refused("is not an SVG drawing") from None
    if fault or root.tag != f"{NAMESPACE}svg":
        raise Refused(f"cannot be drawn: {(fault or ': it is no <svg>').removeprefix(': ')}")
    _bounded(root)
    return _view(root)


def _bounded(root: ET.Element) -> None:
    """Refuse what would take the loader too long."""
    level, count = [root], 0
    for _ in range(DEEPEST):
        count += len(level)
        level = [child for each in level for child in each]
    if level or count > MOST_ELEMENTS:
        raise Refused(f"has over {MOST_ELEMENTS} elements, or over {DEEPEST} inside each other")
    for element in root.iter():
        for key, value in element.attrib.items():
            if key not in _NUMBERLESS and _far(value):
                raise Refused(f"has a number over {_FARTHEST:.0f} in `{key}`")
        _check_dashes(element.get("stroke-dasharray", ""))


def _far(value: str) -> bool:
    return any(abs(float(number)) > _FARTHEST for number in _NUMBER.findall(value))


def _check_dashes(value: str) -> None:
    dashes = [float(number) for number in _NUMBER.findall(value)]
    if len(dashes) > _LONGEST_DASHES or any(dash < _SHORTEST_DASH for dash in dashes):
        raise Refused(f"has a `stroke-dasharray` with a dash shorter than {_SHORTEST_DASH}")


def _view(root: ET.Element) -> tuple[float, float]:
    numbers = [float(number) for number in _NUMBER.findall(root.get("viewBox", ""))]
    if len(numbers) != 4 or min(numbers[2:]) <= 0:
        raise Refused("has a viewBox that is not four numbers")
    wide, high = numbers[2:]
    if not 1 / 20 <= wide / high <= 20:
        raise Refused("is more than twenty times as long as it is wide")
    return wide, high
