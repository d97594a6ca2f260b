using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using MlGate.MSBuild.Answers;

namespace MlGate.MSBuild.Inputs;

/// <summary>
/// The text of <c>inputs.state</c>: first what the build asks (arguments, severities, tool), then, after an empty line, what the last
/// answer was computed
/// from, as it is now. As long as the text stays the same, so does the verdict.
/// </summary>
internal static class InputsState
{
    /// <summary>Bytes of a state, and of a file of an answer, at most.</summary>
    public const long Longest = 256 << 20;

    // A file system's clock lags behind the system's by up to this much.
    private static readonly TimeSpan ClockLag = TimeSpan.FromMilliseconds(50);

    /// <summary>The first part.</summary>
    public static string Estimand(IEnumerable<string> lines) => string.Concat(lines.Select(line => OneLine.From(line) + "\n"));

    /// <summary>The first part of a state that was written before.</summary>
    public static string QuestionOf(string state)
    {
        var end = state.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? state : state.Substring(0, end + 1);
    }

    /// <summary>The whole text.</summary>
    /// <param name="question">See <see cref="Estimand"/>.</param>
    /// <param name="gate">The gate whose last answer is looked at.</param>
    /// <param name="now">The time, for answers that end by themselves.</param>
    /// <param name="since">
    /// When the worker that gave the answer was started, if that was just now: a file that changed since may or may not have been read
    /// before it did, so it is
    /// marked, and the mark makes the next build ask again.
    /// </param>
    public static string Text(string question, GatePaths gate, DateTime now, DateTime? since)
    {
        var text = new StringBuilder(question).Append('\n');
        var answer = WorkerAnswer.Read(gate.Diagnostics, out _);
        var inputs = InputsFile.Read(gate.Inputs);
        if (answer is null || inputs is null)
        {
            return text.Append("no answer yet\n").ToString();
        }

        text.Append("ended ").Append(answer.ValidUntil <= now ? "yes" : "no").Append('\n');
        void File(string kind, string name, string path)
        {
            var stat = FileStat.From(path);
            text.Append(kind)
                .Append('\t')
                .Append(name)
                .Append('\t')
                .Append(stat.Text)
                .Append(stat.LastTouched > since - ClockLag ? "\tin motion\n" : "\n");
        }

        File("file", "gate", gate.GateFile);
        foreach (var input in inputs.Where(input => input.Kind == InputKind.File))
        {
            File("file", input.Value, gate.Resolve(input.Value));
        }

        foreach (var input in inputs.Where(input => input.Kind == InputKind.Glob))
        {
            text.Append("glob\t").Append(input.Value).Append('\n');
            foreach (var file in Glob.Expand(gate.Folder, input.Value))
            {
                File("in", file, gate.Resolve(file));
            }
        }

        foreach (var input in inputs.Where(input => input.Kind == InputKind.Env))
        {
            text.Append("env\t")
                .Append(input.Value)
                .Append('\t')
                .Append(Digest(Environment.GetEnvironmentVariable(input.Value)))
                .Append('\n');
        }

        if (GitRefs.Around(gate.Folder) is { } refs)
        {
            foreach (var name in inputs.Where(input => input.Kind == InputKind.Ref).Select(input => input.Value).Concat(["HEAD"]))
            {
                text.Append("ref\t").Append(name).Append('\t').Append(refs.Resolve(name)).Append('\n');
            }

            text.Append("shallow\t").Append(refs.Shallow()).Append('\n');
            if (refs.Files.Any(file => FileStat.From(file).LastTouched > since - ClockLag))
            {
                text.Append("refs\tin motion\n");
            }
        }

        return text.ToString();
    }

    // Variables may hold secrets, and the state lies in a folder that people archive.
    private static string Digest(string? value)
    {
        if (value is null)
        {
            return "absent";
        }

        using var sha = SHA256.Create();
        return Hex.Encode(sha.ComputeHash(Encoding.UTF8.GetBytes(value)));
    }
}
