"""Writes a CSV file of many columns: wide_csv.py ROWS COLUMNS FILE. Numbers, whole numbers, categories, texts and truth values."""
import random
import sys

rows, columns, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
chance = random.Random(7)


def field(column):
    kind = column % 10
    if kind < 5:
        return f"{chance.gauss(0, 1):.4f}" if chance.random() > 0.01 else ""
    if kind < 7:
        return str(chance.randrange(1000))
    if kind == 7:
        return chance.choice(["red", "green", "blue"])
    return "note %x" % chance.randrange(1 << 30) if kind == 8 else chance.choice(["true", "false"])


with open(path, "w") as file:
    file.write(",".join(["id"] + [f"c{column:05d}" for column in range(1, columns)]) + "\n")
    for row in range(rows):
        file.write(",".join([str(row + 1)] + [field(column) for column in range(1, columns)]) + "\n")
