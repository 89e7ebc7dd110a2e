"""The teacher: MPNet with the same heads, trained on the same articles; our small network learns from it.

Its plan is shorter than the student's (about an hour of one core), its windows are longer.
"""

from torch import Tensor

from eval.training.attribution.losses import Hide
from eval.training.attribution.model import Network
from eval.training.attribution.teacher_model import LAYERS, WIDTH, TeacherEncoder
from eval.training.attribution.train import Plan

FROZEN = 4  # lowest layers that stay as they came
PLAN = Plan(
    steps=700,
    warm=60,
    cool=0.7,
    rounded=0.0,
    rate=1e-4,
    decay=0.92,
    drop=0.1,
    hide=Hide(capital=0.06, other=0.03),
    limit=256,
    size=1536,
    layers=LAYERS,
    classed=None,
    keep=0.99,
    save_every=100,
)


def untaught(base: dict[str, Tensor]) -> Network:
    """The network before training."""
    encoder = TeacherEncoder(FROZEN)
    encoder.load_base(base)
    return Network(encoder, WIDTH, ends=False)
