using MlGate.MSBuild.Inputs;
using MlGate.MSBuild.Tasks;
using MlGate.Platform;
using MlGate.Testing;

namespace MlGate.MSBuild.Tests;

/// <summary>Which <c>dotnet</c> runs the worker: never one of the gate's folder.</summary>
[Collection(nameof(MlGateTaskHostTests))]
[CollectionDefinition(nameof(MlGateTaskHostTests), DisableParallelization = true)]
public sealed class MlGateTaskHostTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string path = Environment.GetEnvironmentVariable("PATH") ?? "";
    private readonly string current = Directory.GetCurrentDirectory();

    public MlGateTaskHostTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The decoys are scripts of a POSIX shell.");
        Program("gate/dotnet");
        Program("gate/bin/dotnet");
        folder.Write("worker/mlgate.dll", "");
        folder.Write("gate/mlgate.yml", "");
        Directory.SetCurrentDirectory(folder["gate"]);
    }

    public void Dispose()
    {
        Directory.SetCurrentDirectory(current);
        Environment.SetEnvironmentVariable("PATH", path);
        folder.Dispose();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("dotnet")]
    [InlineData("./dotnet")]
    [InlineData("bin/dotnet")]
    public void A_host_is_never_looked_for_in_the_working_directory(string? named)
    {
        Program("installed/dotnet");
        Environment.SetEnvironmentVariable("PATH", $".::bin:{folder["gate/bin"]}:{folder["installed"]}");

        var host = new Probe(folder, named).Host;

        Assert.Equal(ProgramFinder.CurrentDotnetHost() ?? folder["installed/dotnet"], host);
    }

    [Fact]
    public void The_host_that_the_build_names_is_taken()
    {
        Program("sdk/dotnet");

        Assert.Equal(folder["sdk/dotnet"], new Probe(folder, folder["sdk/dotnet"]).Host);
    }

    [Fact]
    public void A_host_that_is_not_found_is_an_error_with_a_code()
    {
        Assert.SkipWhen(ProgramFinder.CurrentDotnetHost() is not null, "These tests are run by dotnet itself.");
        Environment.SetEnvironmentVariable("PATH", ".:bin");
        var engine = new FakeBuildEngine();

        Assert.False(new Probe(folder, null) { BuildEngine = engine }.Execute());

        Assert.Equal("MLG7006", Assert.Single(engine.Errors).Code);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_lock_that_is_no_file_is_not_waited_for()
    {
        File.CreateSymbolicLink(folder["lock"], folder["lock"]);

        await Assert.ThrowsAsync<UnsafeFileException>(() =>
            Task.Run(() => FileLock.Take(folder["lock"], new ManualResetEvent(false)), TestContext.Current.CancellationToken)
        );
    }

    private void Program(string relative) =>
        File.SetUnixFileMode(
            folder.Write(relative, "#!/bin/sh\n"),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );

    private sealed class Probe : MlGateTask
    {
        public Probe(TempFolder folder, string? host)
        {
            DotNetHost = host;
            WorkerPath = folder["worker/mlgate.dll"];
            Gate = new GatePaths(folder["gate/mlgate.yml"], folder["out"], folder["state"]).ToItem();
        }

        public string Host => GenerateFullPathToTool();

        protected override string Verb => "check";
    }
}
