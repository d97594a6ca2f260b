using System.Text;

namespace MlGate.Cli.Tests.Worker;

/// <summary>Test sets that cannot decide: exit 2, with what it would take.</summary>
public sealed class DegenerateTests
{
    private static WorkerAnswer Check(Func<int, string> label, Func<int, string> score, int rows)
    {
        using var repository = new GateRepository();
        repository.Replace("mlgate.yml", "auc: { min: 0.7, max-drop: 0.05 }", "auc: { max-drop: 0.05 }");
        repository.Replace("mlgate.yml", "recall: { max-drop: 10pt }", "recall: { max-drop: 10pt, when-inconclusive: fail }");
        var test = new StringBuilder("id,x,country,label\n");
        var scores = new StringBuilder("id,p\n");
        for (var row = 0; row < rows; row++)
        {
            test.Append($"e{row},1,DE,{label(row)}\n");
            scores.Append($"e{row},{score(row)}\n");
        }

        repository.Write("data/test.csv", test.ToString());
        repository.Write("models/m.csv", scores.ToString());
        repository.Must("lock");
        repository.Commit("small");
        repository.Write(
            "models/m.csv",
            scores.ToString().Replace("e1,0.9", "e1,0.8", StringComparison.Ordinal).Replace("e3,0.6", "e3,0.4", StringComparison.Ordinal)
        );
        repository.Must("lock");
        return repository.Check();
    }

    [Fact]
    public void A_single_class_decides_nothing()
    {
        var answer = Check(_ => "No", row => row % 2 == 0 ? "0.2" : "0.9", 100);

        Assert.True(answer.Exit == 2, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic.Code == "MLG4106");
    }

    [Fact]
    public void A_handful_of_rows_is_inconclusive_and_says_how_many_it_would_take()
    {
        var answer = Check(
            row => row % 2 == 1 ? "Yes" : "No",
            row =>
                row switch
                {
                    1 => "0.9",
                    3 => "0.6",
                    _ => row % 4 < 2 ? "0.3" : "0.7",
                },
            20
        );

        Assert.True(answer.Exit == 2, answer.ToString());
        Assert.Contains("needed", answer.Report!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_score_is_measured_as_what_it_is()
    {
        var answer = Check(row => row % 2 == 1 ? "Yes" : "No", _ => "0.5", 200);

        Assert.True(answer.Exit == 0, answer.ToString());
    }
}
