using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace MlGate.MSBuild.Inputs;

/// <summary>Where everything of one gate lies; all paths absolute.</summary>
/// <param name="GateFile">The gate file.</param>
/// <param name="AnswerFolder">Where the worker answers.</param>
/// <param name="State">Where the build remembers.</param>
internal sealed record GatePaths(string GateFile, string Output, string State)
{
    private const string Special = "%*?@$();'";

    public string Folder => Path.GetDirectoryName(GateFile)!;

    public string Report => Path.Combine(Output, "report.json");

    public string Diagnostics => Path.Combine(Output, "diagnostics.json");

    public string Inputs => Path.Combine(Output, "inputs.txt");

    public string WorkerLog => Path.Combine(Output, "worker.log");

    public string StateFile => Path.Combine(State, "inputs.state");

    public string Stamp => Path.Combine(State, "passed.stamp");

    /// <summary>What a stamp says: where failures only warn, a failed gate is stamped too, and its stamp is no pass.</summary>
    public static string StampOf(int exitCode) => "exit " + exitCode.ToString(CultureInfo.InvariantCulture) + "\n";

    /// <summary>The gates of a project. One gate has the folders to itself, several share them by name.</summary>
    public static IReadOnlyList<GatePaths> From(IReadOnlyList<string> gateFiles, string output, string state)
    {
        var names = Names(gateFiles);
        return
        [
            .. gateFiles.Select(
                (file, index) => new GatePaths(file, Path.Combine(output, names[index]), Path.Combine(state, names[index]))
            ),
        ];
    }

    /// <summary>Of what <see cref="ToItem"/> made.</summary>
    public static GatePaths From(ITaskItem item) =>
        new(item.GetMetadata("GateFile"), item.GetMetadata("AnswerFolder"), item.GetMetadata("StateFolder"));

    /// <summary>An absolute path of one relative to the gate file's folder.</summary>
    public string Resolve(string relative) => Path.Combine(Folder, relative);

    /// <summary>Names of paths of this gate, for targets.</summary>
    public ITaskItem ToItem()
    {
        // Escaped, because an item's name and metadata are read back as MSBuild text.
        var item = new TaskItem(Escaped(StateFile));
        item.SetMetadata("GateFile", Escaped(GateFile));
        item.SetMetadata("AnswerFolder", Escaped(Output));
        item.SetMetadata("StateFolder", Escaped(State));
        item.SetMetadata("Stamp", Escaped(Stamp));
        return item;
    }

    private static string Escaped(string path) =>
        string.Concat(
            path.Select(letter =>
                Special.IndexOf(letter) < 0 ? letter.ToString() : "%" + ((int)letter).ToString("x2", CultureInfo.InvariantCulture)
            )
        );

    private static List<string> Names(IReadOnlyList<string> gateFiles)
    {
        if (gateFiles.Count == 1)
        {
            return [""];
        }

        var names = new List<string>();
        foreach (var file in gateFiles)
        {
            var name = Path.GetFileName(Path.GetDirectoryName(file)) + "-" + Path.GetFileNameWithoutExtension(file);
            var free = name;
            for (var count = 2; names.Contains(free, StringComparer.OrdinalIgnoreCase); count++)
            {
                free = name + "-" + count.ToString(CultureInfo.InvariantCulture);
            }

            names.Add(free);
        }

        return names;
    }
}
