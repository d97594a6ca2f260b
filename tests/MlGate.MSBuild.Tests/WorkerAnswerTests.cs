using MlGate.MSBuild.Answers;
using MlGate.Testing;

namespace MlGate.MSBuild.Tests;

public sealed class WorkerAnswerTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void A_full_answer_is_read_as_the_contract_says()
    {
        var path = folder.Write(
            "diagnostics.json",
            """
            {
              "schema": 1, "summary": "churn: failed", "validUntil": "2026-12-24T00:00:00Z", "later": { "keys": [1] },
              "diagnostics": [
                { "code": "MLG4102", "severity": "error", "subject": "models.churn", "file": "mlgate.yml", "line": 14, "column": 16,
                  "message": "auc fell \u2014 \"much\"", "helpLink": "https://x" },
                { "code": "MLG2101", "severity": "warning", "subject": "s", "file": null, "line": 0, "column": 0,
                  "message": "drifted", "helpLink": null }
              ]
            }
            """
        );

        var answer = WorkerAnswer.Read(path, out _)!;

        Assert.Equal(("churn: failed", new DateTime(2026, 12, 24, 0, 0, 0, DateTimeKind.Utc)), (answer.Summary, answer.ValidUntil));
        Assert.Equal(
            [
                new WorkerDiagnostic("MLG4102", DiagnosticLevel.Error, "mlgate.yml", 14, 16, "auc fell \u2014 \"much\"", "https://x"),
                new WorkerDiagnostic("MLG2101", DiagnosticLevel.Warning, null, 0, 0, "drifted", null),
            ],
            answer.Diagnostics
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"schema\":1}")]
    [InlineData("{\"schema\":2,\"diagnostics\":[]}")]
    [InlineData("{\"schema\":\"one\",\"diagnostics\":[]}")]
    [InlineData("{\"schema\":1,\"validUntil\":\"soon\",\"diagnostics\":[]}")]
    [InlineData("{\"schema\":1,\"diagnostics\":[{\"code\":\"MLG1\"}]}")]
    [InlineData("{\"schema\":1,\"diagnostics\":[{\"severity\":\"error\"}]}")]
    [InlineData("{\"schema\":1,\"diagnostics\":[{\"code\":\"MLG1\",\"severity\":\"error\",\"line\":1e99}]}")]
    [InlineData("{\"schema\":1,\"diagnostics\":[]")]
    [InlineData("{\"schema\":1,\"diagnostics\":[{\"code\":\"MLG1\",\"severity\":\"warning\",\"message\":\"\\\"}]}\"}")]
    public void A_damaged_answer_is_none_and_says_why(string json)
    {
        var answer = WorkerAnswer.Read(folder.Write("diagnostics.json", json), out var problem);

        Assert.Null(answer);
        Assert.StartsWith("its diagnostics.json cannot be read: ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_answer_is_none()
    {
        Assert.Null(WorkerAnswer.Read(folder["diagnostics.json"], out var problem));
        Assert.Equal("wrote no diagnostics.json", problem);
    }

    [Theory]
    [InlineData("plain text, with {0} braces", "plain text, with {0} braces")]
    [InlineData("a\r\nb\tc", "a  b c")]
    [InlineData("\u001b[31mred", " [31mred")]
    [InlineData("a\u2028b\u202ec\u200bd", "a b c d")]
    public void Text_of_others_stays_on_its_line(string text, string expected) => Assert.Equal(expected, OneLine.From(text));

    public void Dispose() => folder.Dispose();
}
