"""The mainland has one civil time: its hours and days are read on it, wherever the customer is."""

ZONE = "Asia/Shanghai"
MAINLAND = frozenset(
    {ZONE, "Asia/Urumqi", "Asia/Kashgar", "Asia/Chongqing", "Asia/Chungking", "Asia/Harbin", "PRC"}
)
