using System.Diagnostics;
using System.Text.RegularExpressions;
using MlGate.Testing;
using static MlGate.Cli.Tests.Publishing.AzureTemplate;

namespace MlGate.Cli.Tests.Publishing;

/// <summary>Runs the steps of the template as an agent of Azure Pipelines does, with fake tools.</summary>
internal sealed partial class AzureAgent : IDisposable
{
    public const string Token = "s3cret";

    public const string Hostile = "a b\"; touch pwned; $(touch pwned) `touch pwned` ' #";

    public TempFolder Folder { get; } = new();

    public void Dispose() => Folder.Dispose();

    public static void Need() => Assert.SkipUnless(OperatingSystem.IsLinux(), "the fake tools are scripts of bash");

    // An installer that installs a tool that writes down how it was called.
    public void Tools()
    {
        var tool = Folder.Write(
            "tool",
            $$"""
            #!/bin/bash
            if [ "$1" = --version ]; then echo 1.2.3-fake; exit; fi
            env > "{{Folder.Path}}/$1.env"
            printf '%s\n' mlgate "$@" >> "{{Folder["record"]}}"
            if [ "$1" = gates ]; then printf '%s\n' first '{{Hostile.Replace("'", "'\\''", StringComparison.Ordinal)}}'; fi
            """
        );
        var dotnet = Folder.Write(
            "bin/dotnet",
            $$"""
            #!/bin/bash
            if [ "$2" = --version ]; then echo 1.2.3-fake; exit; fi
            printf '%s\n' "dotnet in $PWD" "$@" >> "{{Folder["record"]}}"
            if [ "$1" = tool ]; then mkdir -p "$7" && cp "{{tool}}" "$7/mlgate"; fi
            """
        );
        if (!OperatingSystem.IsWindows())
        {
            foreach (var path in new[] { tool, dotnet })
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        Directory.CreateDirectory(Folder["temp"]);
        Directory.CreateDirectory(Folder["work"]);
    }

    public Dictionary<string, string> Variables(string tool, string gates) =>
        new()
        {
            ["MLGATE"] = tool,
            ["MLGATE_GATES"] = gates,
            ["MLGATE_BASELINE"] = Hostile,
            ["MLGATE_FORMATS"] = Hostile,
            ["MLGATE_REPORTS"] = Folder["temp/reports"],
            ["MLGATE_CACHE"] = Folder["temp/cache"],
            ["MLGATE_KEEP"] = "True",
            ["MLGATE_COMMENT"] = "True",
            ["MLGATE_STATUS"] = "True",
            ["BUILD_REPOSITORY_PROVIDER"] = "TfsGit",
            ["BUILD_REPOSITORY_URI"] = "https://dev.azure.com/acme/shop/_git/shop",
            ["SYSTEM_ACCESSTOKEN"] = Token,
            ["GITHUB_TOKEN"] = Token,
        };

    // As the agent does: the script in a file, its log read for variables.
    public (int Exit, string Log, Dictionary<string, string> Variables) Run(string step, Dictionary<string, string> variables)
    {
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", Folder.Write("script.sh", Script(Step(step))!)])
        {
            WorkingDirectory = Folder["work"],
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        start.Environment["PATH"] = Folder["bin"] + ":/usr/bin:/bin";
        start.Environment["HOME"] = Folder.Path;
        start.Environment["AGENT_TEMPDIRECTORY"] = Folder["temp"];
        using var bash = Process.Start(start)!;
        var errors = bash.StandardError.ReadToEndAsync();
        var log = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        return (
            bash.ExitCode,
            log + errors.Result,
            SetVariable().Matches(log).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value)
        );
    }

    public void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Folder["work"] })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    [GeneratedRegex(@"^##vso\[task\.setvariable variable=(\w+);isreadonly=true\](.*)$", RegexOptions.Multiline)]
    private static partial Regex SetVariable();
}
