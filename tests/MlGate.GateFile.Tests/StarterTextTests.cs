using FsCheck;
using FsCheck.Fluent;
using MlGate.Checks.Data.Constraints;
using MlGate.GateFile.Draft;
using MlGate.Gates;
using MlGate.Metrics;
using static MlGate.GateFile.Tests.ParsedStarter;

namespace MlGate.GateFile.Tests;

/// <summary>Any text and number that is written into a first gate file comes back as it was.</summary>
public sealed class StarterTextTests
{
    private static readonly string[] Hostile =
    [
        "Yes",
        "no",
        "on",
        "OFF",
        "y",
        "true",
        "null",
        "~",
        "1",
        "01",
        "1.0",
        "1e5",
        "0x1F",
        "0o7",
        ".nan",
        ".inf",
        "-",
        "- a",
        "a: b",
        "a:",
        ":",
        "#",
        "a #b",
        "# a",
        "?",
        "? a",
        "&a",
        "*a",
        "!a",
        "!!str",
        "|",
        ">",
        "%",
        "@",
        "`",
        "'",
        "\"",
        "a\"b",
        "a'b",
        "\\",
        "a\\nb",
        "{",
        "}",
        "[",
        "]",
        ",",
        "a, b",
        "{a: b}",
        "[a]",
        "<<",
        "---",
        "...",
        " a",
        "a ",
        "  ",
        "a\nb",
        "\n",
        "a\r\nb",
        "\t",
        "a\tb",
        "é",
        "日本語",
        "😀",
        "\u202Eabc",
        "\u0001",
        "\u007F",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "\uE000",
        "=",
        "Total Charges",
        "a.b",
        "2020-01-01",
        "12:30",
        "5%",
        "2pt",
        "file:x",
        "None",
        "NaN",
    ];

    public static TheoryData<string> HostileTexts => [.. Hostile];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void A_hostile_text_comes_back_as_it_was(string text) => Assert.True(ComesBack(text));

    [Fact]
    public void Any_text_comes_back_as_it_was() =>
        Prop.ForAll(
                Gen.NonEmptyListOf(
                        Gen.Frequency(
                            (2, Gen.Elements(Hostile)),
                            (3, Gen.Choose(1, 0xFFFD).Where(code => !char.IsSurrogate((char)code)).Select(code => ((char)code).ToString()))
                        )
                    )
                    .Select(string.Concat)
                    .Where(text => text.Length <= 200)
                    .ToArbitrary(),
                ComesBack
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20261130, 1));

    [Fact]
    public void Any_number_comes_back_as_it_was() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).ToArbitrary(), number => Parse(
                    StarterWriter.Write(
                        WithColumn(
                            new StarterColumn
                            {
                                Name = "c",
                                Type = ColumnType.Number,
                                Min = number,
                            }
                        )
                    )
                )
                    .Datasets[0]
                    .Columns[0]
                    .Find(ColumnConstraints.Min)!
                    .Value.Value.Equals(number))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261130, 1));

    [Fact]
    public void Any_share_comes_back_as_it_was() =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000)
                    .SelectMany(part => Gen.Elements(1_000d, 1_000_000d, 999_983d), (part, whole) => Math.Min(1, part / whole))
                    .ToArbitrary(),
                share =>
                    Parse(
                        StarterWriter.Write(
                            WithColumn(
                                new StarterColumn
                                {
                                    Name = "c",
                                    Type = ColumnType.Text,
                                    MaxMissing = share,
                                }
                            )
                        )
                    )
                        .Datasets[0]
                        .Columns[0]
                        .MaxMissing!.Value.Equals(share)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261130, 1));

    private static bool ComesBack(string text)
    {
        var starter = WithColumn(
            new StarterColumn
            {
                Name = text,
                Type = ColumnType.Category,
                In = [text, text + "x"],
                Comment = text,
            }
        ) with
        {
            Models =
            [
                new StarterModel
                {
                    Name = "m",
                    Path = "p.csv",
                    Comment = text,
                    Task = ModelTask.BinaryClassification,
                    Test = "d",
                    Label = text,
                    Positive = text,
                    Key = text,
                    ScoreColumns = new Dictionary<string, string> { [text] = text },
                },
            ],
        };

        var gate = Parse(StarterWriter.Write(starter));

        var (column, model) = (gate.Datasets[0].Columns[0], gate.Models[0]);
        return column.Name == text
            && column.Find(ColumnConstraints.In)!.Value.SequenceEqual([text, text + "x"])
            && (model.Label, model.Positive, model.Key, model.ScoreColumns[text]) == (text, text, text, text);
    }

    private static StarterGate WithColumn(StarterColumn column) =>
        new()
        {
            Name = "a",
            Datasets =
            [
                new StarterDataset
                {
                    Name = "d",
                    Path = "d.csv",
                    Columns = [column],
                },
            ],
        };
}
