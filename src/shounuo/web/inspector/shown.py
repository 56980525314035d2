"""What of a reading is shown to whom: before an inspector has been through a call, nobody else sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shounuo.access.may import Decision
from shounuo.access.roles import Subject
from shounuo.inspection.place import NAMES as PLACES
from shounuo.inspection.place import place_of, place_written
from shounuo.kernel.text import Text
from shounuo.records.models import Inspection, Transcript

NOT_YET = Decision(
    False, Text("质检员还没有听完这通电话", "No inspector has been through this call yet")
)
DECISIONS = {
    "accept": Text("成立", "accepted"),
    "reject": Text("不成立", "rejected"),
    "change": Text("改判", "changed"),
}
SEVERITIES = {
    "critical": Text("严重", "critical"),
    "major": Text("重大", "major"),
    "minor": Text("一般", "minor"),
}
MEASURES = {
    "proposed": Text("审阅模型另提出", "Proposed by the reviewer"),
    "talk_time_s": Text("通话时长（秒）", "Talk time (s)"),
    "agent_s": Text("催收员说话（秒）", "Collector speaks (s)"),
    "party_s": Text("对方说话（秒）", "Other side speaks (s)"),
    "talk_ratio": Text("催收员说话占比", "Collector's share of speech"),
    "silence_s": Text("静默（秒）", "Silence (s)"),
    "longest_silence_s": Text("最长静默（秒）", "Longest silence (s)"),
    "overtalk_s": Text("抢话重叠（秒）", "Both speak (s)"),
    "interruptions": Text("打断次数", "Interruptions"),
    "rate_per_min": Text("语速（每分钟字词）", "Rate (characters or words a minute)"),
    "fillers": Text("口头语", "Fillers"),
    "fillers_per_min": Text("口头语（每分钟）", "Fillers a minute"),
    "time_to_identity_s": Text("核身用时（秒）", "Time to identity (s)"),
    "untimed": Text("无时间的句子", "Turns without a clock"),
}


def subject_of(transcript: Transcript) -> Subject:
    """A call belongs to whoever made it, whoever holds the case now; one of nobody only to `all`."""
    collector = transcript.collector
    if collector is None:
        return Subject()
    return Subject(team=str(collector.team_id or ""), holder=str(collector.pk))


def assumed_place(body: Mapping[str, Any]) -> Text | None:
    """The name of the place whose law was assumed; None where the call says it."""
    return None if place_written(body) else PLACES[place_of(body)]


def told(inspection: Inspection, faults: list[Any]) -> bool:
    """Whether there is anything to show to those who do not decide."""
    return inspection.done_at is not None or bool(faults)


def measures_of(inspection: Inspection) -> list[tuple[Text, Any]]:
    told = inspection.measures.items()
    return [(MEASURES.get(key, Text(key, key)), _shown(key, value)) for key, value in told]


def _shown(key: str, value: Any) -> Any:
    return f"{value:.0%}" if key == "talk_ratio" and value is not None else value
