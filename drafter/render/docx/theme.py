"""A theme part. Word wants one; no style names a theme font, because theme beats name, and its faces are the page's own."""

from drafter.render.measures import BODY_FACE, FIRST_FACE, LATIN

_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "44546A",
    "lt2": "E7E6E6",
    "accent1": "4472C4",
    "accent2": "ED7D31",
    "accent3": "A5A5A5",
    "accent4": "FFC000",
    "accent5": "5B9BD5",
    "accent6": "70AD47",
    "hlink": "0563C1",
    "folHlink": "954F72",
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def theme() -> str:
    """The smallest theme that the schema allows (ECMA-376 part 1, 20.1.6.9): three fills, lines, effects and backgrounds."""
    colours = "".join(f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>' for slot, value in _COLOURS.items())
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{LATIN}"/><a:ea typeface="{face}"/><a:cs typeface="{LATIN}"/></a:{kind}Font>'
        for kind, face in (("major", FIRST_FACE), ("minor", BODY_FACE))
    )
    lines = "".join(f'<a:ln w="{wide}">{_FILL}</a:ln>' for wide in (6350, 12700, 19050))
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="GB/T 9704"><a:themeElements>'
        f'<a:clrScheme name="GB/T 9704">{colours}</a:clrScheme><a:fontScheme name="GB/T 9704">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="GB/T 9704"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
