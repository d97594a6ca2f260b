using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using MlGate.Platform;

namespace MlGate.MSBuild.Inputs;

/// <summary>
/// The last verdict on a gate, where the frameworks of a project find it: the first that is built asks the worker, the others take its
/// answer as long as
/// everything that it was computed from is as it was. Each takes it once. Who comes again wants to know again, and asks the worker, as a
/// project of one framework does.
/// </summary>
internal sealed class SharedVerdict
{
    private static readonly string[] Answers = ["report.*", "diagnostics.json", "inputs.txt"];

    private readonly GatePaths own;
    private readonly GatePaths shared;
    private readonly string question;

    /// <param name="folder">Where the verdicts of the project's gates lie; its <c>lock</c> must be held.</param>
    /// <param name="own">The gate as this framework sees it; its state says what is asked.</param>
    public SharedVerdict(string folder, GatePaths own)
    {
        this.own = own;
        shared = own with { Output = FolderOf(folder, own.GateFile) };
        question = InputsState.QuestionOf(RegularFile.ReadText(own.StateFile, InputsState.Longest));
    }

    private string Record => Path.Combine(shared.Output, "verdict.txt");

    /// <summary>The file that whoever reads or writes a gate's verdict holds open.</summary>
    public static string LockOf(string folder, string gateFile) => FolderOf(folder, gateFile) + ".lock";

    /// <summary>Puts the verdict where this framework's worker would have answered.</summary>
    /// <param name="now">The time, for verdicts that end by themselves.</param>
    /// <returns>How the worker ended; null when there is no verdict for this framework.</returns>
    public int? Take(DateTime now)
    {
        if (!RegularFile.Exists(Record))
        {
            return null;
        }

        var parts = RegularFile.ReadText(Record, InputsState.Longest).Split(["\n\n"], 2, StringSplitOptions.None);
        var lines = parts[0].Split('\n');
        if (
            parts.Length < 2
            || !int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var exit)
            || lines.Skip(1).Contains(own.State, StringComparer.Ordinal)
            || parts[1] != InputsState.Text(question, shared, now, since: null)
        )
        {
            return null;
        }

        Copy(shared.Output, own.Output);
        Write(exit, [.. lines.Skip(1), own.State], parts[1]);
        return exit;
    }

    /// <summary>Keeps what this framework's worker answered.</summary>
    /// <param name="exit">How it ended.</param>
    /// <param name="started">When it was started, UTC.</param>
    public void Keep(int exit, DateTime started)
    {
        // Without its record an answer that is written halfway is none.
        Forget();
        Copy(own.Output, shared.Output);
        Write(exit, [own.State], InputsState.Text(question, shared, DateTime.UtcNow, started));
    }

    private void Forget()
    {
        if (Directory.Exists(shared.Output))
        {
            File.Delete(Record);
        }
    }

    private void Write(int exit, IReadOnlyList<string> takers, string state) =>
        AtomicFile.Write(Record, string.Join("\n", takers.Prepend(exit.ToString(CultureInfo.InvariantCulture))) + "\n\n" + state);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Answers.SelectMany(pattern => Directory.GetFiles(from, pattern)))
        {
            RegularFile.Write(Path.Combine(to, Path.GetFileName(file)), RegularFile.ReadBytes(file, InputsState.Longest));
        }
    }

    private static string FolderOf(string folder, string gateFile)
    {
        using var sha = SHA256.Create();
        return Path.Combine(folder, Hex.Encode(sha.ComputeHash(Encoding.UTF8.GetBytes(gateFile))).Substring(0, 16));
    }
}
