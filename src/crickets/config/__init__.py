"""
The owner's config: one TOML file with its `.env` and templates beside it, turned into frozen settings.

What others need is in `load` (the settings, or every problem at once), `places` (where the files are), `secrets`
(what opens an account) and `environment`. Nothing is imported here, so that each costs only what it needs.
"""
