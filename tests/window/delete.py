"""Asks a window to close as a window manager does; the xdotool of most systems cannot."""

from __future__ import annotations

import ctypes
from typing import ClassVar

CLIENT_MESSAGE = 33  # X.h
NUMBERS_OF_32_BITS = 32


class ClientMessage(ctypes.Structure):
    """``XClientMessageEvent`` of Xlib.h, padded to the size of an ``XEvent``."""

    _fields_: ClassVar = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("padding", ctypes.c_long * 24),
    ]


def ask_to_close(display: str, window: int) -> None:
    """Send the window ``WM_DELETE_WINDOW`` (ICCCM 4.2.8.1)."""
    xlib = ctypes.CDLL("libX11.so.6")  # xdotool itself stands on it
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    xlib.XInternAtom.restype = ctypes.c_ulong
    server = ctypes.c_void_p(xlib.XOpenDisplay(display.encode()))
    if server.value is None:
        raise OSError(f"no screen {display}")
    message = ClientMessage(
        type=CLIENT_MESSAGE,
        window=window,
        message_type=xlib.XInternAtom(server, b"WM_PROTOCOLS", 0),
        format=NUMBERS_OF_32_BITS,
    )
    message.data[0] = xlib.XInternAtom(server, b"WM_DELETE_WINDOW", 0)
    xlib.XSendEvent(server, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(message))
    xlib.XCloseDisplay(server)
