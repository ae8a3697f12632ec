"""The notes of steps: what stands before the words of the workout, and as many bytes as the watch keeps."""

from __future__ import annotations

from attrs import frozen

from workout_core import ExportContext, Feature, Step, Workout, cut, gettext, quoted
from workout_fit.devices import FIT, FitOptions


@frozen
class Notes:
    """Makes the notes of the steps of one workout.

    Attributes:
        workout: whose steps they are.
        context: where losses are told.
    """

    workout: Workout
    context: ExportContext

    def made(self, step: Step, *lines: str) -> str:
        """Return the *lines* that are not empty, then the cue of *step*; what is cut off is told."""
        notes = "\n".join(filter(None, (*lines, step.cue)))
        options = self.context.options or FitOptions()
        most = options.narrow(FIT, self.workout).max_cue_bytes
        kept = cut(notes, most or len(notes.encode()))
        if kept != notes:
            path = next(path for path, item in self.workout.walk() if item is step)
            told = gettext("cut to {most} bytes: {kept}", most=most, kept=quoted(kept))
            self.context.lose(path, Feature.CUE, told)
        return kept
