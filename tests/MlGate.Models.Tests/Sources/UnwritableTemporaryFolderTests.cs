using System.Diagnostics;
using MlGate.Findings;
using MlGate.Models.Tests.ScoringHost;
using MlGate.Testing;

namespace MlGate.Models.Tests.Sources;

public sealed class UnwritableTemporaryFolderTests(TrainedModels models) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_temporary_folder_that_cannot_be_used_is_said_by_its_code()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows finds the temporary folder otherwise.");

        // A process of its own, because the temporary folder is the whole process's.
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList =
            {
                "exec",
                Path.Combine(AppContext.BaseDirectory, "MlGate.Models.Tests.ScoringHost.dll"),
                "as-parent",
                models.Test,
                models.Candidate,
                folder["cache"],
            },
            RedirectStandardOutput = true,
        };
        start.Environment["TMPDIR"] = folder.Write("no-folder", "");
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("in the temporary folder during scoring", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scorer_that_cannot_write_its_answer_is_no_fault_of_the_models()
    {
        var request = Requests.Of(models.Test, models.Candidate, models.Baseline);

        var problems = (
            await Requests.Predictions(folder.Path, "scores-on-a-full-disk").PredictAsync(request, CancellationToken.None)
        ).Problems;

        Assert.Equal(("MLG7002", Outcome.NotMeasured), (Assert.Single(problems).Code, problems[0].Outcome));
        Assert.Equal(ExitCode.Environment, Diagnostics.FileNotAccessible.Exit);
    }
}
