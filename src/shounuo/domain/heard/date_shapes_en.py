"""How a date is written or said in an English sentence, one shape a name."""

from __future__ import annotations

import re

from shounuo.domain.spoken_amount.days import MONTHS_EN, WEEKDAYS_EN

MONTHS = {name.lower(): index for index, name in enumerate(MONTHS_EN, 1)}
MONTHS |= {name[:3]: index for name, index in list(MONTHS.items())} | {"sept": 9}
DAYS = {name.lower(): index for index, name in enumerate(WEEKDAYS_EN)}
DAYS |= {name[:3]: index for name, index in list(DAYS.items())} | {
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
ORDINALS = {
    word: index
    for index, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
} | {
    f"twenty-{word}": 20 + index
    for index, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"], 1
    )
}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
_ORDINAL = "|".join(sorted((word.replace("-", "[- ]") for word in ORDINALS), key=len, reverse=True))
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(DAYS, key=len, reverse=True))
# November twentieth is also said november twenty; "may" is as often no month.
_CARDINAL = r"(?:(?:twenty|thirty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|\w+teen|one|two|three|four|five|six|seven|eight|nine)(?![ -](?:hundred|thousand|grand|dollars?|bucks?|percent|oh|days?|weeks?|months?|years?|\w+teen|\w+ty|one|two|three|four|five|six|seven|eight|nine)\b)"
_DAYNUM = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINAL})"
_COUNT = r"(?:\d{1,3}|a couple of|a couple|a few|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|sixty|ninety)"
SHAPES: tuple[tuple[str, str], ...] = (
    ("iso", r"\b(?P<iy>\d{4})(?P<sep>[-/.])(?P<im>\d{1,2})(?P=sep)(?P<id>\d{1,2})\b"),
    ("slash", r"(?<![\d/.$])(?P<sm>1[0-2]|0?[1-9])/(?P<sd>3[01]|[12]\d|0?[1-9])(?:/(?P<sy>\d{4}|\d{2}))?(?![\d/])"),
    ("dash", r"(?<![\d\-/.$])(?P<dm>0[1-9]|1[0-2])-(?P<dday>0[1-9]|[12]\d|3[01])(?![\d\-])"),
    ("monthday", rf"\b(?P<m>{_MONTH})\.?\s+(?:the\s+)?(?P<d>{_DAYNUM})\b(?:,?\s+(?P<y>20\d\d))?|\b(?:the\s+)?(?P<d2>{_DAYNUM})\s+(?:of\s+)?(?P<m2>{_MONTH})\b(?:,?\s+(?P<y2>20\d\d))?|\b(?!may )(?P<m3>{_MONTH})\s+(?P<d3>{_CARDINAL})\b|\b(?P<d4>{_CARDINAL}) of (?P<m4>{_MONTH})\b"),
    ("monthend", rf"\b(?:the\s+)?(?P<edge>end|middle|beginning|start)\s+of\s+(?P<which>the|this|next)\s+month\b|\b(?P<edge2>end|middle)\s+of\s+(?P<em>{_MONTH})\b|\b(?:the )?last day of (?P<which2>the|this|next) month\b|\b(?P<edge3>mid|early|late)[- ](?P<em2>{_MONTH})\b|\bmonth[- ]end\b|\bend of (?:the )?month\b|\beom\b"),
    ("offset", rf"\b(?P<lead>in|within|after)\s+(?:the next\s+|about\s+)?(?P<n>{_COUNT})\s+(?P<u>business days?|days?|weeks?|months?)\b|\b(?P<n2>{_COUNT})\s+(?P<u2>days?|weeks?|months?)\s+from\s+(?:now|today)\b|\b(?P<lead3>in|within)\s+(?P<hours>24|48|72|twenty[ -]four|forty[ -]eight|seventy[ -]two) hours\b"),
    ("byfeast", rf"\b(?:(?:the )?(?P<side>day|{_WEEKDAY}) (?P<way>before|after) thanksgiving|black friday)\b"),
    ("feast", r"\b(?P<holiday>thanksgiving|christmas(?: eve)?|new year'?s(?: (?:eve|day))?)\b"),
    ("near", r"\b(?:day after tomorrow|tomorrow|today|tonight|this (?:morning|afternoon|evening)|yesterday)\b"),
    ("fromday", rf"\b(?P<fn>a|one|two|three|four|\d) weeks? from (?:this |next )?(?P<fwd>{_WEEKDAY}|tomorrow)\b|\b(?P<awd>{_WEEKDAY}) after next\b"),
    ("ofmonth", rf"\b(?:the )?(?P<od>\d{{1,2}}(?:st|nd|rd|th)|{_ORDINAL}) of (?P<om>the|this|next) month\b"),
    ("ofweek", rf"\b(?P<nwd>{_WEEKDAY})(?: of)? (?P<nw>next|this) week\b|\b(?P<nw2>next|this) week,?(?: on)? (?P<nwd2>{_WEEKDAY})\b"),
    ("weekday", rf"\b(?:(?P<rel>this coming|this|next|last|coming|a week from)\s+)?(?P<wd>{_WEEKDAY})\b(?!\w)"),
    ("weekend", r"\b(?P<wan>the week after next)\b|\b(?P<wk>this|next|last|the)\s+(?P<what>weekend|week)\b|\b(?P<eow>end of (?:the|this|next) week)\b"),
    ("nextmonth", r"\b(?P<nm>next|this) month\b"),
    ("open", r"\b(?:when i get (?:paid|my (?:check|paycheck|wages|refund|money))|(?:on )?(?:my )?(?:next )?pay ?day(?! (?:after tomorrow|before))|pay ?check|when my (?:check|refund|tax refund)\w* comes?(?: in)?|as soon as i can|soon|some ?day|sometime(?! next| this)|in the new year|after the holidays)\b"),
    ("day", rf"\bthe\s+(?P<dd>\d{{1,2}}(?:st|nd|rd|th)|{_ORDINAL})\b(?!\s+(?:time|call|one(?!\s+(?:hundred|thousand|oh|ten|eleven|twelve|\w+teen|\w+ty)\b)|thing|payment|of|letter|party|person|step|offer|place))"),
)  # fmt: skip
SCAN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in SHAPES), re.IGNORECASE)
