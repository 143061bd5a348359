"""The parts of tools/bench: servers, load, measuring, the report, and one file a workload."""
