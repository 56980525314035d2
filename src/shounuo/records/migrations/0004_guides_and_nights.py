"""The two third steps meet; they touch different tables."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("records", "0003_guides"), ("records", "0003_nights")]
    operations = []
