using MlGate.Findings;
using MlGate.Reporting.Json;
using MlGate.Reports;

namespace MlGate.Publishing.Tests.Run;

/// <summary>A chart in Mermaid's language is for hosts that draw it.</summary>
public sealed class ChartTests
{
    [Fact]
    public async Task GitHub_gets_the_history_as_a_chart()
    {
        using var run = PublishedRun.OnGitHub();

        Assert.Equal(ExitCode.Passed, await run.Run(Report(run)));
        Assert.Contains("```mermaid\n", Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Azure_Repos_gets_none()
    {
        using var run = PublishedRun.OnAzure();

        Assert.Equal(ExitCode.Passed, await run.Run(Report(run)));
        Assert.DoesNotContain("mermaid", Assert.Single(run.Azure.Threads).Content, StringComparison.Ordinal);
    }

    private static string Report(PublishedRun run)
    {
        var report = ReportJson.Read(File.ReadAllText(run.Report())).Value!;
        var finding = report.Findings[0] with
        {
            Evidence = new Evidence
            {
                Measure = "recall",
                Baseline = 0.81,
                Candidate = 0.77,
                Limit = new Limit(LimitKinds.MaxDrop, 0.02),
            },
        };
        var past = Enumerable
            .Range(1, 3)
            .Select(day => new PastValue(new string((char)('0' + day), 40), new DateTimeOffset(2026, 8, day, 0, 0, 0, TimeSpan.Zero), 0.8));
        return run.Write(
            "charted/report.json",
            ReportJson.Write(
                report with
                {
                    Findings = [finding, .. report.Findings.Skip(1)],
                    Parts = [new ModelPart { Id = "models.m", Path = "m.zip" }],
                    History = [new ModelHistory("models.m", [new MetricHistory("recall", [.. past])])],
                }
            )
        );
    }
}
