"""Measurements that are too long, or need too much beside the project, to be tests."""
