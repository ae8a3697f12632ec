"""A text that somebody typed → its workouts."""

from __future__ import annotations

from workout_core import DocumentError, ImportContext, Problem, Workout, decoded, gettext, read_message


def read_text(data: bytes, context: ImportContext) -> tuple[Workout, ...]:
    """Return the workouts of *data*, and tell what is wrong with others and what was passed over.

    Raises:
        DocumentError: there is no workout, or the only one is wrong; or the data are no text.
    """
    message = read_message(decoded(data), exercises=context.exercises)
    for each in message.warnings:
        context.warn(each.message, line=each.line, column=each.column)
    for each in message.problems:
        context.refuse(each.message, line=each.line, column=each.column)
    return message.workouts


def read_one(data: bytes, context: ImportContext) -> Workout:
    """Return the workout of *data*.

    Raises:
        DocumentError: there are several, or one is wrong; or as :func:`read_text`.
    """
    workouts = read_text(data, context)
    if context.problems:
        raise DocumentError(context.problems)
    if len(workouts) > 1:
        names = ", ".join(repr(each.name) for each in workouts[:3])
        more = ", …" if len(workouts) > 3 else ""  # noqa: PLR2004 - as many as fit into a line
        message = gettext(
            "holds {count} workouts: {names} (one is wanted here: a file for each)",
            count=len(workouts),
            names=names + more,
        )
        raise DocumentError([Problem(message=message)])
    return workouts[0]
