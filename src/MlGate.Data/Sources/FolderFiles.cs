using MlGate.Versions;

namespace MlGate.Data.Sources;

/// <summary>The files of a folder that hold data.</summary>
internal static class FolderFiles
{
    /// <summary>
    /// The files without those that writers leave beside the data (<c>_SUCCESS</c>, <c>_committed_…</c>, <c>.part-0.csv.crc</c>): names
    /// that begin with <c>_</c> or <c>.</c>,
    /// in the dataset's folder or below, as Spark's readers have it. All files where no other is left, so that a dataset can name such a
    /// file.
    /// </summary>
    public static IReadOnlyList<ArtifactFile> WithoutHidden(IReadOnlyList<ArtifactFile> files)
    {
        if (files.Count < 2)
        {
            return files;
        }

        var root = Common([.. files.Select(file => file.Name)]);
        List<ArtifactFile> kept = [.. files.Where(file => !file.Name[root..].Split('/').Any(IsHidden))];
        return kept.Count == 0 ? files : kept;
    }

    // A folder like _month=1 is a partition.
    private static bool IsHidden(string name) =>
        name.StartsWith('.') || (name.StartsWith('_') && !name.Contains('=', StringComparison.Ordinal));

    // Length of the names' common folder, with its slash.
    private static int Common(IReadOnlyList<string> names)
    {
        var length = names[0].LastIndexOf('/') + 1;
        while (length > 0 && !names.All(name => name.StartsWith(names[0][..length], StringComparison.Ordinal)))
        {
            length = names[0].LastIndexOf('/', Math.Max(0, length - 2)) + 1;
        }

        return length;
    }
}
