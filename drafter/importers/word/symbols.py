"""``w:sym``: signs named by their place in a symbol font, as the Unicode characters they look like."""

# Wingdings and Symbol places in common use in official documents, the private-use offset F000 taken off.
_FONTS: dict[str, dict[int, str]] = {
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "□",
        0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xAB: "★", 0x22: "✂", 0x28: "☎",
        **{0x81 + place: chr(0x2460 + place) for place in range(10)},
        **{0x8C + place: chr(0x2776 + place) for place in range(10)},
    },
    "wingdings 2": {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x53: "☒", 0xA3: "□", 0x97: "●"},
    "symbol": {
        0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB0: "°", 0xB7: "•", 0xAE: "→", 0xAC: "←", 0xD7: "·", 0xB9: "≠",
        0xBB: "≈", 0x61: "α", 0x62: "β", 0x67: "γ", 0x6D: "μ", 0x53: "Σ", 0xE5: "∑", 0xD6: "√", 0xA5: "∞", 0xDE: "⇒",
    },
}  # fmt: skip


def symbol(font: str, place: str) -> str | None:
    """The character, or None where the font is a picture book of its own. ``place`` is hexadecimal."""
    try:
        code = int(place, 16)
    except ValueError:
        return None
    known = _FONTS.get(font.strip().lower())
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if known is not None:
        return known.get(low)
    return chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code < 0xFFFE else None
