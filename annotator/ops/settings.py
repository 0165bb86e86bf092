"""A project's settings. One step each, undone like everything else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotator.core.change import Changes, OperationName
from annotator.core.span import OverlapPolicy
from annotator.ops.project import Project


def set_settings(project: Project, values: Mapping[str, Any]) -> Changes:
    """`values` by their keys are anything that JSON can hold."""
    with project.store.operation(OperationName("setting", {"key": ", ".join(values)})) as operation:
        for key, value in values.items():
            operation.set_setting(key, value)
    return project.absorb(operation.changes)


def set_setting(project: Project, key: str, value: Any) -> Changes:
    """See `set_settings`."""
    return set_settings(project, {key: value})


def set_annotator(project: Project, name: str) -> Changes:
    """Who annotates from now on."""
    return set_setting(project, "annotator", name)


def set_policy(project: Project, policy: OverlapPolicy) -> Changes:
    """Which spans may share letters from now on; what is there stays."""
    return set_setting(project, "overlap_policy", policy.value)
