using System.Text;
using MlGate.Gates;
using MlGate.Git.Repositories;
using MlGate.Reports;
using MlGate.Versions;

namespace MlGate.App.UseCases;

/// <summary>
/// Everything that a verdict depends on, for the build that must know when to ask again. <c>docs/msbuild.md</c> describes the file.
/// </summary>
internal static class RunInputs
{
    private static readonly string[] DefaultBranches =
    [
        "refs/heads/main",
        "refs/heads/master",
        "refs/remotes/origin/HEAD",
        "refs/remotes/origin/main",
        "refs/remotes/origin/master",
    ];

    /// <summary>The inputs of a gate that could be read.</summary>
    public static string From(Gate gate, Report report, Checkout checkout, string? baseline, string folder)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        lines.Add("glob\t.mlgate/waivers/*.json");
        lines.UnionWith(gate.Files.Select(file => "file\t" + file));

        // Whether a pull request is built, and by whom, decides the baseline and what a cache may prove.
        lines.UnionWith(BuildServers.Variables.Select(variable => "env\t" + variable));
        lines.UnionWith(Refs(baseline ?? gate.Baseline, gate.Anchor, checkout).Select(name => "ref\t" + name));
        lines.UnionWith(report.Artifacts.Select(artifact => artifact.BaselineCommit?.Ref).OfType<string>().Select(name => "ref\t" + name));
        foreach (var artifact in gate.Artifacts)
        {
            lines.Add(Line(artifact.Path, folder));
            lines.Add("file\t" + LockRecord.PathOf(artifact));
        }

        foreach (var path in gate.Subjects.SelectMany(subject => subject.DependsOn))
        {
            lines.Add(Line(path, folder));
        }

        return Text(lines);
    }

    /// <summary>The inputs of a gate that could not be read: the files alone.</summary>
    public static string OfFile(string gateFile) => Text(["file\t" + gateFile]);

    private static string Line(string path, string folder) =>
        path.AsSpan().IndexOfAny('*', '?') >= 0 ? "glob\t" + path
        : Directory.Exists(Path.Combine(folder, path)) ? "glob\t" + path.TrimEnd('/') + "/**"
        : "file\t" + path;

    private static IEnumerable<string> Refs(string baseline, string? anchor, Checkout checkout)
    {
        // In a pull request the target branch has the gate that judges, whatever the models are compared with.
        string[] target = checkout.Target is { } name ? ["refs/remotes/origin/" + name, "refs/heads/" + name] : [];
        return [.. baseline == "auto" ? DefaultBranches : [baseline], .. target, .. anchor is null ? Array.Empty<string>() : [anchor]];
    }

    private static string Text(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }
}
