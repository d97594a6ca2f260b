using System.Text.RegularExpressions;
using MlGate.Cli.Tests.Worker;
using MlGate.Reporting.Terminal;
using MlGate.Tracing;

namespace MlGate.Cli.Tests.Terminal;

/// <summary><c>--verbosity diagnostic</c>: what a run decided, and how long its steps took.</summary>
public sealed partial class TraceTests
{
    [Fact]
    public void A_check_tells_its_baselines_queries_and_cache_entries()
    {
        using var repository = new GateRepository();
        string[] first = [.. Trace(repository)];
        string[] second = [.. Trace(repository)];

        Assert.All(first, line => Assert.Matches(Form(), line));
        Assert.Contains(first, line => line.Contains("  read  models.m  version=", StringComparison.Ordinal));
        Assert.Contains(first, line =>
            line.Contains("  baseline=", StringComparison.Ordinal) && line.Contains("  why=", StringComparison.Ordinal)
        );
        Assert.Contains(first, line => line.Contains("  sql  DuckDB  text=SELECT", StringComparison.Ordinal));
        Assert.Contains(first, line => line.Contains("  check  models.m  findings=", StringComparison.Ordinal));
        Assert.NotEmpty(Keys(first, "miss"));
        Assert.Empty(Keys(first, "hit"));
        Assert.Equal(Keys(first, "miss"), Keys(second, "hit"));
    }

    [Fact]
    public void Without_the_option_nothing_is_told()
    {
        using var repository = new GateRepository();

        var answer = GateRepository.RunIn(repository.Path, [], "check");

        Assert.DoesNotContain("trace:", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_stays_on_its_line_and_an_end_of_the_printer_ends_it()
    {
        var messages = new StringWriter();
        using (new TracePrinter(new Output(new StringWriter(), messages)))
        {
            RunTrace.Record("gate", "g", ("why", "one\ntwo\u001b[31m"), ("base", null));
        }

        RunTrace.Record("gate", "late");

        Assert.Matches(@"^trace: +\d+\.\d{3} s  gate  g  why=one\\u\{a\}two\\u\{1b\}\[31m\r?\n$", messages.ToString());
    }

    private static IEnumerable<string> Trace(GateRepository repository) =>
        GateRepository
            .RunIn(repository.Path, [], "check", "--verbosity", "diagnostic")
            .Errors.Split('\n')
            .Where(line => line.StartsWith("trace:", StringComparison.Ordinal));

    private static IEnumerable<string> Keys(IEnumerable<string> lines, string entry) =>
        lines
            .Where(line => line.EndsWith("entry=" + entry, StringComparison.Ordinal))
            .Select(line => Key().Match(line).Groups["key"].Value)
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^trace: +\d+\.\d{3} s  [a-z]+  ")]
    private static partial Regex Form();

    [GeneratedRegex("  key=(?<key>[0-9a-f]{64})")]
    private static partial Regex Key();
}
