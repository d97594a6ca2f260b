using MlGate.App.Location;
using MlGate.GateFile.Draft;

namespace MlGate.App.Init;

/// <summary>What to do after a first gate file was written.</summary>
internal static class NextCommands
{
    private const int MostPaths = 8;

    /// <summary>The commands, one a line.</summary>
    /// <param name="folder">The gate file's folder.</param>
    /// <param name="gate">What was written.</param>
    public static IReadOnlyList<string> After(string folder, StarterGate gate)
    {
        var artifacts = gate
            .Datasets.Select(dataset => dataset.Path)
            .Concat(gate.Models.Where(model => model.CommentedOut is null).Select(model => model.Path))
            .ToList();
        string[] files = [GateFileSearch.DefaultName, ArtifactAttributes.FileName, ".mlgate", .. artifacts];
        var named =
            artifacts.Count <= MostPaths
            && files.All(file => file.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.' or '/'));
        return
        [
            .. IsRepository(folder) ? Array.Empty<string>() : ["git init"],
            "git add " + (named ? string.Join(' ', files) : "--all"),
            "git commit -m \"Gate data and models\"",
            "mlgate check",
        ];
    }

    private static bool IsRepository(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            if (Path.Exists(Path.Combine(current.FullName, ".git")))
            {
                return true;
            }
        }

        return false;
    }
}
