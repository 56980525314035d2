"""Ways of making a debt known to others, or of holding that out."""

from __future__ import annotations

import re

from shounuo.inspection.detectors._lawful_visit import courteous_visit
from shounuo.inspection.frames import frames
from shounuo.inspection.frames.kinds import Kind
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.kernel.text import Text


def _of_the_debtor(reading: Reading, turn: TurnReading) -> bool:
    """Said to the customer, and no visit announced as the rules want it."""
    return (
        reading.context.callee_role != "third_party"
        and not courteous_visit(reading, turn)
        and not re.search("证明|盖章|材料", turn.text)
    )


KINDS = (
    Kind(
        Text("公开或散布债务信息", "Publishes the debt, or says it will be"),
        zh=frames(
            "zh",
            """
            publish_place: {publish}..{public_place|neighbourhood|workplace}
            place_publish: {public_place}....{publish}
            hood_publish: {neighbourhood|workplace} & {publish}
            seen_there: (?:{public_place|neighbourhood|workplace})....(?:看到|看见|写着|贴着|挂着|印着)..[您你]..(?:名字|照片|大名|信息|欠)
            publish_all: {publish}....{everyone|contacts}
            all_publish: {everyone}....{publish}
            contacts_all: {contacts}....(?:打|发|联系|通知|问|找|群发|爆|告诉|一个|挨个|全|都|遍|群呼|逐个|骚扰)
            contacts_seen: (?:{contacts}|亲友名单|亲戚朋友的?(?:号码|电话|名单))..(?:我|咱).{0,6}(?:看得到|看得见|看得一清二楚|全都?有|都有|掌握)
            contacts_rev: (?:打|发|联系|通知|爆|群发|告诉|挨个|全|问|找|群呼|打遍)..{contacts}
            show: (?:照片|身份证|名字|姓名|欠款|欠条|资料|信息|头像|律师函|催收函|函|材料|通知|欠账).{0,10}(?:贴到|贴在|贴你|贴您|贴出|张贴|挂到|挂在|挂网|发到|发给(?:你|您)的?(?:同事|朋友|亲|家|老|单位|领导|老师)|公布|公示|曝光|印|喷|投到|登(?!记|录))
            letter_door: (?:律师函|催收函|函|通知书|公告|大字报|横幅).{0,8}(?:贴|挂|放|送|寄|发).{0,4}(?:到|在|给|去)?[您你].{0,4}(?:单位|公司|门|楼|村|小区|前台|学校|老家|邻居|家门)
            spectacle: (?:敲锣|打鼓|海报|大字报|点名道姓|登(?:报|公告|出)|看热闹|来来往往|喊话|喊名字|制服)....(?:{neighbourhood|workplace|public_place|everyone}|看|顾客|听|公告|街坊)?
            media: (?:电视|报纸|报社|媒体|当地).{0,6}(?:登|播|发|公告|曝光|点名|报道)
            tell_her: (?:女朋友|男朋友|对象|未婚妻|未婚夫|亲家|丈母娘|岳父).{0,12}(?:说说|知道|聊|讲|听|告诉|问问|怎么)
            famous: (?:让|叫|帮|给)[您你]....(?:出名|扬名|上头条|露脸|上热搜|出出名|丢人|丢脸|没脸|抬不起头|颜面)
            """,
        ),
        en=frames(
            "en",
            """
            publish: {publish}....{public_place|neighbourhood|workplace|everyone}
            place_publish: {public_place}....(?:post|posted|posting|tag|put_up|put_your|list|listed|your_name|your_face|your_picture|know_what)
            """,
        ),
        confidence=0.85,
    ),
    Kind(
        Text(
            "以让家人、单位、邻里知道相要挟", "Presses by letting family, work or neighbours know"
        ),
        zh=frames(
            "zh",
            """
            ask_partners: (?:去|就|直接|只能|只好)(?:去)?找[您你](?:们)?的?(?:客户|供应商|供货商|合作方|下游|上游|东家).{0,4}(?:要|收|说|谈)
            let_know: (?:让|叫|使|给|好让|要让)[您你]?(?:的)?(?:{workplace|neighbourhood|kin|parent|spouse|child|everyone})....(?:知道|晓得|看看|听听|听见|瞧瞧|评评理|认识|了解|清楚|看到|都看|看[您你]|议论|看笑话|来处理|来解决|来还|管管)
            tell_them: (?:告诉|通知|联系|找|打(?:电话)?(?:给|到)|打给|去找|去问|问问|发给|寄给|寄到|发到|走访|捅到|反映到|反映给|(?:跟|和|向)[您你])[您你]?(?:的|们|家|那)?(?:{workplace|neighbourhood|parent|spouse|kin|child})..(?:们|里|那|的|去|上|都|聊聊|说说|谈谈|说一下|反映|讲讲|核实|处理|解决|了解|要|问问|聊|说|谈|讲|要个说法|评评理|来|帮|沟通|看看|知道|要钱|要账|会会)
            or_call: (?:不还|再不|还不|不接|不处理|不然|否则|要不|不配合|只能|只好|就)....(?:联系|通知|告诉|找|打给|打到|打电话给|去|问)(?:[您你](?:的|们)?)?(?:{workplace|neighbourhood|parent|spouse|kin|contacts|child})
            office: (?:打到|打给|电话打到|打去|函发到|函寄到|发函到|发函给|寄到|上|去|到)[您你](?:的|们)?(?:{workplace|neighbourhood})..(?:去|里|前台|人事|领导|找|问|聊|说|反映|要|坐|评|闹|谈|核实)
            face: (?:{workplace|neighbourhood|parent|spouse|kin|child|everyone})....{shame}
            face_rev: (?:闹|传|搞|弄|捅)(?:到|得|出|开|大)..(?:{workplace|neighbourhood|parent|spouse|kin|everyone|child})....
            want_know: (?:你|您)(?:也)?(?:不想|不希望|愿意|想不想|不愿意|总不想|肯定不想|想|希望).{0,6}(?:让)?(?:{workplace|neighbourhood|parent|spouse|kin|child|everyone})....(?:知道|晓得|听|看|问|发现|接到|笑话|议论|收到|面前)
            talk_to_them: (?:{workplace|neighbourhood|parent|spouse}) & (?:还不知道|不知道|知不知道|还蒙在鼓里|号码|电话|微信) & (?:(?:跟|和|找|给|问)(?:他|她|他们|她们)|打给|聊聊|打过去|打个电话|念一念|反映反映|说道说道)
            for_them: (?:给|跟|和|找)[您你](?:们|的)*{workplace|neighbourhood|parent|spouse}(?:们|那边|那儿)?(?:打|拨|发|说|聊|讲|反映|通个?气|谈|评|汇报|告状|坐坐)
            they_know: (?:{workplace|neighbourhood|parent|spouse|kin|child})(?:要是|如果|都|也|早晚|迟早|会|应该|还不|是不是|知不)..(?:知道|晓得)..[您你]..(?:欠|借|不还|逾期|这样|什么人|的情况|在外面)
            """,
        ),
        en=frames(
            "en",
            """
            names_up: (?:post|publish|put_up|list|print)_(?:the_|your_|all_the_)?(?:names?|photos?|pictures?|faces?)....
            goes_up: (?:yours|your_name|your_picture|your_face)_(?:goes|is_going|will_go)_(?:up|on|out)
            people_talk: people_(?:talk|will_talk|like_to_talk|notice)
            main_line: call..(?:main_line|front_desk|switchboard|hr|payroll|whoever_handles_your_pay|your_supervisor)..
            so_they_know: (?:letter|notice|call|note)....(?:to_your|to_the)..(?:landlord|building|neighbors|employer|job|boss|family)
            page: (?:our|the|a)_(?:deadbeat|debtor|debtors|shame|public)_(?:page|list|board|wall|site)
            references: (?:call|calling|contact|contacting|tell|reach)..(?:everyone|everybody|people|all|each|every)..(?:reference|references|contact|contacts|phone|list|family|know)
            hear_of_it: (?:want|like|love|let|have|make_sure)..(?:church|boss|job|work|neighbors|family|friends|town|coworkers|school|everyone|mother|mom|wife|husband|hr)..(?:hear|know|hearing|knowing|see|find|open|read)
            mail_work: (?:mail|send|fax|ship|email)..(?:to_your|to_the|at_your)_(?:\\w+_)?(?:job|work|office|employer|hr|neighbors|church|parents)
            tell_them: (?:tell|telling|call|calling|contact|contacting|notify|let|email|visit|reach_out_to|talk_to|speak_to|speak_with|have_a_word_with|send_this_to|going_to|go_to|mail_it_to|fax|letting|inform|ask)_(?:\\w+_)?(?:your|the|his|her|everyone|everybody)_(?:whole_|entire_)?(?:{workplace|neighbourhood|family|everyone})
            or_call: (?:or|unless|otherwise|if_you_don't|if_not|don't_make_me|hate_to_have_to|have_to|start|going_to|gonna|next_call_is_to|next_is)..(?:call|calling|contact|contacting|tell|telling|involve|go_through|talk_to|reach)..(?:your|the)_{workplace|neighbourhood|family}
            shame: (?:{workplace|neighbourhood|family|everyone|child})....{shame}
            find_out: (?:want|like|does|do|imagine|when|if|think|wonder)..(?:your|the)_(?:{workplace|neighbourhood|family|child})..(?:know|knows|to_know|to_find_out|finds_out|find_out|hear|hears|seeing|see|think|thinks|to_hear)....
            """,
        ),
        confidence=0.7,
        shelters=frozenset(
            ("denied", "denied_inside", "denied_after", "quoted", "warned", "address")
        ),
        when=_of_the_debtor,
    ),
)
