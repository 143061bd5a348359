"""What a file of workloads/ defines."""

import dataclasses
from typing import Callable


@dataclasses.dataclass
class Workload:
    name: str
    title: str
    text: str
    aim: str
    measure: Callable  # of a Bench: a list of Tables
