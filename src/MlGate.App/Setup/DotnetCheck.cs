using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using MlGate.Platform;
using MlGate.Reporting.Setup;

namespace MlGate.App.Setup;

/// <summary>The runtime of this process, and the SDK that a <c>dotnet build</c> in this folder would take.</summary>
internal sealed class DotnetCheck : ISetupCheck
{
    private const string Name = ".NET";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public async Task<IReadOnlyList<SetupResult>> RunAsync(SetupPlace place, CancellationToken cancel)
    {
        var runtime = $"runtime {Environment.Version} ({RuntimeInformation.RuntimeIdentifier})";
        if (ProgramFinder.Find("dotnet", place.Variable("PATH"), place.Folder) is not { } program)
        {
            return
            [
                SetupResult.Warning(
                    Name,
                    $"{runtime}; dotnet not found on the PATH: only the tool can run gates, not dotnet build",
                    "Install the .NET 10 SDK, and add its folder to PATH"
                ),
            ];
        }

        return
        [
            await SdkAsync(program, place.Folder, cancel) is { } sdk
                ? SetupResult.Ok(Name, $"{runtime}; SDK {sdk}")
                : SetupResult.Warning(
                    Name,
                    $"{runtime}; no SDK for this folder: dotnet build cannot run here",
                    "Install the SDK that global.json names, or the .NET 10 SDK; to list installed ones: dotnet --list-sdks"
                ),
        ];
    }

    // It reads global.json of the folder and of those above.
    private static async Task<string?> SdkAsync(string program, string folder, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, ["--version"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        SearchPath.Protect(start.Environment, null, folder);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        try
        {
            using var process = Process.Start(start)!;
            await using var stop = limit.Token.Register(() => process.Kill(entireProcessTree: true));
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var version = (await process.StandardOutput.ReadToEndAsync(CancellationToken.None)).Trim();
            _ = await errors;
            await process.WaitForExitAsync(CancellationToken.None);
            cancel.ThrowIfCancellationRequested();
            return process.ExitCode == 0 && version.Length is > 0 and < 50 ? version : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
