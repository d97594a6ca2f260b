using Microsoft.ML;
using Microsoft.ML.Data;
using MlGate.Gates;
using MlGate.Models.Scoring;
using MlGate.Models.Tests.ScoringHost;
using MlGate.Runs;
using MlGate.Testing;
using MlGate.Versions;

namespace MlGate.Models.Tests.Scoring;

/// <summary>A field of a test set is for a model what ML.NET's own text loader makes of it.</summary>
public sealed class LoaderNumberTests : IDisposable
{
    private static readonly string[] Odd =
    [
        " 5.696 ",
        "5.696 ",
        "+1.335",
        "+.5",
        ".5",
        "1.",
        "1e3",
        "1E+3",
        "1e-3",
        "1e",
        "e1",
        ".",
        "+",
        "-",
        "-.",
        "--1",
        "+-1",
        "0x10",
        "1_000",
        "1 2",
        "1.2.3",
        "1.5f",
        "NA",
        "na",
        "nA",
        "N/A",
        "n/a",
        "NaN",
        "nan",
        "NAN",
        "?",
        " ?",
        "??",
        "NA ",
        "Infinity",
        "-Infinity",
        "+Infinity",
        "inf",
        "-inf",
        "\u221e",
        "-\u221e",
        "--\u221e",
        "1e400",
        "-1e400",
        "1e-400",
        "1e39",
        "-1e39",
        "3.5e38",
        "123456789012345678901234567890",
        "00012",
        "-0",
        "high",
        "true",
        "1%",
        "$5",
        "\t7\t",
        "\u00a08",
        "1e+",
        "1e5 ",
        " ",
        "   ",
        "",
        "\u0661",
        "1\u00b2",
    ];

    private readonly TempFolder folder = new();
    private readonly MLContext ml = new(seed: 1);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Odd_spellings_are_read_as_by_the_loader(bool missingAsNaNs) => await CompareWithLoader(Odd, missingAsNaNs);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_spellings_are_read_as_by_the_loader(int seed)
    {
        var random = new Random(seed);
        const string Letters = "0123456789012345678901234567890123456789..++--eE NA?aInfity";
        string[] cells =
        [
            .. Enumerable
                .Range(0, 5_000)
                .Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Letters[random.Next(Letters.Length)]))),
        ];

        await CompareWithLoader(cells, missingAsNaNs: true);
    }

    [Fact]
    public async Task Random_numbers_are_read_as_by_the_loader()
    {
        var random = new Random(4);
        string[] formats = ["R", "F3", "E6", "G5", "0.0000000"];

        await CompareWithLoader(
            [
                .. Enumerable
                    .Range(0, 5_000)
                    .Select(row =>
                        ((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-12, 13))).ToString(
                            formats[row % 5],
                            System.Globalization.CultureInfo.InvariantCulture
                        )
                    ),
            ],
            missingAsNaNs: false
        );
    }

    private async Task CompareWithLoader(string[] cells, bool missingAsNaNs)
    {
        var path = folder.Write("cells.csv", "a,b\n" + string.Concat(cells.Select(cell => cell + ",1\n")));
        var loader = ml.Data.CreateTextLoader(
            new TextLoader.Options
            {
                HasHeader = true,
                Separators = [','],
                MissingRealsAsNaNs = missingAsNaNs,
                Columns = [new TextLoader.Column("single", DataKind.Single, 0), new TextLoader.Column("double", DataKind.Double, 0)],
            }
        );
        var expected = loader.Load(path);
        InputField[] fields = [new("a", typeof(float), !missingAsNaNs), new("a", typeof(double), !missingAsNaNs)];
        var chunk = new RowChunk(fields, "a", delimited: true);
        var cellsFile = new FileDataset(
            new ArtifactBytes(
                new Artifact(ArtifactKind.Dataset, "cells", "cells.csv"),
                new ArtifactVersion("", "", 0),
                [new ArtifactFile("cells.csv", path, "", 0)]
            ),
            "cells",
            DatasetSchema.Undeclared
        );
        await foreach (var batch in new CsvRows().ReadAsync(cellsFile, chunk.Columns, CancellationToken.None))
        {
            chunk.Take(batch, 0);
        }

        Assert.Equal(Shown(cells, expected.GetColumn<float>("single")), Shown(cells, ((float[])chunk[fields[0]].Values).Take(chunk.Rows)));

        // The loader's own reading of doubles is not rounded correctly in every case: 15 digits are equal.
        Assert.Equal(
            Shown(cells, expected.GetColumn<double>("double").Select(Rounded)),
            Shown(cells, ((double[])chunk[fields[1]].Values).Take(chunk.Rows).Select(Rounded))
        );
    }

    private static string Rounded(double value) => value.ToString("G15", System.Globalization.CultureInfo.InvariantCulture);

    // Beside its text, so that a difference shows where it is; there is one zero for models.
    private static IEnumerable<string> Shown<T>(string[] cells, IEnumerable<T> values) =>
        cells.Zip(values, (cell, value) => $"[{cell}] {value}$".Replace("] -0$", "] 0$", StringComparison.Ordinal));
}
