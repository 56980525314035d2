"""A lender: its legal name, its settings, the rule pack it works under."""

from __future__ import annotations

from django.db import models

from shounuo.domain.lender_policy import LenderPolicy


class Lender(models.Model):
    code = models.SlugField(unique=True)
    full_name = models.CharField(max_length=120)  # the registered name, said at confirmation
    full_name_en = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=24, default="bank")  # bank, consumer_finance, microlender
    country = models.CharField(max_length=2, default="CN")
    zone = models.CharField(max_length=48, default="Asia/Shanghai")
    currency = models.CharField(max_length=3, default="CNY")
    calendar = models.CharField(max_length=8, default="cn")
    rule_pack = models.CharField(max_length=16, default="cn")
    rule_pack_date = models.DateField(null=True)  # null: the pack as of today
    policy = models.JSONField(default=dict)  # the settings of domain.lender_policy
    # Facts for the gate: who else collects, how long a call takes, how fresh a recording check is.
    contact_settings = models.JSONField(default=dict)
    # The nightly run: "hour" (local), "off", and "randomise": {"since", "evidence", "explore_bp",
    # "holdout_bp"}, the lender's consent to exploration and a holdout. Without it nobody is drawn.
    night = models.JSONField(default=dict)
    rank_column = models.CharField(max_length=6, default="rank_a")  # of `Case`: the order in force
    approved_agencies = models.JSONField(default=list)

    def settings(self) -> LenderPolicy:
        """The lender's settings of the trade. Raises `Refused` when they cannot be read."""
        return LenderPolicy.from_dict(
            {"lender": self.code, "currency": self.currency, **self.policy}
        )

    @property
    def rank_column_beside(self) -> str:
        """The column the next night writes while the other one is drawn from."""
        return "rank_b" if self.rank_column == "rank_a" else "rank_a"

    def __str__(self) -> str:
        return self.full_name
