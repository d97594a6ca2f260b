using System.Diagnostics;
using MlGate.FakeServers.Contract;
using MlGate.Testing;

namespace MlGate.Publishing.Tests;

/// <summary>A proxy that others wrote, between client and fake: what passes it is what GitHub's description allows.</summary>
internal sealed class Prism : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Process process;

    private Prism(string script, string upstream)
    {
        var document = folder.Write("github.json", OpenApi.Of(ServerContract.GitHub.Document));
        Port = LocalServer.FreePort();
        var start = new ProcessStartInfo(
            "node",
            [script, "proxy", document, upstream, "--errors", "--host", "127.0.0.1", "--port", $"{Port}"]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start)!;
    }

    private int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>Where <c>.ci/run</c> puts it; null where it is not.</summary>
    public static string? Script
    {
        get
        {
            var root = AppContext.BaseDirectory;
            while (root is not null && !File.Exists(Path.Combine(root, "MlGate.sln")))
            {
                root = Path.GetDirectoryName(root);
            }

            var script = root is null
                ? ""
                : Path.Combine(root, "eng", "npm", "node_modules", "@stoplight", "prism-cli", "dist", "index.js");
            return File.Exists(script) ? script : null;
        }
    }

    public static async Task<Prism> Start(string upstream, CancellationToken cancel)
    {
        var prism = new Prism(Script!, upstream);
        var said = "";
        while (await prism.process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            said += line + "\n";
            if (!line.Contains("Prism is listening", StringComparison.Ordinal))
            {
                continue;
            }

            // Nobody reads what it says from here on, and a full pipe would stop it.
            _ = prism.process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            _ = prism.process.StandardError.ReadToEndAsync(CancellationToken.None);
            return prism;
        }

        prism.Dispose();
        throw new InvalidOperationException("Prism did not start: " + said);
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        folder.Dispose();
    }
}
