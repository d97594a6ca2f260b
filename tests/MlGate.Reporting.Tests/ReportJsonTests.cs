using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MlGate.Findings;
using MlGate.Reporting.Formats;
using MlGate.Reporting.Json;
using MlGate.Reports;
using MlGate.Testing;
using MlGate.Versions;

namespace MlGate.Reporting.Tests;

public sealed partial class ReportJsonTests
{
    private static Report Sample => ReportSamples.All["fail"];

    public static TheoryData<string> Forms => [.. ReportSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_report_that_was_read_writes_the_same_text(string form)
    {
        var text = ReportJson.Write(ReportSamples.All[form]);

        var read = ReportJson.Read(text);

        Assert.Empty(read.Problems);
        Assert.Equal(text, ReportJson.Write(read.Value!));
    }

    [Theory]
    [InlineData("fail")]
    [InlineData("stale")]
    public void The_digest_is_what_grep_and_sha256sum_give(string form)
    {
        var text = ReportJson.Write(ReportSamples.All[form]);

        var lines = text.Split('\n').Where(line => !Undigested().IsMatch(line));
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

        Assert.Contains($"\"digest\": \"{digest}\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_digest_knows_neither_the_time_nor_the_history_nor_where_the_branch_is_and_knows_everything_else()
    {
        var digest = ReportJson.Digest(Sample);

        Assert.Equal(digest, ReportJson.Digest(Sample with { GeneratedAt = Sample.GeneratedAt.AddYears(1) }));
        Assert.Equal(digest, ReportJson.Digest(Sample with { History = null }));
        Assert.Equal(digest, ReportJson.Digest(Sample with { History = [new ModelHistory("models.churn", ReportPictures.Past("f1"))] }));
        Assert.Equal(digest, ReportJson.Digest(Sample with { Behind = new Behind("origin/main", 14, ["models.churn"]) }));
        Assert.NotEqual(digest, ReportJson.Digest(Sample with { Gate = "other" }));
        Assert.NotEqual(digest, ReportJson.Digest(Sample with { Findings = [.. Sample.Findings.Reverse()] }));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("de-DE")]
    public void Culture_changes_no_byte_of_any_format(string name)
    {
        var expected = Renderers.All.Select(renderer => renderer.Render(Sample)).ToList();
        var culture = Hostile(name);
        var actual = new List<string>();

        var thread = new Thread(() => actual.AddRange(Renderers.All.Select(renderer => renderer.Render(Sample))))
        {
            CurrentCulture = culture,
            CurrentUICulture = culture,
        };
        thread.Start();
        thread.Join();

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void A_time_of_another_zone_is_the_same_time()
    {
        var elsewhere = Sample with
        {
            GeneratedAt = Sample.GeneratedAt.ToOffset(TimeSpan.FromHours(5.5)),
            ValidUntil = Sample.ValidUntil?.ToOffset(TimeSpan.FromHours(-3)),
        };

        Assert.All(Renderers.All, renderer => Assert.Equal(renderer.Render(Sample), renderer.Render(elsewhere)));
    }

    [Fact]
    public void Threads_do_not_change_the_text()
    {
        var texts = new string[64];

        Parallel.For(0, texts.Length, at => texts[at] = string.Concat(Renderers.All.Select(renderer => renderer.Render(Sample))));

        Assert.Single(texts.Distinct());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_number_is_left_out(double value)
    {
        var finding = Sample.Findings[^1] with { Evidence = Sample.Findings[^1].Evidence! with { Candidate = value } };
        var report = ReportSamples.Make([finding]);

        var text = ReportJson.Write(report);

        Assert.DoesNotContain("\"candidate\": null", text, StringComparison.Ordinal);
        Assert.Null(ReportJson.Read(text).Value!.Findings[0].Evidence!.Candidate);
    }

    [Fact]
    public void An_interval_without_an_end_is_read_back()
    {
        var report = ReportSamples.Make([
            SampleModelFindings.Metric("log-loss", "max-rise", 0.02, 0.4, 0.5, 0.01, double.PositiveInfinity, Outcome.Failed, 1),
        ]);

        var read = ReportJson.Read(ReportJson.Write(report));

        Assert.Empty(read.Problems);
        Assert.Equal((0.01, null), (read.Value!.Findings[0].Evidence!.Interval!.Lower, read.Value.Findings[0].Evidence!.Interval!.Upper));
    }

    [Fact]
    public void Numbers_survive_to_the_last_bit()
    {
        double[] values = [0.1 + 0.2, Math.PI, double.Epsilon, double.MaxValue, -1e-300, 1.0 / 3, 123456789.123456789];
        foreach (var value in values)
        {
            var report = ReportSamples.Make([SampleModelFindings.Metric("auc", "min", 0.8, null, value, 0, 1, Outcome.Passed, 1)]);

            Assert.Equal(value, ReportJson.Read(ReportJson.Write(report)).Value!.Findings[0].Evidence!.Candidate);
        }
    }

    [Fact]
    public void Line_ends_may_change_on_the_way() =>
        Assert.Empty(ReportJson.Read(ReportJson.Write(Sample).ReplaceLineEndings("\r\n")).Problems);

    [Theory]
    [InlineData("\"gate\": \"churn\"", "\"gate\": \"other\"")]
    [InlineData("\"candidate\": 0.7326", "\"candidate\": 0.8326")]
    [InlineData("\"loosened\": [", "\"loosened\" : [")]
    [InlineData("\"tool\": \"0.1.0\"", "\"tool\": \"\\u0030.1.0\"")]
    public void A_text_that_was_changed_is_told_so(string old, string changed) =>
        Assert.Equal("MLG6003", CodeOf(ReportJson.Write(Sample).Replace(old, changed, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"exitCode\": 1", "\"exitCode\": 0")]
    [InlineData("\"outcome\": \"failed\",\n    \"exitCode\"", "\"outcome\": \"passed\",\n    \"exitCode\"")]
    [InlineData("\"warnings\": 2", "\"warnings\": 0")]
    [InlineData("\"failed\": 4", "\"failed\": 0")]
    public void A_verdict_that_its_findings_do_not_give_is_refused(string old, string changed)
    {
        var text = ReportJson.Write(Sample);

        Assert.Contains(old, text, StringComparison.Ordinal);
        Assert.Equal("MLG6001", CodeOf(text.Replace(old, changed, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"id\": \"datasets.train\"", "\"id\": \"models.train\"")]
    [InlineData("\"id\": \"datasets.train\"", "\"id\": \"datasets.train.columns\"")]
    [InlineData("\"id\": \"datasets.train\"", "\"id\": \"datasets.test\"")]
    [InlineData("\"section\": \"models\"", "\"section\": \"monitors\"")]
    [InlineData("      \"section\": \"models\",\n", "")]
    public void A_part_that_is_none_of_its_section_is_refused(string old, string changed)
    {
        var text = ReportJson.Write(Sample);

        Assert.Contains(old, text, StringComparison.Ordinal);
        Assert.Equal("MLG6001", CodeOf(text.Replace(old, changed, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"commits\":14", "\"commits\": 14", "MLG6003")]
    [InlineData("\"commits\":14", "\"commits\":0", "MLG6001")]
    [InlineData("\"commits\":14", "\"commits\":-1", "MLG6001")]
    [InlineData("[\"models.churn\"]", "[null]", "MLG6001")]
    [InlineData("[\"models.churn\"]", "null", "MLG6001")]
    [InlineData("\"branch\":\"origin/main\",", "", "MLG6001")]
    public void A_lag_that_is_none_is_refused(string old, string changed, string code)
    {
        var text = ReportJson.Write(ReportSamples.All["stale"]);

        Assert.Contains(old, text, StringComparison.Ordinal);
        Assert.Equal(code, CodeOf(text.Replace(old, changed, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"schema\":2}")]
    [InlineData("not json")]
    [InlineData("{\"schema\":\"1\"}")]
    public void What_is_no_report_is_not_readable(string text) => Assert.Equal("MLG6001", CodeOf(text));

    [Fact]
    public void Deep_nesting_is_not_followed() => Assert.Equal("MLG6001", CodeOf(new string('[', 100_000)));

    [Fact]
    public void A_report_of_another_schema_says_which() =>
        Assert.Equal("MLG6004", CodeOf(ReportJson.Write(Sample).Replace("\"schema\": 2", "\"schema\": 1", StringComparison.Ordinal)));

    [Fact]
    public void A_report_beyond_the_cap_is_not_parsed()
    {
        var read = ReportJson.Read(ReportJson.Write(Sample), maxBytes: 1_000);

        Assert.Equal("MLG6002", Assert.Single(read.Problems).Code);
    }

    [Fact]
    public void A_code_of_another_version_is_shown_and_not_weighed()
    {
        var report = Sample with
        {
            Findings = [.. Sample.Findings.Select(finding => finding with { Code = finding.Code == "MLG4102" ? "MLG4999" : finding.Code })],
        };

        var read = ReportJson.Read(ReportJson.Write(report));

        Assert.Empty(read.Problems);

        // The shape of 'dvc metrics diff' has no place for a code.
        Assert.All(Renderers.All.Where(renderer => renderer.Format != "dvc"), renderer =>
            Assert.Contains("MLG4999", renderer.Render(read.Value!), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_report_on_disk_is_read_back()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["report.json"], ReportJson.Write(Sample));

        Assert.Equal(ReportJson.Write(Sample), ReportJson.Write(ReportOnDisk.Read(folder["report.json"]).Value!));
    }

    [Fact]
    public void A_file_that_cannot_be_read_has_a_code()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["bad.json"], [0x7b, 0xff, 0xfe, 0x7d]);
        File.WriteAllBytes(folder["large.json"], new byte[4_096]);

        Assert.Equal("MLG7001", Assert.Single(ReportOnDisk.Read(folder["none.json"]).Problems).Code);
        Assert.Equal("MLG6001", Assert.Single(ReportOnDisk.Read(folder["bad.json"]).Problems).Code);
        Assert.Equal("MLG6002", Assert.Single(ReportOnDisk.Read(folder["large.json"], maxBytes: 1_000).Problems).Code);
    }

    [GeneratedRegex("^  \"(digest|generatedAt|behind|history)\": ")]
    private static partial Regex Undigested();

    private static string CodeOf(string text) => Assert.Single(ReportJson.Read(text).Problems).Code;

    // Globalization is invariant: the name alone would change nothing, so the numbers are made hostile by hand.
    private static CultureInfo Hostile(string name)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = name == "de-DE" ? "," : "\u066B";
        culture.NumberFormat.NumberGroupSeparator = name == "tr-TR" ? "." : "\u066C";
        culture.NumberFormat.NegativeSign = "\u200F-";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.Calendar = new GregorianCalendar();
        return culture;
    }
}
