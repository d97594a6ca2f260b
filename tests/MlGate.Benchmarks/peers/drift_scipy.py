#!/usr/bin/env python3
"""Drift of sixteen columns by hand in pandas and SciPy, the baseline from standard input: /usr/bin/python3 drift_scipy.py FILE < OLD"""
import sys

import numpy as np
import pandas as pd
import scipy
from scipy.spatial.distance import jensenshannon
from scipy.stats import wasserstein_distance

NUMBERS = ["age", "visits", "tenure", "household", "income", "balance", "ratio", "score", "weight", "lg"]
CATEGORIES = ["city", "tier", "channel", "country", "active", "member"]


def main():
    old, new = pd.read_csv(sys.stdin), pd.read_csv(sys.argv[1])
    drift = {}
    for name in NUMBERS:
        one, other = old[name].dropna().to_numpy(), new[name].dropna().to_numpy()
        scale = np.clip(one, *np.percentile(one, [1, 99])).std(ddof=1)
        drift[name] = wasserstein_distance(one, other) / scale
    for name in CATEGORIES:
        one, other = old[name].value_counts(dropna=False), new[name].value_counts(dropna=False)
        both = one.index.union(other.index)
        drift[name] = jensenshannon(one.reindex(both, fill_value=0), other.reindex(both, fill_value=0), base=2) ** 2
    print(f"scipy {scipy.__version__}: {len(old)} and {len(new)} rows, {dict((k, round(float(v), 4)) for k, v in drift.items())}")


if __name__ == "__main__":
    main()
