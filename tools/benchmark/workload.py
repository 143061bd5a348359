"""What a file of workloads/ defines."""

import dataclasses
from typing import Callable


@dataclasses.dataclass
class Workload:
    name: str
    title: str
    text: str
    bound: str  # one sentence: what bounds Cassette here
    minutes: float  # that it takes with five runs on two cores, what it shares with others included
    measure: Callable  # of a Bench: Measured

    @property
    def limit_seconds(self):
        """After so long something hangs."""
        return 60 * (3 * self.minutes + 5)
