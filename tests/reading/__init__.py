"""Tests of the reading; all mail here is of our own making."""
