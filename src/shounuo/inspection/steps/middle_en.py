"""English shapes of the middle of a call: facts told, the reason asked after, what lawfully follows, another way offered."""

from __future__ import annotations

from shounuo.inspection.steps.asking_en import NUMBER, SUM
from shounuo.kernel.patterns import quick_pattern

# Words that make a figure one that is owed.
OWED = quick_pattern(
    r"\b(?:past (?:due|do)|overdue|behind|ow(?:e|es|ed|ing)|late|due|balance|sitting|open|left|unpaid|short|still|outstanding|delinquent|judgment|charged off|comes? (?:out )?to|total\w*|minimum|missed|(?:not|n't|never) (?:been )?(?:paid|received)|(?:you're|youre|you are|it's|stands?|sits?|is) (?:at|down)|you're showing|(?:has|got|have|had|shows?) you (?:at|down|for|with)|bill(?:ed)?|collect a debt|debt collector|account|card|loan|contract|note|lease|draft|statement|payment)\b"
)
FIGURE = quick_pattern(
    rf"\b(?:{SUM})|\$\s?\d|\b\d[\d,]*\.\d\d\b|\b{NUMBER}(?:[ -](?:and )?{NUMBER})+\b"
)
DAYS_LATE = quick_pattern(rf"\b{NUMBER}(?:[ -]{NUMBER})* (?:days?|months?|payments?)\b")
LATE = quick_pattern(
    r"\b(?:past (?:due|do)|overdue|behind|late|down|delinquent|missed|out|owed?)\b"
)

_CAUSE = r"(?:money|tight|short\b|income|hours|work(?:ing)?|jobs?|slow|temporary|oversight|slip(?:ped)?|forg[eo]t|mix-?up|mistake|hard(?:er)?\b|troubles?|problems?|difficult\w*|change[sd]?|happen(?:ed)?|switch(?:ed)?|time|means|reason|health|sick|business|open again|running|block|deposit|going on|in the way|wrong|know (?:about|which)|didn't know|aware|agree|paycheck|cash flow|figured|keeping you|holding|stopping)"
PROBE = quick_pattern(
    r"\b(?:what's|whats|what is) (?:the story|up with|your situation|been happening|happening)\b|\bwhat seems to be\b|\bhaving (?:a hard|a rough|a tough|trouble|some|difficult)\b|\b(?:did|do|were|have) you (?:\w+ )?(?:get|got|receive[d]?|see|seen|aware|know about) (?:the|that|a|any|our|about) (?:\w+ )?(?:bill|letter|statement|notice|invoice)|\bhow long (?:have you been|were you|has it been|will you be)\b|\bhow are you getting by\b|\bwhat do you do for (?:work|a living)\b|\beverything (?:okay|all right|alright)\b|\bis it a (?:question|matter|case) of\b|\bis (?:it|this|that) (?:just )?(?:that|because)\b|\bhard times\b|\bmoney trouble\b"
    r"|"
    rf"\b(?:is|was|were|are|isn't|wasn't) (?:it|this|that|there|something|anything|the \w+|he|she|your \w+|business|things|work)\b.{{0,50}}?\b{_CAUSE}"
    rf"|\bor (?:is|was|are|were) (?:it|you|there|business|something|money|that)\b(?! (?:okay|better|this))|\b(?:did|do|does|has|have|had|might|could) (?:you|your|y'all|something|anything|somebody|someone|there|it|a|the)\b.{{0,40}}?\b(?:change[sd]?|happen(?:ed)?|los[et]|cut|switch(?:ed)?|forg[eo]t|slip(?:ped)?|trouble|problem|difficult\w*|hardship|setback|emergency|block|deposit|keeping|come up|go wrong|get in the way)\b"
    r"|\bwhat(?:'s|s| is| has| had)? (?:it )?(?:been )?(?:got (?:you|it|this)|get (?:you|it|this)|happened|caused|changed|made|led|kept|keeps|keeping|put you|set you|took|brought|knocked|threw|been going on|going on|holding|the (?:reason|trouble|problem|hold ?up|story|situation)|behind (?:it|that|this))\b|\bwhat (?:happened|changed|made)\b|\bwhat does (?:it|a|your) \w*.{0,20}\b(?:take in|bring in|look like|clear)"
    r"|\bhow(?:'d| did| come| do| has)\b.{0,25}\b(?:come to|get (?:behind|missed|here|to|away)|fall|fell|end up|happen|missed|come (?:about|up short))\b|\bhow come\b|\bhow(?:'s| is| are|'re) (?:he|she|your|that|it|everything|work|business|things|your income|the job)\b|\b(?:any |a |there |what |was |is )(?:like )?(?:a |the )?reason\b(?! (?:i'm|i am|we're|i called|for (?:my|the|this) call|to))|\breason (?:why|you|that (?!i)|it|nothing|the)\b|\bwhy (?:did|was|is|were|the|have|haven't|hasn't|wasn't|weren't|didn't|isn't|it|you)\b"
    r"|\b(?:back at work|back to work|running again|(?:hours|work|business|things) (?:might |will |may )?(?:pick(?:ing)? (?:back )?up|coming back))\b|\bpick(?:ing)? back up\b|\bcoming back (?:up|around)|\bany(?:thing)? (?:changed?|hardship|going on|keeping|stopping|we should know)|\bslip(?:ped)? your mind\b|\bare you (?:still )?(?:working|employed|short)\b|\btell me (?:a (?:bit|little) )?(?:more )?about (?!the (?!situation))|\btell me what(?:'s| has| is)? (?:been |going |happen)|\bmind (?:me asking|sharing|telling)|\bwhen (?:do|did|will|might) (?:you|your) (?:\w+ )?(?:get paid|go back|start|expect|hours|check|next)"
)
NOT_PROBE = quick_pattern(
    r"\bany(?:thing)? (?:other )?questions?|\banything else\b|\bis (?:this|that) (?:a good time|something you'd|okay|all right|a bad)\b|\b(?:safe|hurting yourself|thinking (?:about|of))\b.{0,30}|\bright now or\b"
)

_MAY = r"(?:(?<!you )(?<!i )(?<!they )(?:may|might|could|can|will|would)(?!'t)|(?<=they )may|(?<=they) may|(?:it|that|this)'ll|(?:is|'s|its|it's) (?:going to|gonna)|allows?|lets?|authori[sz]ed|they'd decide)"
_STEP = r"(?:refer\w*|sue\b|suit\b(?! you)|lawsuit|counsel|attorneys?(?! general)|lawyers?|(?:small claims )?court\b|judge\b|judgment|garnish\w*|levy|wages?|marshal|disconnect\w*|shut[ -]?off|cut[ -]?off|repossess\w*|report(?:ed|ing|s)?\b|credit (?:bureaus?|report|score|file)|on your credit|bureaus?|(?:late|returned\w*) (?:payment )?(?:fees?|charges?)|interest|charge[sd]? off|collections? agency|legal action|foreclos\w*|lien)"
CONSEQUENCE = quick_pattern(
    rf"\b{_MAY}\b(?:(?! (?:not|never)\b).){{0,60}}?\b{_STEP}|\b(?:goes|go|going|sent|moves?|moving|headed|turned over) (?:over )?(?:to|on) (?:\w+ ){{0,2}}(?:attorneys?|lawyers?|counsel|bureaus?|credit|collections)\b|\bcharges? off\b|\bthere(?:'s|s| is|'ll be| will be) (?:a|an) (?:[\w'-]+ ){{0,3}}(?:fee|charge|penalty)\b|\b(?:fee|late charge) (?:after|goes|kicks|applies)\b"
    r"|\b(?:fees?|charge|penalty) (?:will|gets?|is going to|would) (?:be )?(?:added|apply|applied|assessed|charged)\b|\b(?:interest|late fees?)(?: \w+)? (?:keeps?|continues?|runs?|running|accru\w+|adds?|goes|builds?)\b|\b(?:shows?|showing|reported|reports?|reporting) (?:as )?(?:past (?:due|do)|late|delinquent|to the)\b|\bstay(?:s|ing)? on your|\b(?:continue|keep)s? (?:to be )?report\w*|\bcredit bureaus?\b|\bsend (?:you )?a (?:disconnect|shut ?off|demand)\b"
)
# Advice where to go, and what is said to move nothing.
NOT_CONSEQUENCE = quick_pattern(
    r"\bhave you in\b|\b(?:you|may want to|you can|you should|please) (?:\w+ )?(?:see|talk to|ask|call|contact|consult|get|speak to|report|answer) (?:\w+ ){0,3}(?:lawyer|attorney|court|bureaus?)\b|\battorney general\b|\bto us and to the credit bureaus\b|\b(?:doesn't|doesnt|does not|don't|won't|wont) (?:stop|move|change)\b.{0,20}"
)
# What is promised to be taken off the record.
WIPED = quick_pattern(
    r"\b(?:wip|remov|delet|clear|fix|correct)\w*\b.{0,40}\b(?:off|clean|bureaus?|from your)\b|\b(?:tak|get|pull)\w*\b.{0,30}\boff\b|\bbureaus a letter\b"
)
TOO_OLD = quick_pattern(
    r"\btoo old\b|\bstatute\b|\btime.?barred\b|\b(?:six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|so many|that many|\d+) years? (?:old|ago|back)\b|\bcan't (?:even )?sue\b|\b(?:from|since|back in) (?:19|20)\d\d\b|\byears old\b"
)
_TERM = rf"{NUMBER}(?:[ -]{NUMBER})*"
OFFER = quick_pattern(
    r"\b(?:(?:payment|hardship|repayment|monthly) )?plan\b|\bhardship\b|\bsettle(?:ment)?\b(?! (?:up|sleep))|\barrangements?\b|\bextension\b|\bdefer\w*|\b(?:lower|smaller|reduced?) (?:the |your |a )?(?:payments?|amounts?)|\bsplit\b|\binstal?lments?\b|\bpartial\b|\b(?:move|push|change|shift) (?:your|the|that) (?:due|payment) date|\bprogram\b|\bpay half|\bwaive\b|\breduc\w*|\bpayments of\b|\b(?:break|chop|cut|spread|stretch|divide) (?:it|that|this|the \w+)(?: \w+)? (?:up|down|out|in|into|over)\b|\b(?:first|small|smaller|down) payment\b|\bmore realistic|\bstart with (?!the)|\bstarted (?:at|with)\b|\b(?:two|three|four|five|six|twelve) payments"
    rf"|\b{_TERM} months\b.{{0,12}}?(?:at|of|for)\b|\b(?:for|over|in|across) {_TERM} months\b|\b(?:a|whatever|any) monthly\b|\b(?:take|knock\w*|cut) (?:{SUM}|half) (?:of it |of that )?off|\b(?:half|a little|{SUM}) (?:of it )?(?:now|today|tonight) and\b|\bcarry(?:ing)? it over\b"
    r"|\b(?:put in|send (?:in|up)?|submit|take|pass|get you|mail you|has|have) (?:\w+ ){0,4}(?:request|proposal|application)\b|\b(?:charity|assistance|financial|hardship|guarantor) (?:\w+ )?(?:form|application|packet)\b|\bworkout team\b|\bcommittee\b|\bi(?:'ll| will| can) ask (?:\w+ ){1,3}for\b|\b(?:re-?run|run it again|run the draft again|pull again|switch the draft)\b|\bor (?:you can |would you rather )?(?:pay|come in|come) (?:in |to |at |by )*(?:the|a) (?:branch|counter|office)\b|\b(?:new account|new card) in (?:online|under)\b|\bor do you want\b.{0,20}\b(?:two|three|parts)\b"
)
NOT_OFFER = quick_pattern(
    rf"\b(?:no|not|can't|cannot|don't|won't|aren't any|isn't any|aren't|never)\b.{{0,20}}\b(?:plans?|settlements?|hardship|arrangements?|extensions?|partial)|\bextension (?:number )?{NUMBER}|\bhelp with a plan\b|\b(?:you're|you are|your|on (?:a|the|your)) plan\b|\bsettle (?:down|up)\b|\btake (?:this|your|the|that) (?:number|name|phone) off\b"
)
