using MlGate.Git.Locks;
using MlGate.Git.Repositories;

namespace MlGate.Git.Tests;

/// <summary>Runs the tests, or is the writer of locks that a test starts as a process of its own.</summary>
internal static class Program
{
    public const string Writer = "--write-locks";

    public static async Task<int> Main(string[] args) =>
        args is [Writer, var folder, var name, var rounds] ? await WriteLocks(folder, name, int.Parse(rounds))
        : args.Any(arg => arg is "--server" or "--internal-msbuild-node")
            ? Xunit
                .MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
                .GetAwaiter()
                .GetResult()
        : Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args).GetAwaiter().GetResult();

    // Ready after the first lock: whoever waits for that reads one line.
    private static async Task<int> WriteLocks(string folder, string name, int rounds)
    {
        var store = new LockStore(new GitSettings { GateFolder = folder, WriterWait = TimeSpan.FromMinutes(2) });
        for (var round = 0; round < rounds; round++)
        {
            if ((await store.WriteAsync([LockRecords.Of(name, round)], default)).Count > 0)
            {
                return 1;
            }

            if (round == 0)
            {
                Console.WriteLine("ready");
            }
        }

        return 0;
    }
}
