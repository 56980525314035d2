"""English frames of the customer call."""

from __future__ import annotations

import re

from shounuo.inspection.steps.frames import Frames

_NUMBER = r"(?:\$?\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|grand)"
_DAY = (
    r"(?:today|tonight|tomorrow|this (?:week|month|morning|afternoon|evening)|next (?:week|month)|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|payday|january|february|march|april|may|june|july|august|september|october|november|december|the (?:\d+(?:st|nd|rd|th)|first|second|third|fifth|tenth|\w+teenth|twentieth|thirtieth)|end of (?:the )?(?:day|week|month)|right now|by \w+|what day|when)"
)
_PAY = r"(?:pay|send|make (?:a|the|that) payment|put (?:something|\$?\w+) (?:down|on|toward)|take care of|bring (?:it|the account|that) current|clear|settle|catch up|get (?:something|that|it|this) (?:done|taken care|paid|handled)|cover|do (?:it|that|this|something|anything|the|a|\$|\w+ (?:hundred|fifty|dollars)))"

FRAMES = Frames(
    strong_debt=re.compile(r"past due|overdue|behind|owe|days|still open|sitting at|delinquent|balance of|outstanding"),
    late=re.compile(r"late|missed|loan|card|account|balance|was due|minimum|still open"),
    debt=re.compile(
        r"past due|overdue|behind|owe[sd]?|owing|balance|due|payment|loan|account|card|delinquent|outstanding|still open|sitting at|missed"
    ),
    figure=re.compile(rf"\$\s?\d|\b{_NUMBER}(?:[ -](?:and )?{_NUMBER})*(?: dollars| bucks| days?| months?| even| cents)|\b\w+teen (?:hundred|\w+ty)|\b{_NUMBER} (?:hundred|thousand)"),
    amount=re.compile(rf"\$\s?\d|\b{_NUMBER}(?:[ -](?:and )?{_NUMBER})+|\b{_NUMBER} (?:dollars|bucks|cents)|\b{_NUMBER}\b"),
    days=re.compile(rf"\b{_NUMBER}(?:[ -]{_NUMBER})* (?:days?|months?)|ending in [\d ]+|last four"),
    ask=re.compile(
        rf"\b(?:can|could|are|will|would|do|how|what|when|which) (?:you|much|can you|about|soon|day|would you|do you|could you|would work)\b.{{0,60}}\b(?:{_PAY}|{_DAY}|afford|work(?:s)? (?:better|best)|able to|manage|realistic|comfortable|resolve|handle)\b"
        rf"|\b(?:if you|you can|you could|let's|we can|we could|i need you to|i'd like (?:you )?to|how about|what about|you) {_PAY}\b.{{0,50}}"
        rf"|\b(?:pay|take care of|get something done|settle|handle) (?:it|this|that|the \w+).{{0,20}}\b{_DAY}|\bwhat(?:'s| is| can| could| would) (?:you |be )?(?:realistic|doable|afford|manage|work)|\b(?:set (?:something|it|that|a payment) up|get a payment|take (?:that|a|the|your) payment|get (?:something|a payment) (?:from|in|scheduled|set)|any way you|could you do|can you do|(?:tomorrow|today|friday|monday) work)\b|\bhow would you like to (?:pay|handle|take care)|\bwould you be able to|\bwhat can you (?:do|pay)|\bwhat (?:feels|sounds|would be) (?:doable|possible|right)|\b(?:would you like|want) (?:it|us|me|that) to (?:draft|run|take|process|pull)|\bget (?:that|it|this) (?:paid|taken care of)|\bwant (?:it|this|that) (?:handled|paid|taken care of|done)|\b(?:zelle|venmo|cash ?app|wire|send) me\b|\bwhat are (?:we|you) (?:doing|going to do) (?:about|with)|\bcard number\b|\b(?:one|a payment|that) (?:each|every|a) (?:month|week) work|\bborrow (?:it|against|from)"
    ),
    not_ask=re.compile(r"\b(?:don't|do not|not) (?:have to|need to|asking you to|going to ask|here to ask) pay|\bstop calls\b|\b(?:not|never|n't)\b.{0,30}\bsend (?:any )?(?:money|anything)|\bknow when your\b|\bwhat can you tell\b"),
    probe=re.compile(
        r"\b(?:back at work|back to work|running again|pick(?:ing)? (?:back )?up|what does (?:a|your) (?:paycheck|week|month|income) look|when (?:do|did|will|might) your)|\bwhat (?:happened|caused|changed|'s going on|is going on|made|led|got in the way|kept you)|\bcoming back (?:up|around)|\bhow(?:'s| is) (?:he|she|your|that|it|everything)|\bwhat's (?:going on|been going on|the reason|behind)|\breason (?:for|why|you|that)|\bhow come\b|\bwhy (?:did|was|is|were|the|have|haven't)\b|\bany(?:thing)? (?:changed?|hardship|going on)|\bare you (?:still )?(?:working|employed)"
        r"|\b(?:did|has|have) (?:you|your|something|anything) .{0,30}(?:change|happen|lose|lost|cut|switch)|\bis (?:it|this|that) (?:a )?(?:temporary|because)|\btell me (?:a (?:bit|little) )?(?:more )?about|\bhow(?:'s| is| are) (?:work|business|things|your income|the job)|\bmind (?:me asking|sharing|telling)|\b(?:is|was) (?:there|it|this|that) (?:a |an |any |just |some )*(?:reason|oversight|mistake|something|temporary|mix-?up|forgot)|\b(?:have|has|had) (?:you|your|there|something) .{0,24}(?:hardship|trouble|problem|difficult|setback|happened|emergency)|\bwhy (?:wasn't|weren't|didn't|hasn't|isn't)|\bgot (?:missed|behind)\b.{0,10}\bhow|\bwhen (?:do|did|will) you (?:get paid|go back|start|expect)"
    ),
    not_probe=re.compile(r"\bany(?:thing)? (?:other )?questions?|\banything else\b"),
    consequence=re.compile(
        r"\b(?:may|might|could|can|will|would|still|continue|keep|keeps|continues)\b.{0,40}\b(?:report(?:ed|ing)?|credit (?:bureau|report|score|file)|bureaus|late fees?|fees?|interest|accru\w+|legal action|lawsuit|attorney|court|charge[sd]? off)"
        r"|\b(?:shows?|showing|reported|reports|reporting) (?:as )?(?:past due|late|delinquent|to the)|\b(?:interest|late fees?) (?:keeps?|continues?|will|is|are|still)|\bcredit bureaus?\b"
    ),
    offer=re.compile(
        r"\b(?:payment |hardship |repayment |monthly )?plan\b|\bhardship\b|\bsettle(?:ment)?\b(?! up)|\barrangement\b|\bextension\b|\bdefer\w*|\blower (?:payment|amount)|\bsmaller (?:payment|amount)|\bsplit\b|\binstal?lments?\b|\bpartial\b|\b(?:move|push|change|shift) (?:your|the|that) (?:due|payment) date|\bprogram\b|\bpay half|\bwaive\b|\breduce\w*|\btwo payments|\bthree payments|\bpayments of\b|\bbreak (?:it|that|this) (?:up|down)|\b(?:first|small|smaller|down) payment\b|\bmore realistic|\bstart with\b|\b(?:two|three|four|five|six|twelve) payments"
    ),
    not_offer=re.compile(r"\b(?:no|not|can't|cannot|don't|won't|aren't any|isn't any|never)\b.{0,20}\b(?:plans?|settlements?|hardship|arrangements?|extensions?|partial)"),
    confirm=re.compile(
        r"\b(?:confirm|so (?:that's|that is|we have|i have|you're|just)|to recap|let me (?:repeat|read|recap|confirm|go over)|perfect|great|okay so|alright so|got it|i(?:'ll| will| have) (?:put|note|set|mark|schedule|got)|set (?:up )?for|scheduled|put you down|good man|correct|is that right|sound right|we're set)\b"
    ),
    day=re.compile(rf"\b{_DAY}\b"),
    method=re.compile(r"\b(?:debit|credit card|card|checking|ach|bank|transfer|check|online|app|website|portal|pay page|link|autopay|branch|routing)\b"),
)  # fmt: skip
