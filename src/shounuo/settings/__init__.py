"""Django settings, from the environment; every value that differs per house is one `SHOUNUO_…` variable.

Decides defaults and refuses unsafe ones; the parts are small files beside this one.
"""

from __future__ import annotations

import os
from pathlib import Path

from shounuo.settings import database, keys, logging, place, security

HOME = place.home()
MODE = place.mode()
SOURCE = Path(__file__).resolve().parents[1]

SECRET_KEY = keys.text("secret")
SHOUNUO_DATA_KEY = keys.raw("data")  # 32 bytes: encrypts identifying fields at rest
SHOUNUO_HASH_KEY = keys.raw("hash")  # 32 bytes: keyed hash beside them, for exact search
SHOUNUO_LIVE_KEY = keys.text("live")  # what a recogniser shows at the door of live calls
SHOUNUO_DIALLER_KEY = keys.text("dialler")  # what a dialler shows before it dials
SHOUNUO_RATING_KEY = keys.text("rating")  # what whoever asks customers for a rating shows

DEBUG = False
ALLOWED_HOSTS = security.allowed_hosts()
globals().update(security.settings_for(MODE))

DATABASES = {"default": database.from_environment()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "shounuo.records",
    "shounuo.web",
]
AUTH_USER_MODEL = "records.Staff"
AUTH_PASSWORD_VALIDATORS = security.PASSWORD_VALIDATORS
LOGIN_URL = "/login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/login"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "shounuo.web.content_policy.ContentPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "shounuo.api.urls"
WSGI_APPLICATION = "shounuo.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SOURCE / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "shounuo.web.moment.moment",
                "shounuo.web.navigation.navigation",
            ],
            "libraries": {},
        },
    }
]

STATIC_URL = "/static/"
STATICFILES_DIRS = [SOURCE / "web" / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
WHITENOISE_USE_FINDERS = True  # nothing to collect before serving
MEDIA_ROOT = HOME / "files"
FILE_UPLOAD_TEMP_DIR = place.folder("uploads")  # a large file never fills memory or /tmp

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = sorted((SOURCE / "web" / "locale").glob("[a-z]*"))  # one folder a room of pages
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get("SHOUNUO_TIME_ZONE", "Asia/Shanghai")

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

LOGGING_CONFIG = None
logging.configure()
