"""What each kind of step is called in the undo menu and the history."""

from __future__ import annotations

from annotator.errors import QT_TRANSLATE_NOOP

_TEMPLATES = {
    "tag": QT_TRANSLATE_NOOP("Operations", "tag {text} as {label}"),
    "relabel": QT_TRANSLATE_NOOP("Operations", "label {text} {label}"),
    "relabel_many": QT_TRANSLATE_NOOP("Operations", "label {count} annotations {label}"),
    "resize": QT_TRANSLATE_NOOP("Operations", "change {old} to {text}"),
    "remove": QT_TRANSLATE_NOOP("Operations", "remove {label} from {text}"),
    "remove_many": QT_TRANSLATE_NOOP("Operations", "remove {count} annotations"),
    "attributes": QT_TRANSLATE_NOOP("Operations", "change the attributes of {text}"),
    "note": QT_TRANSLATE_NOOP("Operations", "write a note on {text}"),
    "review": QT_TRANSLATE_NOOP("Operations", "mark {text} for review"),
    "review_many": QT_TRANSLATE_NOOP("Operations", "change the review mark of {count} annotations"),
    "reviewed": QT_TRANSLATE_NOOP("Operations", "take {text} off the review list"),
    "tag_hits": QT_TRANSLATE_NOOP("Operations", "tag {text} as {label} in the concordance"),
    "propagate": QT_TRANSLATE_NOOP(
        "Operations", "tag further mentions of {text} as {label} ({count})"
    ),
    "status": QT_TRANSLATE_NOOP("Operations", "change the status of {title}"),
    "status_many": QT_TRANSLATE_NOOP("Operations", "change the status of {count} articles"),
    "flag": QT_TRANSLATE_NOOP("Operations", "flag {title}"),
    "unflag": QT_TRANSLATE_NOOP("Operations", "take the flag off {title}"),
    "flag_many": QT_TRANSLATE_NOOP("Operations", "change the flag of {count} articles"),
    "article_note": QT_TRANSLATE_NOOP("Operations", "write a note on {title}"),
    "meta": QT_TRANSLATE_NOOP("Operations", "change what is known about {title}"),
    "remove_article": QT_TRANSLATE_NOOP("Operations", "remove {title}"),
    "remove_articles": QT_TRANSLATE_NOOP("Operations", "remove {count} articles"),
    "revise": QT_TRANSLATE_NOOP("Operations", "revise the text of {title}"),
    "revise_many": QT_TRANSLATE_NOOP("Operations", "revise the texts of {count} articles"),
    "import": QT_TRANSLATE_NOOP("Operations", "import articles ({count})"),
    "labels": QT_TRANSLATE_NOOP("Operations", "change the label set"),
    "rescue": QT_TRANSLATE_NOOP("Operations", "rescue the project from a damaged file"),
    "lost": QT_TRANSLATE_NOOP("Operations", "a step that was lost to damage"),
    "setting": QT_TRANSLATE_NOOP("Operations", "change a setting"),
}
UNKNOWN = QT_TRANSLATE_NOOP("Operations", "a step")


def template(kind: str) -> str:
    """The English template of a kind of step, its fields named; a newer program's kinds too."""
    return _TEMPLATES.get(kind, UNKNOWN)
