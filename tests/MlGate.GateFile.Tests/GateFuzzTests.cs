using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MlGate.GateFile.Parsing;

namespace MlGate.GateFile.Tests;

public sealed class GateFuzzTests
{
    private static readonly string[] Pieces =
    [
        "{",
        "}",
        "[",
        "]",
        ":",
        ": ",
        "- ",
        "? ",
        "&a ",
        "*a",
        "!!x ",
        "<<",
        "|",
        ">",
        "'",
        "\"",
        "#",
        "\n",
        "\r",
        "\t",
        "  ",
        "%",
        "---\n",
        "...\n",
        "~",
        "null",
        "true",
        "1e999",
        "-0",
        ".nan",
        "0x",
        "2%",
        "2pt",
        "\0",
        "\uFEFF",
        "\uD800",
        "é",
        "\u202E",
        "extends: mlgate.yml\n",
        "in: file:../x",
    ];

    private sealed record Change(int At, int Length, string Text);

    private static Arbitrary<Change[]> Changes() =>
        Gen.ArrayOf(
                from at in Gen.Choose(0, GateExamples.Sample.Length - 1)
                from length in Gen.Frequency((3, Gen.Constant(0)), (3, Gen.Choose(1, 3)), (1, Gen.Choose(1, 400)))
                from text in Gen.Frequency(
                    (4, Gen.Elements(Pieces)),
                    (1, Gen.Constant("")),
                    (1, Gen.Choose(0, 0x3000).Select(code => ((char)code).ToString()))
                )
                select new Change(at, length, text)
            )
            .ToArbitrary();

    [Fact]
    public void A_changed_gate_file_never_throws_and_always_says_why_it_is_refused() =>
        Prop.ForAll(Changes(), changes => IsAnswered(changes.Aggregate(GateExamples.Sample, Apply)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(20261130, 1));

    [Fact]
    public void Any_text_is_answered() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(Pieces)).Select(string.Concat).ToArbitrary(), IsAnswered)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(20261130, 1));

    [Fact]
    public void A_file_cut_short_anywhere_is_answered()
    {
        for (var length = 0; length < GateExamples.Sample.Length; length++)
        {
            Assert.True(IsAnswered(GateExamples.Sample[..length]));
        }
    }

    [Theory]
    [InlineData("a: [")]
    [InlineData("? ")]
    [InlineData("- ")]
    [InlineData("{a: ")]
    [InlineData("&a [*a, ")]
    [InlineData("[")]
    public void A_deep_text_of_the_largest_size_is_refused(string piece)
    {
        var text = new StringBuilder();
        while (text.Length + piece.Length < 256 * 1024)
        {
            text.Append(piece);
        }

        Assert.NotEmpty(GateParser.Parse(text.ToString(), "mlgate.yml", GateExamples.Files).Problems);
    }

    private static bool IsAnswered(string text)
    {
        var result = GateParser.Parse(text, "mlgate.yml", GateExamples.Files);
        return result.Value is not null
            ? result.Problems.Count == 0
            : result.Problems.Count > 0 && result.Problems.All(problem => !problem.Message.Any(char.IsControl));
    }

    private static string Apply(string text, Change change)
    {
        var at = Math.Min(change.At, text.Length);
        return text.Remove(at, Math.Min(change.Length, text.Length - at)).Insert(at, change.Text);
    }
}
