namespace MlGate.Cli.Tests.Worker;

/// <summary>
/// Gate files that are wrong: exit 3, all mistakes at once, each with its place. Every rule is tested beside the parser; here is the door.
/// </summary>
public sealed class GateFileTests
{
    [Theory]
    [InlineData("version: 1", "version: 1\nalhpa: 0.1", "MLG0002", 2, "Did you mean 'alpha'?")]
    [InlineData("name: small", "name: small\nalpha: 0", "MLG0004", 3, "(0, 0.5)")]
    [InlineData("name: small", "name: small\nalpha: 1", "MLG0004", 3, "(0, 0.5)")]
    [InlineData("name: small", "name: small\nalpha: .nan", "MLG0003", 3, ".nan")]
    [InlineData("rows: { min: 100 }", "rows: 100", "MLG0003", 6, "")]
    [InlineData("auc: { min: 0.7, max-drop: 0.05 }", "auc: { min: 0.7, max-drop: -0.05 }", "MLG0004", 28, "minus sign")]
    [InlineData("auc: { min: 0.7, max-drop: 0.05 }", "acuracy: { min: 0.7 }", "MLG0002", 28, "Did you mean 'accuracy'?")]
    [InlineData("recall: { max-drop: 10pt }", "auc: { max-drop: 10pt }", "MLG0005", 29, "")]
    public void A_mistake_is_named_with_its_place(string old, string wrong, string code, int line, string part)
    {
        using var repository = new GateRepository();
        repository.Replace("mlgate.yml", old, wrong);

        var answer = repository.Check();

        Assert.True(answer.Exit == 3, answer.ToString());
        var diagnostic = Assert.Single(answer.Diagnostics!, diagnostic => diagnostic.Severity == "error");
        Assert.Equal((code, "mlgate.yml", line), (diagnostic.Code, diagnostic.File, diagnostic.Line));
        Assert.True(diagnostic.Column > 0, answer.ToString());
        Assert.Contains(part, diagnostic.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Bombs =>
        new()
        {
            { "a megabyte", "# " + new string('x', 1024 * 1024), "MLG0010" },
            { "a thousand levels", "baseline: " + new string('[', 1000) + new string(']', 1000), "MLG0010" },
            {
                "aliases of aliases",
                "a: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]",
                "MLG0009"
            },
        };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_file_that_would_explode_is_refused(string what, string text, string code)
    {
        using var repository = new GateRepository();
        repository.Replace("mlgate.yml", "name: small", "name: small\n" + text);

        var answer = repository.Check();

        Assert.True(answer.Exit == 3, what + answer);
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic.Code == code);
    }

    [Fact]
    public void A_wrong_command_line_is_no_failed_gate()
    {
        using var repository = new GateRepository(git: false);

        var answer = repository.Run("check", "--fromat", "json");

        Assert.True(answer.Exit == 3, answer.ToString());
        Assert.Contains("MLG0020", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_gates_of_one_name_leave_no_answer_of_an_earlier_run()
    {
        using var repository = new GateRepository(git: false);
        repository.Write("b/data.csv", "a\n1\n");
        repository.Write("b/mlgate.yml", "version: 1\nname: small\ndatasets: { train: { path: data.csv } }\n");
        repository.Write("out/b/mlgate.yml/report.json", "of an earlier run");

        var answer = repository.Run("check", "--all", "--no-progress", "--output=out");

        Assert.Equal(3, answer.Exit);
        Assert.Contains("have the same name, small", answer.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(repository["out/b/mlgate.yml/report.json"]));
    }
}
