using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlGate.Findings;
using MlGate.Reporting.Json;
using MlGate.Reports;
using MlGate.Versions;
using NJsonSchema;

namespace MlGate.Reporting.Tests;

public sealed partial class ReportSchemaTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };
    private static readonly Lazy<Task<JsonSchema>> Published = new(() => JsonSchema.FromFileAsync(Repository.Docs("report.schema.json")));
    private static readonly string[] Changes = ["null", "-1", "0.5", "1e400", "\"x\"", "[null]", "drop", "add"];

    public static TheoryData<string> Forms => [.. ReportSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_written_report_keeps_the_published_schema(string form)
    {
        var schema = await Published.Value;

        Assert.Empty(schema.Validate(ReportJson.Write(ReportSamples.All[form])));
    }

    [Fact]
    public void The_schema_names_every_kind_of_limit()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Repository.Docs("report.schema.json")))!;

        var kinds = schema["definitions"]!["limit"]!["properties"]!["kind"]!["enum"]!.AsArray().Select(kind => (string)kind!);

        Assert.Equal(LimitKinds.All.Select(kind => kind.Key), kinds);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_breaks_the_schema_is_never_read(bool pictures)
    {
        var schema = await Published.Value;
        var report = ReportSamples.Make(
            [ReportSamples.All["inconclusive"].Findings[^1]],
            loosened: ["a: 1 → 2"],
            validUntil: DateTimeOffset.UnixEpoch
        );
        var preview = ReportSamples.All["policy-changed"].Preview!;
        var full = report with
        {
            Waivers = ReportSamples.All["waived"].Waivers,
            Behind = new Behind("origin/main", 14, ["models.churn", "datasets.test"]),
            Preview = preview with { Findings = [preview.Findings[0] with { Evidence = null }] },
        };
        var text = ReportJson.Write(
            pictures
                ? ReportSamples.WithPictures(full with { Parts = [.. report.Parts.Skip(1)] })
                : full with
                {
                    Parts =
                    [
                        report.Datasets[0] with
                        {
                            Evaluated = report.Datasets[0].Baseline,
                        },
                        report.Models[^1] with
                        {
                            Anchor = report.Artifacts[^1].Baseline,
                            AnchorCommit = report.Artifacts[^1].BaselineCommit,
                            Training = new ReportedTraining(
                                report.Artifacts[^1].Candidate!,
                                [new ReportedRead("datasets.train", report.Artifacts[^1].Baseline, report.Artifacts[^1].Candidate)]
                            ),
                        },
                    ],
                }
        );
        var (broken, sound) = (0, 0);

        foreach (var (mutant, what) in Mutants(text))
        {
            var (valid, read) = (schema.Validate(mutant).Count == 0, ReportJson.Read(mutant));

            // The other way round need not hold: the reader also wants the verdict to follow from the findings.
            Assert.True(valid || read.Problems.Count > 0, $"{what} breaks the schema and was read");
            if (read.Problems.Count == 0)
            {
                sound++;
            }
            else
            {
                broken++;
            }
        }

        Assert.True(broken > 250, $"only {broken} mutants broke the schema");
        Assert.True(sound > 10, $"only {sound} mutants were signed well enough to be read");
    }

    /// <summary>Every value of a report replaced by values of other kinds, every property dropped, one added to every object.</summary>
    private static IEnumerable<(string Text, string What)> Mutants(string text)
    {
        var count = Nodes(JsonNode.Parse(text)!).Count();
        for (var at = 0; at < count; at++)
        {
            foreach (var change in Changes)
            {
                var root = JsonNode.Parse(text)!;
                var node = Nodes(root).ElementAt(at);
                var what = $"{change} at {node.GetPath()}";
                if (Mutate(node, change) && Sign(root) is var mutant && !JsonNode.DeepEquals(JsonNode.Parse(mutant), JsonNode.Parse(text)))
                {
                    yield return (mutant, what);
                }
            }
        }
    }

    // Whoever changes a report can also compute its digest again: the reader must not live by the digest alone.
    private static string Sign(JsonNode root)
    {
        // What is on many lines for the serializer is on one for the reader.
        var lines = root is not JsonObject
            ? []
            : new[] { "behind", "history" }
                .Where(name => root[name] is not null)
                .ToDictionary(name => name, name => root[name]!.ToJsonString());
        foreach (var name in lines.Keys)
        {
            root[name] = $"ONE LINE OF {name}";
        }

        var text = lines.Aggregate(root.ToJsonString(Indented) + "\n", (so, line) =>
            so.Replace($"\"ONE LINE OF {line.Key}\"", line.Value, StringComparison.Ordinal)
        );
        var digested = text.Split('\n').Where(line => !Undigested().IsMatch(line));
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', digested))));
        return DigestLine().Replace(text, $"  \"digest\": \"{digest}\"", 1);
    }

    [GeneratedRegex("^  \"(digest|generatedAt|behind|history)\": ")]
    private static partial Regex Undigested();

    [GeneratedRegex("^  \"digest\": \"[0-9a-f]*\"", RegexOptions.Multiline)]
    private static partial Regex DigestLine();

    private static bool Mutate(JsonNode node, string change)
    {
        switch (change)
        {
            case "add" when node is JsonObject target:
                target["added"] = 1;
                return true;
            case "add":
                return false;
            case "drop" when node.Parent is JsonObject parent:
                return parent.Remove(node.GetPropertyName());
            case "drop":
                return false;
            default:
                if (node.Parent is null)
                {
                    return false;
                }

                node.ReplaceWith(JsonNode.Parse(change));
                return true;
        }
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode root) =>
        [
            root,
            .. root switch
            {
                JsonObject target => target.Select(pair => pair.Value).OfType<JsonNode>().SelectMany(Nodes),
                JsonArray array => array.OfType<JsonNode>().SelectMany(Nodes),
                _ => [],
            },
        ];
}
