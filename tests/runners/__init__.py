"""Tests of onrecord.runners."""
