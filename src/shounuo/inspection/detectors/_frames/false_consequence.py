"""Ways of announcing what cannot follow (`NEVER`), or cannot at this stage (`STAGE`)."""

from __future__ import annotations

import re

from shounuo.inspection.frames import frames
from shounuo.inspection.frames.kinds import Kind
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.kernel.text import Text

_CLERICAL = re.compile(
    r"过期|挂失|更新|换证|补办|交易功能|额度|恢复|解除|停用|是吧$|进展|冻结了交易|reported stolen|closed and|expired"
)


def _not_clerical(reading: Reading, turn: TurnReading) -> bool:
    """Not a bank's own blocking of a card, nor papers that have run out."""
    return not _CLERICAL.search(turn.text)


def _not_filed(reading: Reading, turn: TurnReading) -> bool:
    return reading.context.litigation == "none" and _not_clerical(reading, turn)


def _not_judged(reading: Reading, turn: TurnReading) -> bool:
    return reading.context.litigation != "judgment" and _not_clerical(reading, turn)


NEVER = (
    Kind(
        Text(
            "普通逾期属民事纠纷，以刑事后果相告不实",
            "An ordinary arrear is a civil matter; criminal consequences are invented",
        ),
        zh=frames(
            "zh",
            """
            jail: (?:坐牢|坐班房|蹲大牢|蹲监狱|蹲局子|吃牢饭|牢饭|判刑|判[您你]?几年|判个几年|有期徒刑|刑拘|逮捕|通缉|网逃|追逃|进去蹲|进局子|进去待|进去呆|关进去|关起来|关几天|关[您你]几|拘留|拘役|留案底|案底|铐)
            arrest: (?:警察|民警|公安|派出所|经侦|法警|法院|我们|直接|派人|来人|上门|就|会|要)..(?:抓[您你人]|把[您你].{0,3}(?:抓|带走|铐|关)|来抓|带[您你]走|抓走|抓起来|传唤|拘)
            turns_criminal: (?:自动|直接|马上|就|会|要|可以|已经|够|达到|构成|转(?:成|为)?|变成|算|够得上)..(?:刑事|犯罪|立案标准|刑案|诈骗|涉嫌)
            crime: (?:[您你]|这|已经|属于|构成|涉嫌|算|就是|按|定|告).{0,8}(?:诈骗|骗贷|犯罪|犯法|刑事|恶意透支罪|恶意逃废债|违法犯罪|恶意透支).{0,4}
            report_police: (?:我们|我|银行|公司|这边|法务|已经|马上|就|直接|只能|明天|今天)..(?:报警|报案|移送公安|移交公安|移交经侦|移送司法|移交司法|交给公安|交公安|公安立案|刑事立案|刑事报案|走刑事).{0,6}
            police_come: {authority} ....(?:找[您你]|上门|来[您你]家|去[您你]家|到[您你]家|已经在|在路上|出警|传唤|带走|介入|约谈|联系[您你]|请[您你](?:去|过去)|抓)
            """,
        ),
        en=frames(
            "en",
            """
            arrest: (?:you|you'll|you're|they'll|they|we'll|we|getting|get|be|have_you|police|sheriff|deputies|deputy|cops|officers|someone)..{criminal}
            police_come: (?:police|sheriff\\w*|deputies|deputy|cops|officers?|marshals?|constable)..(?:come|coming|show|knock\\w*|pick_you_up|at_your|visit|get_you|find_you|haul|involved|out_there)
            warrant: (?:warrant|warrants|criminal_charges|felony_charges|charges|bad_check_charges|fraud_charges)..(?:out|for|issued|filed|pending|against|will|on|with|be|pressed|being)
            time: (?:people|folks|you'll|you|they)_(?:do|get|serve|facing|looking_at)_(?:\\w+_){0,2}(?:days|months|years)_(?:for|in|behind|over)
            jury: (?:grand_jury|in_front_of_a_jury|to_a_judge|to_the_judge|explain_(?:it|that|this)_to_(?:a|the)_(?:judge|court|jury))
            crime_is: (?:this_is|that's|it's|that_is|considered|counts_as|amounts_to|called|committed|committing|guilty_of)..(?:fraud|theft|stealing|a_crime|criminal|a_felony|larceny|bank_fraud|wire_fraud)
            is_felony: (?:is|it's|that's|makes_it|becomes)_(?:a_|an_|actually_a_|technically_a_)(?:felony|crime|misdemeanor|criminal_matter|criminal_offense)
            """,
        ),
        confidence=0.9,
    ),
    Kind(
        Text(
            "一般逾期不影响子女政审、入学、就业，属虚构后果",
            "An arrear does not bar children from school, exams or service; invented",
        ),
        zh=frames(
            "zh",
            """
            posterity: (?:{child|kin}|下一代|三代|以后|将来|后代) .... {posterity} .... (?:{cannot}|(?<!不会)(?<!不)影响|限制)
            kin_credit: (?<!不会)(?<!不)(?:影响|连累|牵连|耽误)[您你]?的?(?:家人|家属|家里人|亲属|配偶|老婆|老公|父母|兄弟|姐妹)..(?:贷款|信用|征信|办(?:理)?|买房|工作|出行)
            posterity_any: {child} & {posterity} & {cannot}
            school_checks: {child} & (?:学校|幼儿园|小学|公办|私立|入学|录取)..(?:查|审|看|调|不收|退|不要|不录|不让) & (?:征信|失信|退|不收|不录|不要|家长|黑名单|记录)
            posterity_short: {child} ....(?:影响|耽误|连累|牵连|受限|害|毁|背|过不).{0,8}
            politics: 政审..(?:{cannot}|过不|通不过|受影响|卡|黄|影响)
            school_block: (?:影响|耽误|连累|害|毁).{0,6}{child}.{0,8}(?:上学|读书|升学|前途|考|当兵|入学|政审|找工作|前程)?
            kin_pays: (?:父债子还|子债父还|夫债妻还)
            kin_liable: (?:{spouse|child|parent|kin}).{0,8}(?:名下|工资|房子|账户|征信|银行卡|存款).{0,8}(?:也|都|一起|一并|一样|跟着).{0,8}(?:查|封|冻|扣|执行|上|黑|影响|列|受)
            kin_talked: (?:{child|kin|spouse}|妹妹|弟弟|姐姐|哥哥).{0,8}(?:单位|学校|部队|老师|领导).{0,8}(?:找|谈话|处分|开除|影响|通知|知道|不收|不要|劝退)
            schools: (?:高中|大学|小学|初中|重点|学校|幼儿园|部队|公务员).{0,6}(?:不收|不要|不录|不让|进不|上不|退)
            whole_family: (?:全家|一家人?|家里人|家人|家庭成员)(?:的)?(?!.{0,3}(?:知道|晓得))..(?:征信|信用|贷款|失信|黑名单|受影响|别想|坐不了)
            kin_list: (?:{spouse|child|parent|kin}).{0,6}(?:也|都|一起|一样|跟着).{0,6}(?:上黑名单|列入|征信|失信|老赖|受限|坐不了|背(?:上)?债|要还|得还|被执行|起诉)
            """,
        ),
        en=frames(
            "en",
            """
            kids_wont: {child} ....(?:won't|can't|not|never)..(?:qualify|get|eligible|able)..(?:loan|loans|aid|college|school|scholarship\\w*)
            kids: {child} ....(?:college|school|scholarship|financial_aid|credit|enlist|future)..(?:won't|can't|not|ruin\\w*|affect\\w*|hurt|denied|lose|gone|blocked|too|mess\\w*)
            deport: (?:you|you'll|they'll|we'll|get|be|getting|your|immigration|ins|ice)..{deport}
            kids_taken: (?:cps|child_services|child_protective|the_state|custody|they)..(?:take|lose|taken|away|involved|call|called|called_on)..(?:kids|children|custody|you|son|daughter|baby)?
            """,
        ),
        confidence=0.85,
        shelters=frozenset(("denied", "denied_after", "quoted", "warned", "address")),
    ),
    Kind(
        Text(
            "以停用证件、社保、手机等法律没有规定的后果相告",
            "Tells of papers, benefits or services being stopped, which no law provides for",
        ),
        zh=frames(
            "zh",
            """
            papers: {entitlement} (?!.{0,12}(?:没有?关系|不会|不影响))....(?:冻结|停|注销(?!证明)|吊销|作废|取消|用不了|用不成|不能用|没法用|(?<!时间)限制|锁|没收|扣|拿不到|领不|封|(?<!不)受影响|报不了|失效|办不了|办不下来|办不成|保不住|黄)
            stop_papers: (?:冻结|停掉|停发|停用|注销|吊销|取消|扣掉|扣光|冻|停了|封掉|封了|限制)(?:了)?[您你]?(?:的|家|全家|名下)?..{entitlement}
            wallet: (?:微信|支付宝|手机|花呗)(?:账号|账户|支付|余额)?(?:和微信|和支付宝|也|都|就|会|要|全|马上|给)*(?:被)?(?:冻结|封|停|用不了|限制|锁|用不成)
            fired: (?<!活该被)(?<!活该)(?:单位|公司|学校|工作|饭碗|编制|岗位|老板|领导).{0,6}(?:开除|辞退|保不住|待不住|呆不住|待不下去|不要[您你]|丢|没了|炒|黄|干不成|劝退|处分)
            fire_you: (?:开除|辞退|炒|劝退)[您你他她]
            forever: (?:征信|信用|记录|黑名单|污点|黑点).{0,12}(?:一辈子|终身|终生|永久|永远|这辈子|十年|二十年|洗不|消不|抹不|跟着?[您你](?:走|到老|进棺材))
            forever_rev: (?:一辈子|终身|终生|永久|永远|这辈子).{0,10}(?:征信|黑户|黑名单|污点|贷不|记录|信用|不能贷|买不了房|翻不了身)
            black_house: (?:变|成|当|就是|列|拉|进)(?:成|为|了|入)?..黑户
            cant_account: (?:国内|全国|所有|任何|哪家)..(?:银行|平台)..(?:都|也)..(?:不能|不给|封|拉黑|开不了|办不了|冻结)
            """,
        ),
        en=frames(
            "en",
            """
            benefit: (?:take|taking|garnish|freeze|stop|stopping|cut|cut_off|seize|go_into|get_into|touch|go_after|come_after|dip_into|pull|hit|levy|intercept|suspend|revoke|lose|cancel|piece_of)..(?:your|that|the|his|her)..{entitlement}
            benefit_gone: (?:your|that)_{entitlement} ..(?:gone|stopped|frozen|cut|suspended|revoked|pulled|at_risk|on_the_line|garnished|taken|cancelled|canceled|flagged|won't)
            fired: (?:lose|cost_you|kiss|goodbye_to|fired_from|get_you_fired|terminated)..(?:your_)?(?:job|position|fired|career)
            forever: (?:credit|record|report|score|file|stain|mark)....(?:forever|for_life|permanent|permanently|rest_of_your_life|never_come\\w*_off|never_goes_away|ruined_for_life)
            forever_rev: (?:never|no_one_will_ever|nobody_will_ever)_(?:be_able_to_)?(?:get|buy|rent|qualify|have|own|lend)..(?:loan|house|car|apartment|credit|you|again|anything)
            """,
        ),
        confidence=0.85,
        shelters=frozenset(("denied", "denied_after", "quoted", "warned", "address")),
    ),
)

STAGE = (
    Kind(
        Text(
            "案件未起诉，却称已进入或即将完成司法程序",
            "No case has been filed, yet a court step is said to be done or under way",
        ),
        zh=frames(
            "zh",
            """
            done: {done_mark}..(?:立案|起诉|传票|开庭|判决|裁定|查封|冻结|保全|强制执行|强执|执行局|执行程序|执行阶段|拍卖|法拍|受理|案号|应诉|缺席|诉讼程序|司法程序|司法流程|诉讼流程|法院|诉状|起诉书|排期|立案庭|诉讼材料|划扣|调查令)
            court_done: (?:立案|起诉|传票|开庭|判决|裁定|查封|冻结|保全|强制执行|受理|法院|诉状|起诉书|案子|案件|诉讼材料|起诉材料|立案材料|排期|执行)..(?:都|也|书|庭|通知|书都|那边)?..(?:已经|了吧|下来了|出来了|寄出|发出|送达|递过去|递上去|递到|交上去|提交|排上|排好|在路上|到了|批下来|批了|走完|走到|通过了|生效|在走|正在|正式|走查封|走流程|定了|签发|盖章|盖了章|生成|进入|转到|移交)
            court_now: (?:明天|今天下午|今天|下午|今晚|后天|马上|立刻|立马|直接|即刻|当天|这两天|这几天|本周|这周|下周[一二三四五]?|下礼拜.?|周[一二三四五]|星期.|月底|过两天|二十四小时|四十八小时|随时|一到点)..(?:给[您你]|对[您你]|把[您你]的?|就|会|要|来|去|[您你]的?|全部|正式|法院)*..(?:立案|起诉|发传票|开庭|判决|查封|冻结|保全|强制执行|强执|拍卖|扣划|划扣|封门|贴封条|限高|上失信|列入失信|拉黑名单|移交法院|提交法院|递交法院|送法院|上法院|法院)
            summons: (?:法院)?传票..(?:寄|发|送|到|收|下|签收|查看|领)
            to_you: (?:法院|法官|执行局|法警|执行法官|书记员|立案庭).{0,8}(?:联系[您你]|上门|找[您你]|通知[您你]|去[您你]|来[您你]|给[您你]|打电话|的人|定了|催)
            court_date: (?:开庭)..(?:时间|日期|日子|[一二三四五六七八九十两]+(?:月|号|天))
            """,
        ),
        en=frames(
            "en",
            """
            turned_over: (?:turned_over|handed_over|submitted|sent|referred|forwarded|moved)_(?:\\w+_){0,2}(?:to_the|to_a|to)_(?:\\w+_)?(?:court|judge|courthouse|clerk)
            judge_signs: judge..(?:signs|signed|signing|approves|approved|rules|ruled|tomorrow|friday|monday|today)
            done: (?:already|been|being|was|were|has|have|just|is|are|got|we|we've|they've|they|now)_(?:\\w+_){0,3}(?:filed|served|sued|docketed|drawn_up|submitted_to_the_court|garnished|levied|signed_off_by_the_judge)
            case_open: (?:lawsuit|suit|summons|case|complaint|judgment|judgement|garnishment|writ|lien|levy|subpoena|court_papers|papers|court_date|hearing|docket)_(?:against_you|in_your_name|with_your_name|on_you|has|has_been|was|is|already|on_its_way|on_the_way|number|going_out|goes_out|gets|is_being|is_set|scheduled|set|coming|signed|being|ready|issued|filed|pending|entered)
            your_court: (?:your|the|a)_(?:court_date|hearing|court_case|case_number|docket_number|summons)..(?:is|set|on|scheduled|for|tomorrow|monday|tuesday|wednesday|thursday|friday|next|this)
            process: (?:process_server|sheriff|deputy|marshal|constable|server|court)..(?:coming|come|out|be_there|on_the_way|at_your|serve|serving|deliver\\w*|knock\\w*|show)
            """,
        ),
        confidence=0.85,
        when=_not_filed,
    ),
    Kind(
        Text(
            "未经判决即称将查封、扣划、限制高消费或列入失信名单",
            "Seizure, travel limits or a defaulters' list are stated as certain without a judgment",
        ),
        zh=frames(
            "zh",
            """
            asset_seized: {asset} ....(?:冻结|查封|没收|收走|收掉|拍卖|法拍|扣走|扣光|扣完|划走|划扣|扣划|拉走|搬走|封条|封了|封掉|锁死|保不住|要封|被封|收了去|收回)
            seize_asset: (?:冻结|查封|没收|收走|收掉|拍卖|法拍|扣走|扣光|划走|划扣|扣划|拉走|搬走|封掉|封了|封|执行|扣)(?:了)?[您你](?:的|家|名下|所有|全部|那|这)*..{asset}
            list: (?:上|进|列入|列进|拉进|拉入|拉|纳入|进入|成|变成|当|列为|录入|登上|加入)(?:了|到|成|为)?(?:个)?(?:法院的?|全国|国家|失信|网上|我们的?|银行|行业|信用)*..(?:失信|老赖|黑名单|限高|限制高消费|被执行人|不良信用库)
            laolai: (?:成了|变|变成|列为|打成).{0,3}老赖(?!是)
            travel: {travel} ....(?:坐不了|不能坐|买不了|买不成|别想|不让|限制|出不了|坐不成|不能买|禁止|都不行|没法|住不了|上不了|别坐|也别)
            cant_travel: (?:坐不了|不能坐|买不了|买不成|别想坐|别想买|限制|不让[您你]?(?:坐|出)|出不了|禁止|住不了|不能(?:出境|出国)|限制)..{travel}
            """,
        ),
        en=frames(
            "en",
            """
            percent: (?:percent|half|quarter|piece|part|chunk|portion|twenty-five)..(?:of|out_of|from)_(?:your|every|each|the)_(?:next_)?(?:paycheck|check|wages|pay|salary|deposit|refund)
            seize: (?:we'll|we_will|they'll|they_will|we're_going_to|we're_gonna|going_to|gonna|they_can|we_can|will|have_to|starting|about_to|gets|be|they|start)_(?:\\w+_){0,3}{seize} ..{asset}
            asset_gone: (?:your|the|that)_{asset} ..(?:is_going_to_be|are_going_to_be|will_be|gets|be|get|gonna_be|is_getting|is_about_to_be|is|are)_(?:garnished|frozen|seized|levied|taken|attached|repossessed|foreclosed|locked|gone|cleaned_out|emptied)
            have_seized: (?:have|get|getting|having)_(?:your|that|the)_{asset} ..(?:frozen|seized|levied|garnished|attached|locked|taken|repossessed)
            employer: (?:employer|boss|payroll|job|work)..(?:gets|get|receives|will_get|getting|notified|served|served_with)..(?:garnishment|order|papers|notice|withhold\\w*)
            garnish: (?:we'll|we_will|they'll|they_will|we're_going_to|going_to|gonna|start|starts|starting|before_we|before_they)_(?:be_)?(?:garnish\\w*|levy\\w*|seiz\\w*|repo\\w*|foreclos\\w*|freez\\w*)
            lien: (?:put|putting|place|placing|slap|slapping|file|filing)_(?:a_|the_)?(?:lien|levy|freeze|hold|garnishment|attachment)_on
            """,
        ),
        confidence=0.8,
        when=_not_judged,
    ),
)

_SUIT_THREAT = (
    Kind(
        Text(
            "未获授权的起诉安排被说成必然且在即",
            "A suit that nobody authorised is stated as certain and near",
        ),
        zh=frames(
            "zh",
            """
            sue_now: (?:明天|今天|下午|今晚|后天|马上|立刻|立马|直接|这两天|这几天|本周|这周|下周|下礼拜|周.|月底)..(?:就|会|要|给|把|对|正式|统一|安排|[您你的])*..(?:起诉|走诉讼|走法律程序|上诉|转法务|移交法务|移交律师|转律师|交律师|发律师函|立案|提起诉讼|法诉)
            """,
        ),
        en=frames(
            "en",
            """
            sue: (?:we'll|we_will|we're|we_are|they'll|they_will|they're)_(?:going_to_|gonna_|just_)?(?:sue|suing|file_suit|file_a_lawsuit|take_you_to_court|see_you_in_court|filing)
            """,
        ),
        confidence=0.7,
        when=lambda reading, turn: (
            reading.context.litigation == "none"
            and "legal_referral" not in reading.context.authorised_actions
        ),
    ),
)

BY_STAGE = (*STAGE, *_SUIT_THREAT)
