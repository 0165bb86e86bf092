from annotator.arabic.spelled_out import spelled_out


def test_what_cannot_be_seen_is_spelt() -> None:
    assert spelled_out("أ\u00a0\u200fب\n\U000e0001 «ج»َ") == "أ\\u00a0\\u200fب\\u000a\\U000e0001 «ج»َ"
    assert (spelled_out("  أ ب "), spelled_out(" "), spelled_out("")) == ("␣␣أ ب␣", "␣", "")
