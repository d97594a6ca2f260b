using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Models.Tests.ScoringHost;
using MlGate.Models.Worker;
using MlGate.Testing;
using static MlGate.Models.Tests.Sources.PredictionColumns;

namespace MlGate.Models.Tests.Sources;

/// <summary>Models and test sets that are not measured, and why.</summary>
public sealed class RefusedPredictionsTests(TrainedModels models) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Maybe", "MLG4003")]
    [InlineData("", "MLG4003")]
    public async Task A_label_that_is_no_class_is_told_by_its_row(string label, string code)
    {
        var test = Rewrite((cells, line) => string.Join(',', line == 8 ? cells.Select((cell, index) => index == 6 ? label : cell) : cells));

        var problem = Assert.Single(
            (await Requests.Predictions(folder.Path).PredictAsync(Requests.Of(test, models.Candidate), CancellationToken.None)).Problems
        );

        Assert.Equal((code, Outcome.Failed), (problem.Code, problem.Outcome));
        Assert.Equal([8], problem.Evidence!.OffendingRows);
        Assert.Equal(
            label.Length > 0,
            problem.Message.Contains("2 label values besides the positive one 'Yes': 'Maybe', 'No'", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_class_that_the_model_never_saw_is_told_by_its_row()
    {
        var test = Rewrite((cells, line) => string.Join(',', line == 3 ? cells.Select((cell, index) => index == 7 ? "new" : cell) : cells));

        var problem = Assert.Single(
            (
                await Requests
                    .Predictions(folder.Path)
                    .PredictAsync(
                        Requests.Of(test, models.Multiclass, task: ModelTask.MulticlassClassification, label: "kind"),
                        CancellationToken.None
                    )
            ).Problems
        );

        Assert.Equal("MLG4003", problem.Code);
        Assert.Equal([3], problem.Evidence!.OffendingRows);
    }

    [Fact]
    public async Task A_weight_that_is_not_positive_is_refused()
    {
        var request = Requests.Of(
            Rewrite((cells, line) => string.Join(',', line == 5 ? cells.Select((cell, index) => index == 9 ? "0" : cell) : cells)),
            models.Candidate
        );

        var problem = Assert.Single(
            (
                await Requests
                    .Predictions(folder.Path)
                    .PredictAsync(
                        request with
                        {
                            TestGate = request.TestGate with { Columns = [Column("weight", ColumnRole.Weight)] },
                        },
                        CancellationToken.None
                    )
            ).Problems
        );

        Assert.Equal([5], problem.Evidence!.OffendingRows);
    }

    [Fact]
    public async Task A_test_set_without_rows_is_an_error()
    {
        var test = folder.Write("empty.csv", File.ReadLines(models.Test).First() + "\n");

        Assert.Equal(
            "MLG2007",
            Assert
                .Single(
                    (
                        await Requests.Predictions(folder.Path).PredictAsync(Requests.Of(test, models.Candidate), CancellationToken.None)
                    ).Problems
                )
                .Code
        );
    }

    [Fact]
    public async Task A_model_that_changed_after_it_was_versioned_is_never_loaded()
    {
        var copy = folder["model.zip"];
        File.Copy(models.Candidate, copy);
        var request = Requests.Of(models.Test, copy);
        File.Copy(models.Baseline, copy, overwrite: true);

        var problem = Assert.Single(
            (
                await Requests
                    .Predictions(folder.Path, "hang", new ScoringLimits { Time = TimeSpan.FromSeconds(30) })
                    .PredictAsync(request, CancellationToken.None)
            ).Problems
        );

        Assert.Equal("MLG1007", problem.Code);
    }

    [Fact]
    public async Task A_linked_model_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        var link = folder["model.zip"];
        var request = Requests.Of(models.Test, models.Candidate);
        File.CreateSymbolicLink(link, models.Candidate);
        var file = request.Candidate.Files[0] with { Location = link };

        var problem = Assert.Single(
            (
                await Requests
                    .Predictions(folder.Path)
                    .PredictAsync(request with { Candidate = request.Candidate with { Files = [file] } }, CancellationToken.None)
            ).Problems
        );

        Assert.Equal("MLG3002", problem.Code);
    }

    [Fact]
    public async Task A_custom_mapping_is_refused_before_it_is_loaded() =>
        Assert.Equal(
            "MLG3013",
            Assert
                .Single(
                    (
                        await Requests
                            .Predictions(folder.Path, "hang")
                            .PredictAsync(Requests.Of(models.Test, models.Custom), CancellationToken.None)
                    ).Problems
                )
                .Code
        );

    [Fact]
    public void The_gate_itself_never_loads_ML_NET()
    {
        var start = new System.Diagnostics.ProcessStartInfo(
            "dotnet",
            [
                "exec",
                Path.Combine(AppContext.BaseDirectory, "MlGate.Models.Tests.ScoringHost.dll"),
                "as-parent",
                models.Test,
                models.Candidate,
                folder.Path,
            ]
        )
        {
            RedirectStandardOutput = true,
        };
        using var process = System.Diagnostics.Process.Start(start)!;

        var said = process.StandardOutput.ReadToEnd();

        Assert.Equal(["rows 200", "loaded 0"], said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private string Rewrite(Func<string[], string> row) => Rewrite((cells, _) => row(cells));

    private string Rewrite(Func<string[], int, string> row) =>
        folder.Write("test.csv", string.Concat(File.ReadLines(models.Test).Select((line, index) => row(line.Split(','), index) + "\n")));
}
