"""What the FIT profile has for some exercises, spelled from its tables: category, name by number, fit."""

from attrs import frozen


@frozen
class Known:
    """A category, a number of its names or none, and whether that is just the exercise."""

    category: str
    name: int | None = None
    is_exact: bool = True


CATEGORY_ALONE = False
EXERCISES = {
    "90/90 hip switch": Known("warm_up", 74),
    "a-skip": Known("warm_up", None, CATEGORY_ALONE),
    "ankle circles": Known("warm_up", 2),
    "back squat": Known("squat", 6),
    "banded clamshell": Known("banded_exercises", 6),
    "banded lateral walk": Known("banded_exercises", 24),
    "bird dog": Known("warm_up", 14),
    "bodyweight squat": Known("squat", 100),
    "box jump": Known("plyo", 33),
    "bulgarian split squat": Known("lunge", 18, is_exact=False),
    "calf raise": Known("calf_raise", 18),
    "calf stretch": Known("warm_up", 37),
    "cat-cow": Known("warm_up", 38),
    "dead bug": Known("hip_stability", 1),
    "diaphragm breathing": Known("move", 4),
    "fire hydrant": Known("hip_stability", 5),
    "glute bridge": Known("hip_raise", 11),
    "goblet squat": Known("squat", 37),
    "half-kneeling hip flexor stretch": Known("warm_up", 49),
    "hamstring stretch": Known("warm_up", 44),
    "hip circles": Known("warm_up", 86),
    "inchworm": Known("core", 44),
    "mountain climber": Known("plank", 34),
    "pigeon stretch": Known("warm_up", 59),
    "piriformis stretch": Known("warm_up", 60),
    "plank": Known("plank", 43),
    "pogo hops": Known("plyo", None, CATEGORY_ALONE),
    "push-up": Known("push_up", 77),
    "reverse lunge": Known("lunge", 48, is_exact=False),
    "romanian deadlift": Known("deadlift", 23),
    "side plank": Known("plank", 66),
    "single-leg calf raise": Known("calf_raise", 15),
    "single-leg glute bridge": Known("hip_raise", 30),
    "single-leg rdl": Known("deadlift", 14),
    "sliding leg curl": Known("leg_curl", 6),
    "soleus calf raise": Known("calf_raise", 9),
    "squat": Known("squat", 61),
    "standing calf raise": Known("calf_raise", 18),
    "step-up": Known("squat", 66),
    "thoracic rotation": Known("warm_up", 24),
    "warmup": Known("warm_up"),
    "weighted step-up": Known("squat", 67),
    "world's greatest stretch": Known("warm_up", 48),
}
UNKNOWN = Known("unknown", None, is_exact=False)
