"""Ways of running a person down."""

from __future__ import annotations

from shounuo.inspection.frames import frames
from shounuo.inspection.frames.kinds import Kind
from shounuo.kernel.text import Text

KINDS = (
    Kind(
        Text("以辱骂字眼贬损对方", "Calls the person names"),
        zh=frames(
            "zh",
            """
            you_are: [您你](?:们|这|个|就|是|就是|真是|可真|真|他妈的?|简直|们家|全家|这种|这号|这样的|一|大|老|太|怎么这么|这么|活该|跟个|像个|跟条|像条|跟一个|像一个)*{slur}
            slur_you: {slur} [您你]
            shameless: (?:[您你]|还)?(?:要不要|还要|要点|还有没有|有没有|给脸不要|不要|没有?|没了|还有|哪来的|好意思.{0,2})(?:点)?脸(?!上|色|书|面)
            conscience: (?:良心|廉耻|羞耻|羞耻心|人性)(?:都|呢|何在|被|让|喂|给|不会)....(?:狗|痛|在哪|吃|没有|喂)?
            curse: (?:你他妈|他妈的|操你|去你(?:的|妈|大爷)|(?:给我|赶紧)?滚(?:蛋|犊子|开|出去|一边)|闭嘴|放屁|狗屁|胡扯|扯淡|屁话)
            laolai: [您你]....(?:就是|是|算|当|做|叫)(?:个|一个|典型的?)?..老赖
            die: (?:死了算了|去死|死去|怎么不去死|早死|死一边|死远点)
            """,
        ),
        en=frames(
            "en",
            """
            you_are: (?:you|you're|you_are|you've_been|you_people|such)_(?:are_|really_|just_|such_|nothing_but_|a_|an_|the_|some_kind_of_|kind_of_|acting_like_|being_|so_|total_|complete_|real_|absolute_|\\w+_){0,4}{slur}
            like_you: (?:a|you|what_a|these|typical|another|you're_a|lousy|cheap)_{slur}
            """,
        ),
        confidence=0.9,
        shelters=frozenset(("denied", "denied_inside", "quoted", "warned")),
    ),
    Kind(
        Text("嘲讽、贬低对方人格、能力或家庭", "Belittles character, means or family"),
        zh=frames(
            "zh",
            """
            contempt: {contempt}
            money_for: 有钱.{2,8}没钱(?:还|交|付)
            your_kind: (?:像|就)?[您你](?:们)?(?:这种|这号|这类|这样的|那种|这帮|这些)(?:人|客户|货色|男人|女人|家长|当爹|当妈|老板|素质|年轻人)....
            raised: (?:爸妈|父母|爹妈|爹娘|家里人?|老师|学校|妈妈|爸爸|祖上|大人)..(?:怎么|咋|没|是不是没|就这么|就是这么)(?:教|管)(?:的|[您你]|过|育).{0,6}
            your_age: (?:[您你])?(?:也)?(?:这|那|一把|这把|这么大|活到|活了|都).{0,4}(?:年纪|岁数|岁的人|岁了|大的人).{0,10}(?:还|了|连|就|活|混|白)....(?:不|没|混|成|赖|借|活|脸|这么)
            man: (?:是不是|还是不是|算不算|像个|算个|算什么|算哪门子|还算)(?:个)?(?:男人|爷们|爷们儿|大老爷们|当爹的|当妈的|人(?!员|事)|老板|长辈|父亲|母亲)
            grown_man: (?:一个)?(?:大男人|大老爷们|大小伙子|七尺男儿|当爹的|当妈的|做父亲的|做母亲的|当家的|堂堂)....(?:都|连|还|这么|就|不|没|几千|这点)....(?:没有|拿不出|还不|不起|赖|躲|混|挣不|担|当|丢|脸|本事|出息)
            this_little: (?:连)?(?:这(?:么)?(?:点|几个|俩)|(?:几|一|两|三|五)(?:百|千|万)(?:来)?块?)(?:小|臭)?钱(?:都|也|还)....(?:没有|拿不出|还不起|还不上|挣不|赖|要脸|活|混|要拖|掏不|丢)
            how_live: (?:混|活|做人|日子过)(?:到|成|得|的)....(?:这份上|这个份上|这样|这地步|你这样|你这份|出息|真失败|真够|也是绝|意思|窝囊|这副|什么样)
            what_use: (?:读|念|上)..(?:书|大学|学).{0,6}(?:有什么用|白读|白念|读到狗|读哪|都还给|喂狗|白上)
            no_wonder: (?:难怪|怪不得|活该|该着|也难怪)..(?:[您你]|老婆|老公|媳妇|没人|离婚|单身|失业|被|穷|孩子|没出息|人家)....
            laugh: (?:可笑|笑死|笑掉|搞笑|真好笑|(?<!不)好意思(?:吗|啊|说|开|跟)|亏[您你]|还好意思|怎么好意思|有脸|哪来的脸|真有脸|脸呢|丢不丢人|丢不丢脸|不嫌丢|害不害臊|不害臊|羞不羞|也不怕人笑|不觉得丢|真丢人|丢人不|寒不寒碜|真寒碜)(?!我|了我们)
            poor: (?:没钱|穷|没那|没本事|没能力|还不起|养不起)....(?:还|就别|别|借什么|装什么|刷什么|学人家|玩什么|充什么|买什么|生什么|养什么|结什么|娶什么)....(?:生|养|结婚|娶|嫁|刷|借|买|装|旅游|吃|玩|抽|充|大方|富|阔)
            beggar: (?:要饭|讨饭|叫花子|捡破烂|乞丐|收破烂|扫大街|农民工|打工仔|狗|猪|牲口|畜生)(?:的)?(?:都|也|还)(?:比|知道|晓得|懂|讲|不如)....
            also_fit: (?:[您你])(?:也)?(?:配|够格|有资格)(?:当|做|叫|跟|谈|说|为人|吗|提)....
            trust: (?:[您你])(?:的|嘴里|这|说)?(?:话|信用|人品|诚信|承诺|嘴).{0,6}(?:值几个钱|一文不值|不值钱|跟放屁|当放屁|能信吗|狗都不|就是放屁|有几句真|没一句真|靠得住吗|喂了狗)
            become: (?:怎么|现在|居然|竟然|咋)..(?:混|活|过|弄|搞|变)(?:成|到|得)(?:这|那|了|今天|如今)
            you_believe: (?:[您你]自己(?:信|信吗|听听|觉得|看看)|谁信你)..
            no_different: [您你]..(?:跟|和|与).{1,8}(?:有什么(?:两样|区别|不同)|没(?:什么)?(?:两样|区别)|差不多一个)
            than_you: (?:都|也|还)?比[您你](?:强|懂|有出息|有骨气|明事理|讲信用|聪明|靠谱|像样|会|要脸|好一百倍)
            life: (?:[您你])?(?:这辈子|一辈子|活着|这一生)..(?:就这样|也就这样|没出息|有什么意思|还有什么|完了|穷命|翻不了|白活|浪费)
            acting: (?:[您你])?(?:别|少|还|就会|净|真会|挺会|又在)(?:跟我)?(?:装|演|卖惨|哭穷|装可怜|装死|装傻|耍赖|耍无赖|扮可怜|装孙子|编)(?!修|饰|货|的)....
            excuse_life: (?:死了|病了|去世|离婚|失业|住院).{0,6}(?:借口|老套|这套|多少遍|新鲜|编|死几|装)
            """,
        ),
        en=frames(
            "en",
            """
            contempt: {contempt}
            people_like: (?:people|folks|guys|women|men|someone|customers|mothers|fathers)_like_(?:you|yourself)....
            ashamed: (?:ashamed_of_yourself|have_you_no_shame|no_shame|shame_on_you|aren't_you_ashamed|aren't_you_embarrassed|you_should_be_(?:ashamed|embarrassed)|ought_to_be_ashamed|i'd_be_(?:ashamed|embarrassed))
            what_kind: what_(?:kind|sort|type)_of_(?:a_)?(?:man|woman|person|mother|father|mom|dad|parent|human|adult|example|husband|wife|grown)....
            grown: (?:grown|a_grown|forty|fifty|thirty|sixty|your_age|man_your|woman_your)..(?:man|woman|adult|year_old|age)..(?:and|can't|cannot|living|hiding|crying|still|who|acting|who_can't|with_no|should)....
            cant_even: (?:can't|couldn't|cannot)_(?:even_)?(?:come_up_with|scrape|pay|find|manage|handle|afford|take_care)....(?:bucks|dollars|bill|hundred|family|lousy|measly|simple|yourself|own_kids|own_family)....(?:come_on|really|seriously|wow|and_you|ridiculous|sad|joke|what)
            guy_who: (?:a|some|the)_(?:guy|woman|man|person|lady|fella|adult)_(?:who|that)_(?:can't|won't|doesn't|couldn't|cannot)....
            no_wonder: (?:no_wonder|must_be_nice|figures|that_explains|i_can_see_why|i_see_why)_....(?:you|your|left|wife|husband|fired|broke|credit|divorc\\w*|to_live|free|other_people)
            raised: (?:didn't|did)_(?:your|nobody|anyone|anybody)?..(?:mother|mom|parents|momma|father|dad|raise|teach)..(?:teach|raise|raised|taught|you)....
            get_a_job: (?:get_a_(?:real_)?job|get_off_(?:your|the)_(?:couch|butt|ass|behind)|stop_being_lazy|try_working|grow_up|act_like_an_adult|be_a_man|man_up|be_an_adult|act_your_age|quit_(?:whining|crying)|stop_(?:whining|crying)|cry_me_a_river|boo_hoo|shut_up|shut_your|sob_story)
            kids_ashamed: (?:your_(?:kids|children|son|daughter|mother|wife|husband|family|parents))..(?:must_be|would_be|should_be|are_gonna_be|are)_(?:\\w+_){0,2}(?:proud|ashamed|embarrassed)
            your_word: (?:your_word|your_promises?)..(?:worth|mean|means|worthless|garbage|nothing|any_good)....
            shouldnt_kids: (?:maybe_)?(?:you_)?(?:shouldn't|should_not|should've_thought|should_have_thought)..(?:have_had|had|be_having|having|about_that_before)..(?:kids|children|a_baby|you|charging|shopping|spent|spending)....
            """,
        ),
        confidence=0.75,
        shelters=frozenset(("denied", "quoted", "warned", "denied_after")),
    ),
)
