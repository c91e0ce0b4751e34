"""Texts as strangers write them."""

from __future__ import annotations

from hypothesis import strategies as st

SAMPLES = (
    "من غنى في 1985 أمام 72,000 شخص (ويمبلي)؟",
    "Hebrew in English (שלום [עולם] 1975) ends here.",
    "क्षत्रिय हिन्दी श्री प्रश्न १२३",
    "สวัสดีชาวโลก น้ำ ผู้ใหญ่",
    "東京で「ライブ」を行った。한국어",
    "👩‍👩‍👧‍👦 🎸 🇬🇧 👍🏽 🏴\U000e0067\U000e0062\U000e007f",
    "Z" + "\u0351\u036b\u0313\u032a" * 40 + "algo",
    "NUL \0, lone \ud800, override \u202e, tag \U000e0041",
    "“Łódź” — 3×4·5 … café",
)
_RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x24F),
    (0x300, 0x36F),
    (0x590, 0x6FF),
    (0x900, 0x97F),
    (0xE00, 0xE7F),
    (0x1100, 0x11FF),
    (0x2000, 0x206F),
    (0x3000, 0x30FF),
    (0x4E00, 0x4EFF),
    (0xAC00, 0xACFF),
    (0xD800, 0xDFFF),
    (0xFE00, 0xFE0F),
    (0x1F1E6, 0x1F1FF),
    (0x1F3F0, 0x1F4FF),
    (0, 0x10FFFF),
)
LETTERS = st.sampled_from(_RANGES).flatmap(lambda ends: st.integers(*ends)).map(chr)
TEXTS = st.one_of(
    st.lists(LETTERS, max_size=40).map("".join),
    st.sampled_from(SAMPLES),
    st.lists(st.one_of(st.sampled_from(SAMPLES), st.sampled_from("ab \n-")), max_size=8).map(
        "".join
    ),
)
