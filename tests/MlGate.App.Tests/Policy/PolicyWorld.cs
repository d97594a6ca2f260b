using MlGate.Core.Tests.Runs;
using MlGate.Findings;
using MlGate.GateFile.Parsing;
using MlGate.Reports;
using MlGate.Versions;

namespace MlGate.App.Tests.Policy;

/// <summary>A pull request with one dataset and one model, in memory.</summary>
internal static class PolicyWorld
{
    public const string BaseGate = """
        version: 1
        name: small
        datasets:
          train: { path: data/train.csv, disjoint-from: [test] }
          test: { path: data/test.csv }
        models:
          m:
            path: models/m.zip
            task: binary-classification
            test: test
            label: label
            positive: "Yes"
            metrics: { recall: { min: 0.5, max-drop: 0.05 } }
        """;

    public static World PullRequest(string? head = null, string? @base = BaseGate)
    {
        var world = new World
        {
            Checkout = new Checkout(new string('c', 40), "work", "main"),
            Head = head ?? BaseGate,
            Base = @base,
        };
        world.Gate = GateParser.Load("mlgate.yml", world).Value!;
        return world;
    }

    public static Baseline Tip => new(new string('9', 40), "origin/main", "the tip of origin/main");

    public static Finding Of(Report report, string id) => Assert.Single(report.Findings, finding => finding.Id == id);
}
