"""How well the engine reads labelled calls and sentences: counts, rates, intervals. Judges nothing else."""
