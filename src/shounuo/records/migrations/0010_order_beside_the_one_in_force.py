"""A second column of ranks: the next night's order grows beside the one in force."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0009_asked_of_lenders"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="case", name="case_queue"),
        migrations.RenameField(model_name="case", old_name="rank", new_name="rank_a"),
        migrations.AddField(
            model_name="case", name="rank_b", field=models.BigIntegerField(default=0)
        ),
        migrations.AddField(
            model_name="lender",
            name="rank_column",
            field=models.CharField(default="rank_a", max_length=6),
        ),
        migrations.AddField(
            model_name="nightrun",
            name="parts_done",
            field=models.PositiveIntegerField(default=0),
        ),
        *(
            migrations.AddIndex(
                model_name="case",
                index=models.Index(
                    condition=models.Q(("state", "queued")),
                    fields=["team", f"rank_{side}", "id"],
                    name=f"case_queue_{side}",
                ),
            )
            for side in "ab"
        ),
    ]
