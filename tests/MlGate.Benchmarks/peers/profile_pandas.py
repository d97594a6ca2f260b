#!/usr/bin/env python3
"""The same profile and checks in pandas: /usr/bin/python3 profile_pandas.py FILE [ROWS]"""
import resource
import sys
import time

import pandas as pd

NUMBERS = ["id", "age", "income", "score", "ratio", "visits", "lg", "tier"]
CATEGORIES = ["city", "tier", "active"]
QUANTILES = [0.01, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99]


def main():
    start = time.perf_counter()
    frame = pd.read_csv(sys.argv[1], parse_dates=["ts"])
    read = time.perf_counter() - start
    results = [
        frame.describe(include="all", datetime_is_numeric=True) if pd.__version__ < "2" else frame.describe(include="all"),
        frame.isna().sum(),
        frame.nunique(),
        frame[NUMBERS].quantile(QUANTILES),
        *[frame[name].value_counts() for name in CATEGORIES],
        frame["name"].str.len().agg(["min", "max"]),
        frame["city"].str.len().agg(["min", "max"]),
    ]
    cities = {f"city_{n}" for n in range(50)}
    broken = {
        "age.min": (frame["age"] < 0).sum(),
        "age.max": (frame["age"] > 120).sum(),
        "income.min": (frame["income"] < 0).sum(),
        "score.max": (frame["score"] > 140).sum(),
        "city.in": (~frame["city"].isin(cities)).sum(),
        "name.regex": (~frame["name"].str.fullmatch(r"user-[0-9]+")).sum(),
        "name.max-length": (frame["name"].str.len() > 11).sum(),
        "id.unique": frame["id"].duplicated().sum(),
        "ts.after": (frame["ts"] < "2026-01-01").sum(),
        "rule": (~((frame["visits"] >= frame["tier"]) | (frame["age"] < 100))).sum(),
    }
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"pandas {pd.__version__}: {len(frame)} rows, read {read:.1f} s, all {time.perf_counter() - start:.1f} s, peak {peak:.0f} MB, {len(results)} tables, broken {dict((k, int(v)) for k, v in broken.items())}")


if __name__ == "__main__":
    main()
