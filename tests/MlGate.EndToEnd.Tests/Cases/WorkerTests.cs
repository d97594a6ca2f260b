using System.Diagnostics;
using MlGate.EndToEnd.Tests.Builds;

namespace MlGate.EndToEnd.Tests.Cases;

/// <summary>The worker as a process.</summary>
public sealed class WorkerTests(PackedMlGate package)
{
    [Fact]
    public void A_worker_that_is_missing_is_named()
    {
        using var project = GatedProject.Create(package);

        var run = project.Build("-p:MlGateToolPath=gone/mlgate.dll").Expect(succeeded: false, checks: 1, errors: ["MLG0021"]);

        Assert.Contains(project["gone/mlgate.dll"], run.Errors[0].Text, StringComparison.Ordinal);
        Assert.Empty(project.Runs);
    }

    [Fact]
    public void A_time_out_ends_the_worker_and_its_children()
    {
        using var project = GatedProject.Create(package, "hang");

        var run = project
            .Build("-p:MlGateTimeoutSeconds=3")
            .Expect(succeeded: false, checks: 1, errors: ["MLG8001"], warnings: ["MSB5002"]);

        Assert.Contains("3 s", run.Errors[0].Text, StringComparison.Ordinal);
        Assert.All(File.ReadAllLines(project["fake-hanging.txt"]), AssertGone);
        project.Build("-p:MlGateTimeoutSeconds=soon").Expect(succeeded: false, checks: 1, errors: ["MLG0020"]);
    }

    [Fact]
    public async Task A_cancelled_build_ends_the_worker_and_its_children()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A test cannot press Ctrl+C there.");
        using var project = GatedProject.Create(package, "hang");
        using var build = project.Start("build", "--no-restore");
        var output = (build.StandardOutput.ReadToEndAsync(), build.StandardError.ReadToEndAsync());
        using var watcher = new FileSystemWatcher(project.Folder, "fake-hanging.txt");
        var hanging = new TaskCompletionSource();
        watcher.Renamed += (_, _) => hanging.TrySetResult();
        watcher.EnableRaisingEvents = true;
        if (File.Exists(project["fake-hanging.txt"]))
        {
            hanging.TrySetResult();
        }

        await Task.WhenAny(hanging.Task, build.WaitForExitAsync());
        using (var kill = Process.Start("kill", ["-INT", build.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await build.WaitForExitAsync();
        Assert.NotEqual(0, build.ExitCode);
        Assert.True(File.Exists(project["fake-hanging.txt"]), await output.Item1 + await output.Item2);
        Assert.All(File.ReadAllLines(project["fake-hanging.txt"]), AssertGone);
        Assert.False(File.Exists(project["obj/Debug/net10.0/mlgate/passed.stamp"]));
    }

    // The kill is sent when the build ends; the system takes its time to carry it out.
    private static void AssertGone(string id) =>
        Assert.True(SpinWait.SpinUntil(() => !IsAlive(id), TimeSpan.FromSeconds(30)), $"Process {id} is still there.");

    private static bool IsAlive(string id)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Process.GetProcesses().Any(process => process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == id);
        }

        try
        {
            // A process that was ended may stay in the table until its parent has asked for its exit code.
            return !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
