namespace MlGate.Actions.Tests.Validating;

/// <summary>Each judge can say no: a rule that lets everything pass is none.</summary>
public sealed class InvalidTests
{
    private const string Pin = "8e8c483db84b4bee98b60c0593521ed34d9990e8";

    private const string Workflow = $$$"""
        name: x
        on: [pull_request]
        permissions: { contents: read }
        concurrency: { group: x }
        jobs:
          x:
            runs-on: ubuntu-latest
            timeout-minutes: 5
            steps:
              - uses: actions/checkout@{{{Pin}}} # v6.0.1
                with: { persist-credentials: false }
              - uses: mlgate/mlgate@v1
                with: { gates: all }

        """;

    [Fact]
    public void Nobody_has_anything_against_the_workflow_that_these_tests_break()
    {
        Node.Need();

        Assert.Empty(Judges.Ask([("x", Workflow)]));
    }

    [Theory]
    [InlineData("runs-on: ubuntu-latest", "run-on: ubuntu-latest", "action-validator", "run-on")]
    [InlineData("[pull_request]", "[pull_requests]", "language service", "pull_requests")]
    [InlineData("contents: read", "contents: reed", "actionlint", "reed")]
    [InlineData("on: [pull_request]", "on: [pull_request_target]", "rules", "pull_request_target")]
    [InlineData("permissions: { contents: read }", "env: { A: b }", "rules", "no permissions")]
    [InlineData("concurrency: { group: x }", "env: { A: b }", "rules", "no concurrency")]
    [InlineData("    timeout-minutes: 5\n", "", "rules", "no limit of time")]
    [InlineData(" # v6.0.1", "", "rules", "not pinned")]
    [InlineData(Pin, "v6", "rules", "not pinned")]
    [InlineData("persist-credentials: false", "fetch-depth: 0", "rules", "credentials")]
    [InlineData("mlgate@v1", "mlgate@main", "rules", "not pinned")]
    [InlineData("gates: all", "gate: all", "rules", "no input 'gate'")]
    [InlineData("mlgate/mlgate@v1\n        with: { gates: all }", "mlgate/mlgate/publish@v1", "rules", "needs the input 'gates'")]
    [InlineData(
        "on: [pull_request]",
        "on: [workflow_run]",
        "rules",
        "foreign code",
        "persist-credentials: false",
        "persist-credentials: false, ref: x"
    )]
    [InlineData(
        "- uses: mlgate/mlgate@v1\n        with: { gates: all }",
        "- run: echo '${{ github.event.pull_request.title }}'",
        "actionlint",
        "potentially untrusted"
    )]
    [InlineData(
        "- uses: mlgate/mlgate@v1\n        with: { gates: all }",
        "- run: echo '${{ github.sha }}'",
        "rules",
        "an expression in a script"
    )]
    public void A_mistake_in_a_workflow_is_noticed(
        string good,
        string bad,
        string judge,
        string complaint,
        string alsoGood = "name: x",
        string alsoBad = "name: y"
    )
    {
        Node.Need();
        var broken = Workflow.Replace(good, bad, StringComparison.Ordinal).Replace(alsoGood, alsoBad, StringComparison.Ordinal);
        Assert.NotEqual(Workflow, broken);

        Assert.Contains(Judges.Ask([("x", broken)]), line =>
            line.StartsWith($"x: {judge}: ", StringComparison.Ordinal) && line.Contains(complaint, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("using: composite", "using: composit", "action-validator", "")]
    [InlineData("using: composite", "using: composit", "language service", "")]
    [InlineData("      shell: bash\n", "", "action-validator", "")]
    [InlineData("inputs.fetch == 'true'", "inputs.fetsh == 'true'", "rules", "'fetsh' is used and not declared")]
    [InlineData("MLGATE_BASELINE: ${{ inputs.baseline }}", "MLGATE_BASELINE: x", "rules", "'baseline' is declared and not used")]
    [InlineData("      id: restore\n", "", "rules", "the step 'restore' is asked before it ran")]
    [InlineData("      id: check\n", "      id: chek\n", "rules", "an output asks the step 'check'")]
    [InlineData(
        "run: bash \"$GITHUB_ACTION_PATH/eng/action/check.sh\"",
        "run: bash ${{ github.action_path }}/eng/action/check.sh",
        "rules",
        "an expression in a script"
    )]
    [InlineData(" # v5.0.1", "", "rules", "not pinned")]
    public void A_mistake_in_the_action_is_noticed(string good, string bad, string judge, string complaint)
    {
        Node.Need();
        var action = Checkout.Read("action.yml");
        var broken = action.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(action, broken);

        Assert.Contains(Judges.Ask([], broken), line =>
            line.StartsWith($"action.yml: {judge}: ", StringComparison.Ordinal) && line.Contains(complaint, StringComparison.Ordinal)
        );
    }
}
