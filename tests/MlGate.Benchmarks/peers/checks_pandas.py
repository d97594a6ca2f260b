#!/usr/bin/env python3
"""The twelve checks of DataRepository.cs by hand in pandas: /usr/bin/python3 checks_pandas.py FILE"""
import sys

import pandas as pd


def main():
    frame = pd.read_csv(sys.argv[1], parse_dates=["since"])
    broken = {
        "id.unique": frame["id"].duplicated().sum(),
        "age.min": (frame["age"] < 0).sum(),
        "age.max": (frame["age"] > 120).sum(),
        "age.missing": frame["age"].isna().mean() > 0.05,
        "tenure.min": (frame["tenure"] < 0).sum(),
        "income.min": (frame["income"] < 0).sum(),
        "income.missing": frame["income"].isna().mean() > 0.10,
        "tier.in": (~frame["tier"].isin(["basic", "plus", "pro"])).sum(),
        "channel.in": (~frame["channel"].isin(["mail", "phone", "shop", "app", "web", "partner"])).sum(),
        "name.regex": (~frame["name"].str.fullmatch(r"user-[0-9]+")).sum(),
        "since.after": (frame["since"] < "2019-12-31").sum(),
        "seen": (~((frame["visits"] >= 0) | (frame["tenure"] < 120))).sum(),
    }
    print(f"pandas {pd.__version__}: {len(frame)} rows, broken {dict((k, int(v)) for k, v in broken.items())}")


if __name__ == "__main__":
    main()
