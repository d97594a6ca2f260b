using System.Text;
using MlGate.Findings;
using MlGate.GateFile.Parsing;
using MlGate.Gates;
using MlGate.Testing;

namespace MlGate.GateFile.Tests;

public sealed class BadGatesTests
{
    public static TheoryData<string> Names => [.. BadGates.All.Select(bad => bad.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bad_gate_file_is_refused_with_code_and_place(string name)
    {
        var bad = BadGates.All.Single(bad => bad.Name == name);

        var result = Parse(bad.Text);

        Assert.Null(result.Value);
        Assert.Equal(
            bad.Expected,
            string.Join(", ", result.Problems.Select(problem => $"{problem.Code} {problem.Place!.Line}:{problem.Place.Column}"))
        );
    }

    [Fact]
    public void Every_message_says_what_was_found_what_is_expected_and_a_way_out()
    {
        var messages = new StringBuilder();
        foreach (var bad in BadGates.All)
        {
            messages.Append("# ").Append(bad.Name).Append('\n');
            foreach (var problem in Parse(bad.Text).Problems)
            {
                messages.Append(problem.Place).Append(": ").Append(problem.Code).Append(": ").Append(problem.Message).Append('\n');
            }
        }

        Snapshot.Verify(messages.ToString());
    }

    [Fact]
    public void Every_problem_stops_the_run_by_the_exit_code_of_its_kind() =>
        Assert.All(BadGates.All.SelectMany(bad => Parse(bad.Text).Problems), problem =>
            Assert.Equal(Diagnostics.Get(problem.Code).Exit, Verdict.From([problem]).ExitCode)
        );

    [Fact]
    public void Every_message_is_one_line_without_control_characters() =>
        Assert.All(BadGates.All.SelectMany(bad => Parse(bad.Text).Problems), problem =>
            Assert.DoesNotContain(problem.Message, char.IsControl)
        );

    private static Result<Gate> Parse(string text) =>
        GateParser.Parse(text, "mlgate.yml", new GateFilesInMemory { Texts = { ["empty.txt"] = "\n\n" } });
}
