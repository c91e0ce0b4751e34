"""The clipboard, where there is one."""

from __future__ import annotations

import pygame


def put(text: str) -> bool:
    """Copy `text`; whether that worked."""
    try:
        pygame.scrap.put_text(text)
    except pygame.error:
        return False
    return True


def get() -> str:
    """What is on the clipboard as text; empty where there is none."""
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""
