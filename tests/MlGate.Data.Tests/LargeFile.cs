using System.Globalization;
using MlGate.Checks.Data.Constraints;
using MlGate.Gates;

namespace MlGate.Data.Tests;

/// <summary>A file too large for the exact path: sorted, skewed, missing and rare values.</summary>
internal static class LargeFile
{
    public static DatasetGate Gate { get; } =
        Given.Gate(
            Given.Column("id", ColumnType.Integer),
            Given.Column("skewed", ColumnType.Number) with
            {
                Constraints = [ColumnConstraints.Max.Declare(Given.Limit(5_000.0, "max"))],
            },
            Given.Column("step", ColumnType.Integer),
            Given.Column("place", ColumnType.Category),
            Given.Column("rare", ColumnType.Category)
        ) with
        {
            Constraints = [Given.Rule("r", "skewed < 9000 or step > 2")],
        };

    public static void Write(string path, int rows)
    {
        var random = new Random(11);
        using var writer = new StreamWriter(path);
        writer.Write("id,skewed,step,place,rare,padding\n");
        for (var row = 0; row < rows; row++)
        {
            var skewed =
                row % 97 == 0
                    ? ""
                    : Math.Exp(4 + (1.5 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))
                        .ToString("R", CultureInfo.InvariantCulture);
            var rare = row % 400 == 7 ? "rare-" + row : "common";
            writer.Write(
                string.Create(CultureInfo.InvariantCulture, $"{row},{skewed},{random.Next(5)},place-{random.Next(40)},{rare},0123456789\n")
            );
        }
    }
}
