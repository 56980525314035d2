"""By hand: a person dials, sends, posts or goes, and says how it ended."""

from __future__ import annotations

from shounuo.channels.adapter import Handed
from shounuo.kernel.text import Text
from shounuo.records.actions.end_message import OF_MESSAGE, OF_VISIT
from shounuo.records.models import Contact
from shounuo.rules.proposed import Channel

REPORT = Text("完成后登记结果", "Then record how it ended")
STEPS: dict[Channel, tuple[Text, ...]] = {
    Channel.CALL: (Text("用登记的线路拨号", "Dial on the team's line"),),
    Channel.TEXT: (
        Text("用机构短信号发送已核对的内容", "Send the checked text from the institution's number"),
        REPORT,
    ),
    Channel.EMAIL: (
        Text(
            "用机构邮箱发送已核对的内容", "Send the checked e-mail from the institution's mailbox"
        ),
        REPORT,
    ),
    Channel.MAIL: (
        Text("封装，信封上不得显示债务", "Seal it; nothing on the envelope tells of a debt"),
        Text("寄出，记下邮件号", "Post it and note the postal number"),
        REPORT,
    ),
    Channel.VISIT: (
        Text("两人同行，出示证件", "Go as two and show your cards"),
        Text("未经同意不进入住所", "Enter no home without consent"),
        REPORT,
    ),
}


class Manual:
    """The first adapter of every channel."""

    name = "manual"
    channels = frozenset(STEPS)

    def hand(self, contact: Contact) -> Handed:
        channel = Channel(contact.channel)
        outcomes = {Channel.CALL: (), Channel.VISIT: OF_VISIT}.get(channel, OF_MESSAGE)
        return Handed(STEPS[channel], outcomes)
