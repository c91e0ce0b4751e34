from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest

from game.resources import folder
from tests import __main__ as workshop
from tests.window import needs

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with nothing on it, and nobody who is root."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    return tmp_path


def program(folder: Path, name: str, script: str = "exit 0") -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def fake_steps(monkeypatch: pytest.MonkeyPatch, *codes: int) -> None:
    """Let each step be a Python that says its name and ends with one of ``codes``."""
    scripts = [f"import sys; print('step {i}'); sys.exit({code})" for i, code in enumerate(codes)]
    made = {f"step {i}": ["-c", script] for i, script in enumerate(scripts)}
    monkeypatch.setattr(workshop, "steps", lambda _: made)
    monkeypatch.setattr(workshop, "PYTHON", [sys.executable])
    monkeypatch.setattr(workshop, "missing", list)


def test_every_step_runs_also_after_one_has_failed(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    fake_steps(monkeypatch, 0, 1, 0, 2)
    assert workshop.main([]) == 1
    said = capfd.readouterr().out
    assert [line for line in said.splitlines() if line.startswith("step")] == [
        f"step {i}" for i in range(4)
    ]
    assert said.endswith("\npython -m tests: failed: step 1, step 3\n")


def test_all_well_ends_with_ok(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    fake_steps(monkeypatch, 0, 0)
    assert workshop.main([]) == 0
    assert capfd.readouterr().out.endswith("\npython -m tests: ok\n")


def test_arguments_go_on_to_pytest() -> None:
    assert workshop.steps(["-k", "name"])["tests"] == ["pytest", "-k", "name"]


def test_a_missing_package_is_named_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(workshop, "requirements", lambda _: ["pytest", "no-such-thing-at-all"])
    assert workshop.main([]) == 2
    said = capsys.readouterr().out
    assert "missing: no-such-thing-at-all." in said
    assert '-m pip install -e ".[dev]"' in said


def test_requirements_are_names_without_versions() -> None:
    names = workshop.requirements(ROOT / "pyproject.toml")
    assert {"pygame-ce", "PyYAML", "pytest", "ruff", "types-PyYAML"} <= set(names)
    assert workshop.absent_packages(names) == []


def test_without_a_way_to_install_the_missing_programs_are_named(bare_machine: Path) -> None:
    assert needs.why_not() == "Xvfb, xdotool not installed"
    program(bare_machine, "Xvfb")
    assert needs.missing() == ["xdotool"]
    assert needs.install() == "xdotool not installed, and there is no apt-get to install it with"
    program(bare_machine, "apt-get", "exit 99")
    assert "apt-get install xdotool would help, as root" in needs.install()
    program(bare_machine, "sudo", "exit 1")
    assert "apt-get install xdotool would help, as root" in needs.install()


def test_with_a_sudo_that_asks_nothing_the_missing_programs_are_installed(
    bare_machine: Path,
) -> None:
    log = bare_machine / "log"
    program(bare_machine, "env", 'shift; exec "$@"')
    program(bare_machine, "sudo", 'shift; exec "$@"')
    program(bare_machine, "true")
    program(bare_machine, "apt-get", f'echo "$@" >> {log}')
    assert needs.install().endswith("and apt-get could not install it")
    assert log.read_text().splitlines() == [
        "-qq update",
        "-qq install -y --no-install-recommends xvfb xdotool",
    ]
    program(bare_machine, "apt-get", f"cd {bare_machine}; /bin/cp true Xvfb; /bin/cp true xdotool")
    assert needs.install() == ""
    assert needs.why_not() == ""


def test_in_a_checkout_assets_and_questions_lie_beside_the_package() -> None:
    assert folder("assets") == ROOT / "assets"
    assert folder("questions") == ROOT / "questions"


def test_in_a_wheel_assets_and_questions_lie_in_the_package(tmp_path: Path) -> None:
    package = tmp_path / "game"
    (package / "assets").mkdir(parents=True)
    (package / "resources.py").write_bytes((ROOT / "game" / "resources.py").read_bytes())
    spec = importlib.util.spec_from_file_location("resources", package / "resources.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.folder("assets") == package / "assets"
    assert module.folder("questions") == tmp_path / "questions"
