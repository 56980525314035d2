"""English frames of the customer call."""

from __future__ import annotations

from shounuo.inspection.steps.asking_en import ASK, NOT_ASK, NUMBER
from shounuo.inspection.steps.frames import Frames
from shounuo.inspection.steps.middle_en import CONSEQUENCE, NOT_OFFER, NOT_PROBE, OFFER, PROBE
from shounuo.kernel.patterns import quick_pattern

_DAY = (
    r"(?:today|tonight|tomorrow|this (?:week|month|morning|afternoon|evening)|next (?:week|month)|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|payday|january|february|march|april|may|june|july|august|september|october|november|december|the (?:\d+(?:st|nd|rd|th)|first|second|third|fifth|tenth|\w+teenth|twentieth|thirtieth)|end of (?:the )?(?:day|week|month)|right now|by \w+|what day|when)"
)
FRAMES = Frames(
    strong_debt=quick_pattern(r"past due|overdue|behind|owe|days|still open|sitting at|delinquent|balance of|outstanding"),
    late=quick_pattern(r"late|missed|loan|card|account|balance|was due|minimum|still open"),
    debt=quick_pattern(
        r"past due|overdue|behind|owe[sd]?|owing|balance|due|payment|loan|account|card|delinquent|outstanding|still open|sitting at|missed"
    ),
    figure=quick_pattern(rf"\$\s?\d|\b{NUMBER}(?:[ -](?:and )?{NUMBER})*(?: dollars| bucks| days?| months?| even| cents)|\b\w+teen (?:hundred|\w+ty)|\b{NUMBER} (?:hundred|thousand)"),
    amount=quick_pattern(rf"\$\s?\d|\b{NUMBER}(?:[ -](?:and )?{NUMBER})+|\b{NUMBER} (?:dollars|bucks|cents)|\b{NUMBER}\b"),
    days=quick_pattern(rf"\b{NUMBER}(?:[ -]{NUMBER})* (?:days?|months?)|ending in [\d ]+|last four"),
    ask=ASK,
    not_ask=NOT_ASK,
    probe=PROBE,
    not_probe=NOT_PROBE,
    consequence=CONSEQUENCE,
    offer=OFFER,
    not_offer=NOT_OFFER,
    confirm=quick_pattern(
        r"\b(?:confirm|so (?:that's|that is|we have|i have|you're|just)|to recap|let me (?:repeat|read|recap|confirm|go over)|perfect|great|okay so|alright so|got it|i(?:'ll| will| have) (?:put|note|set|mark|schedule|got)|set (?:up )?for|scheduled|put you down|good man|correct|is that right|sound right|we're set)\b"
    ),
    day=quick_pattern(rf"\b{_DAY}\b"),
    method=quick_pattern(r"\b(?:debit|credit card|card|checking|ach|bank|transfer|check|online|app|website|portal|pay page|link|autopay|branch|routing)\b"),
)  # fmt: skip
