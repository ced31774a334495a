"""People who work here, paid or not: posts with days, certificates, the names that fields complete."""
