using MlGate.Core.Tests.Runs;
using MlGate.GateFile.Parsing;

namespace MlGate.App.Tests.Policy;

public sealed class WaiversOfBaseTests
{
    [Fact]
    public async Task A_gate_that_trusts_its_base_alone_reads_no_waiver_of_the_pull_request()
    {
        const string Text = "version: 1\nname: small\nwaivers: base-only\ndatasets: { test: { path: data/test.csv } }\n";
        var world = new World
        {
            Checkout = new(new string('c', 40), "work", "main"),
            Base = Text,
            Head = Text,
        };
        world.Gate = GateParser.Load("mlgate.yml", world).Value!;

        await world.RunPullRequest();

        Assert.Equal(
            ["waivers of " + new string('b', 40)],
            world.Asked.Where(asked => asked.StartsWith("waivers", StringComparison.Ordinal))
        );
    }
}
