using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Text;
using Microsoft.Win32.SafeHandles;
using MlGate.Git.Findings;
using MlGate.Platform;
using MlGate.Tracing;

namespace MlGate.Git.Repositories;

/// <summary>
/// Runs the git program in a repository's folder. Data reaches it as standard input or behind <c>--</c>, never through a shell.
/// </summary>
internal sealed class GitProgram(string program, string folder)
{
    // Set while git runs a hook: they would lead git to another repository than the one of the folder.
    private static readonly string[] Leading =
    [
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_NAMESPACE",
        "GIT_PREFIX",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_GRAFT_FILE",
        "GIT_SHALLOW_FILE",
        "GIT_LITERAL_PATHSPECS",
        "GIT_GLOB_PATHSPECS",
        "GIT_NOGLOB_PATHSPECS",
        "GIT_ICASE_PATHSPECS",
        "GIT_TRACE",
    ];

    // A hook may be a file of the checkout, which a pull request writes.
    private static readonly string NoHooks = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";

    /// <summary>
    /// The absolute path of git among the folders of <c>PATH</c>. Relative ones are left out, and those of the gate: a repository must not
    /// bring its own git.
    /// </summary>
    public static string? Find(string? path, string gateFolder) => ProgramFinder.Find("git", path, gateFolder);

    /// <summary>
    /// The same git, which finds the programs that belong to it (<c>git lfs</c>) in the trusted folders of a <c>PATH</c> only.
    /// </summary>
    public GitProgram Within(string path) => new(program, folder) { Folders = path };

    /// <summary>Absolute path of the working tree.</summary>
    public string Folder => folder;

    private string? Folders { get; init; }

    /// <summary>Runs git to its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">Its standard input.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="GitFailedException">It cannot be started.</exception>
    public GitOutput Run(IEnumerable<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancel)
    {
        var words = arguments.ToList();
        using var trace = RunTrace.Start("program", "git " + string.Join(' ', words));
        using var process = Start(words);
        using var bound = new KillOnExit(process);
        using var obstacles = new GitObstacles(process, folder);
        using var stop = cancel.Register(() => process.Kill(entireProcessTree: true));

        var errors = Task.Run(() => ReadAll(process.StandardError), CancellationToken.None);
        var feeding = input.IsEmpty ? Task.CompletedTask : Task.Run(() => Feed(process, input), CancellationToken.None);
        if (input.IsEmpty)
        {
            process.StandardInput.Close();
        }

        using var output = ReadAll(process.StandardOutput);
        feeding.GetAwaiter().GetResult();
        process.WaitForExit();
        cancel.ThrowIfCancellationRequested();
        if (obstacles.Found is { } obstacle)
        {
            throw GitObstacles.Failure(obstacle);
        }

        return new GitOutput(
            process.ExitCode,
            output.GetBuffer().AsMemory(0, (int)output.Length),
            Encoding.UTF8.GetString(errors.GetAwaiter().GetResult().ToArray())
        );
    }

    /// <summary>Runs git and takes its output as text.</summary>
    /// <exception cref="GitFailedException">It cannot be started, or it fails.</exception>
    public string Text(IEnumerable<string> arguments, CancellationToken cancel = default) => Text(arguments, default, cancel);

    /// <summary>Runs git with an input and takes its output as text.</summary>
    /// <exception cref="GitFailedException">It cannot be started, or it fails.</exception>
    public string Text(IEnumerable<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancel)
    {
        var output = Run(arguments, input, cancel);
        return output.Exit == 0 ? output.Text : throw new GitFailedException(output.Errors);
    }

    /// <summary>Starts git; the caller ends it.</summary>
    /// <exception cref="GitFailedException">It cannot be started.</exception>
    public Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(
            program,
            [
                "--literal-pathspecs",
                "-c",
                "core.fsmonitor=false",
                "-c",
                "core.hooksPath=" + NoHooks,
                "-c",
                "core.quotePath=false",
                .. arguments,
            ]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in Leading)
        {
            _ = start.Environment.Remove(name);
        }

        // Git starts programs itself: git-lfs, filters, credential helpers.
        SearchPath.Protect(start.Environment, Folders, folder);
        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        try
        {
            return Process.Start(start) ?? throw new GitFailedException("git did not start");
        }
        catch (Win32Exception problem)
        {
            throw new GitFailedException("git did not start: " + problem.Message);
        }
    }

    // To read a pipe as a pipe, .NET loads and starts all that waits for sockets, which costs more than most answers. A file's stream reads
    // it plainly.
    private static MemoryStream ReadAll(StreamReader pipe)
    {
        var content = new MemoryStream();
        if (OperatingSystem.IsWindows() || pipe.BaseStream is not PipeStream { SafePipeHandle: var handle })
        {
            pipe.BaseStream.CopyTo(content);
            return content;
        }

        using var file = new FileStream(new SafeFileHandle(handle.DangerousGetHandle(), ownsHandle: false), FileAccess.Read, bufferSize: 0);
        file.CopyTo(content);
        GC.KeepAlive(pipe);
        return content;
    }

    private static void Feed(Process process, ReadOnlyMemory<byte> input)
    {
        try
        {
            process.StandardInput.BaseStream.Write(input.Span);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Git ended before it read everything; its exit code says why.
        }
    }
}

/// <summary>What git answered.</summary>
internal sealed record GitOutput(int Exit, ReadOnlyMemory<byte> Output, string Errors)
{
    public string Text => Encoding.UTF8.GetString(Output.Span);

    /// <summary>The parts of output whose every part ends with NUL.</summary>
    public string[] Parts => Text.Split('\0')[..^1];
}
