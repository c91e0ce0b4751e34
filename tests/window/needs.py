"""The programs that a test in a real window needs, and how to get them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

# Program to Debian package.
PROGRAMS: Mapping[str, str] = {"Xvfb": "xvfb", "xdotool": "xdotool"}


def missing() -> list[str]:
    """Return the programs that are not on the PATH."""
    return [program for program in PROGRAMS if shutil.which(program) is None]


def why_not() -> str:
    """Say why a window test cannot run here; empty when it can."""
    absent = missing()
    return f"{', '.join(absent)} not installed" if absent else ""


def install() -> str:
    """Install what is missing where that needs no question; else say why not."""
    if shutil.which("apt-get") is None:
        return f"{why_not()}, and there is no apt-get to install it with"
    packages = [PROGRAMS[program] for program in missing()]
    become_root = _become_root()
    if become_root is None:
        return f"{why_not()} (apt-get install {' '.join(packages)} would help, as root)"
    print(f"Installing {' '.join(packages)} for the tests in a real window.", flush=True)
    quietly = [*become_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        subprocess.run([*quietly, *arguments], check=False, capture_output=True)
    return f"{why_not()}, and apt-get could not install it" if missing() else ""


def _become_root() -> list[str] | None:
    """Return what to put before a command to run it as root; None when that asks a password."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    free = subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True)
    return ["sudo", "-n"] if free.returncode == 0 else None
