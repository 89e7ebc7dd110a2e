"""Small filters of the templates."""

from onrecord.web.render import sentence


def test_a_quoted_control_does_not_turn_the_rest_of_a_reason() -> None:
    assert sentence("“we \u202ewill go” is named") == "“we U+202Ewill go” is named."
    assert sentence("“عودة” is named") == "“عودة” is named."
