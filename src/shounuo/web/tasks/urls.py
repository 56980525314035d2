"""Addresses of the tasks that are somebody else's than the collector's."""

from django.urls import path

from shounuo.web.tasks import page

urlpatterns = [
    path("tasks", page.show, name="tasks"),
    path("tasks/<int:task_id>", page.close, name="task-close"),
]
