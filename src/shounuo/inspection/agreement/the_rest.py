"""The words for what is left of a debt once a part of it is paid: 剩下的, 其余, the rest, the remainder.

Sources of patterns, for those who look for more beside them. 剩下多少 asks how much that is, and names no payment.
"""

from __future__ import annotations

REST_ZH = r"剩(?!(?:的|下|余)*多少)(?:的|下|余)?|其余|余下"
REST_EN = r"\b(?:the )?(?:rest|remainder|remaining)\b"
REST = f"{REST_ZH}|{REST_EN}"
