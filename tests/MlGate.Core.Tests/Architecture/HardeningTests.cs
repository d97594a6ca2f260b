using System.Globalization;
using System.Text.RegularExpressions;
using MlGate.Findings;

namespace MlGate.Core.Tests.Architecture;

/// <summary>The table of bad inputs says what the tests hold.</summary>
public sealed partial class HardeningTests
{
    private static readonly int[] Promised =
    [
        .. Enumerable.Range(1, 18),
        23,
        29,
        31,
        32,
        33,
        34,
        35,
        36,
        37,
        38,
        41,
        42,
        43,
        44,
        45,
        46,
        47,
        48,
    ];

    private static readonly IReadOnlyList<string[]> Rows =
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "docs", "hardening.md"))
            .Where(line => Row().IsMatch(line))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
    ];

    [Fact]
    public void Every_row_that_was_promised_is_there_in_order()
    {
        Assert.All(Rows, row => Assert.Equal(6, row.Length));
        Assert.Equal(Promised, Rows.Select(row => int.Parse(row[0], CultureInfo.InvariantCulture)).Distinct());
    }

    [Fact]
    public void Every_code_leads_to_the_exit_of_its_row()
    {
        Assert.All(Rows.SelectMany(row => Code().Matches(row[3]).Select(match => (Code: match.Value, Exit: row[4]))), pair =>
            Assert.Equal(pair.Exit, ExitOf(pair.Code).ToString(CultureInfo.InvariantCulture))
        );
    }

    // A loss that is not proven decides nothing; converted line endings are a warning, and so is what cannot be published, but for a report
    // that must not speak.
    private static int ExitOf(string code) =>
        code == Diagnostics.MetricMustNotDrop.Code ? ExitCode.Undecided
        : code == Diagnostics.LineEndingsChanged.Code ? ExitCode.Passed
        : code.StartsWith("MLG602", StringComparison.Ordinal)
        || (code.StartsWith("MLG603", StringComparison.Ordinal) && code != Diagnostics.PublishingOtherGate.Code)
            ? ExitCode.Passed
        : Diagnostics.Get(code).Exit;

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var tests = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .SelectMany(path =>
                Method()
                    .Matches(File.ReadAllText(path))
                    .Select(match => $"{Path.GetFileNameWithoutExtension(path)}.{match.Groups[1].Value}")
            )
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(Rows, row => Assert.NotEmpty(Named().Matches(row[5])));
        Assert.Equal(
            [],
            Rows.SelectMany(row => Named().Matches(row[5]))
                .Select(match => match.Groups[1].Value)
                .Where(name => !tests.Contains(name))
                .Distinct()
        );
    }

    [GeneratedRegex(@"^\| \d+ \|")]
    private static partial Regex Row();

    [GeneratedRegex("MLG[0-9]{4}")]
    private static partial Regex Code();

    [GeneratedRegex(@"`(\w+\.\w+)`")]
    private static partial Regex Named();

    // A test is what an attribute stands on.
    [GeneratedRegex(@"\[(?:Fact|Theory|InlineData|MemberData)[^\n]*\]\s+public (?:async )?(?:void|Task) (\w+)\(")]
    private static partial Regex Method();
}
