using MlGate.Findings;
using MlGate.Git.Artifacts;
using MlGate.Git.Findings;
using MlGate.Git.Json;
using MlGate.Versions;

namespace MlGate.Git.Locks;

/// <summary>Reads locks strictly: they are written by this program only, so anything odd means damage or an attack.</summary>
internal static class LockReader
{
    private const string Again = "Restore it from git, or run: mlgate lock";

    /// <summary>The record in a lock.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="expected">Whose lock it should be.</param>
    public static Result<LockRecord> Read(ReadOnlySpan<byte> content, Artifact expected)
    {
        var path = LockFiles.PathOf(expected);
        if (content.StartsWith("\uFEFF"u8))
        {
            return NotReadable(expected, "a byte order mark", new FilePlace(path, 1, 1), "Save it without one, or restore it from git");
        }

        if (JsonText.ConflictAt(content) is { } conflict)
        {
            return NotReadable(
                expected,
                "merge conflict markers",
                JsonText.Place(path, content, conflict),
                "Take either side (git checkout --ours or --theirs, with the artifact of the same side), then run: mlgate lock"
            );
        }

        try
        {
            return Record(JsonTree.Parse(content), expected, path, content);
        }
        catch (JsonPlaceException problem)
        {
            return NotReadable(expected, problem.Message, JsonText.Place(path, content, problem.At), Again);
        }
    }

    private static Result<LockRecord> Record(JsonTree tree, Artifact expected, string path, ReadOnlySpan<byte> content)
    {
        var root = new JsonObject(tree);
        var schema = root.Integer("schema", 1);
        if (schema > LockRecord.CurrentSchema)
        {
            return GitFinding.Create(
                Diagnostics.LockSchemaUnknown,
                expected.Id,
                path,
                FormattableString.Invariant($"lock schema {schema}"),
                FormattableString.Invariant($"schema {LockRecord.CurrentSchema} at most"),
                "Update mlgate to the version that wrote the lock",
                JsonText.Place(path, content, root.Member("schema").At)
            );
        }

        root.Allow("files", "kind", "lineage", "name", "path", "repository", "schema", "version");
        var artifact = new Artifact(Kind(root), root.Text("name"), root.Text("path"));
        if (artifact.Kind != expected.Kind || artifact.Name != expected.Name)
        {
            throw new JsonPlaceException("the name differs from the file name", root.Member("name").At);
        }

        var files = root.Has("files") ? root.Member("files") : null;
        List<(string Path, int At)> paths = [(artifact.Path, root.Member("path").At)];
        List<LockedFile> locked = [];
        foreach (var item in files is null ? [] : JsonObject.Items(files))
        {
            var file = new JsonObject(item);
            file.Allow("path", "sha256", "size");
            locked.Add(new LockedFile(file.Text("path"), file.Hex("sha256", 64), file.Integer("size", 0)));
            paths.Add((locked[^1].Path, file.Member("path").At));
        }

        foreach (var (written, at) in paths)
        {
            if (SafePath.WhyNot(written) is { } reason)
            {
                return GitFinding.Create(
                    Diagnostics.PathOutside,
                    expected.Id,
                    path,
                    "a path in the lock " + reason,
                    "plain paths below the folder of the gate file",
                    Again,
                    JsonText.Place(path, content, at)
                );
            }
        }

        if (
            locked.Count > 1
            && paths.Skip(1).GroupBy(file => PathIdentity.From(file.Path)).FirstOrDefault(group => group.Count() > 1) is { } twice
        )
        {
            return GitFinding.Create(
                Diagnostics.LockAmbiguous,
                expected.Id,
                path,
                "two files in the lock with the same path, or paths that differ only in case or Unicode normalization",
                "one entry per file",
                "Rename one of the files, then run: mlgate lock",
                JsonText.Place(path, content, twice.Last().At)
            );
        }

        return new LockRecord
        {
            Schema = (int)schema,
            Artifact = artifact,
            Version = root.Version("version"),
            Files = locked,
            InRepository = root.Has("repository") && Repository(root),
            Lineage = root.Has("lineage") ? Lineage(new JsonObject(root.Member("lineage"))) : null,
        };
    }

    private static ArtifactKind Kind(JsonObject root) =>
        ArtifactKind.All.FirstOrDefault(kind => kind.Word == root.Text("kind"))
        ?? throw new JsonPlaceException(
            "'kind' must be " + string.Join(" or ", ArtifactKind.All.Select(kind => kind.Word)),
            root.Member("kind").At
        );

    private static bool Repository(JsonObject root) =>
        root.Text("repository") == LockWriter.Git
            ? true
            : throw new JsonPlaceException($"'repository' must be \"{LockWriter.Git}\"", root.Member("repository").At);

    private static Lineage Lineage(JsonObject lineage)
    {
        lineage.Allow("code", "command", "datasets", "packages", "seed", "toolchain");
        return new Lineage
        {
            Command = lineage.Text("command"),
            Seed = lineage.Has("seed") ? lineage.Integer("seed", long.MinValue) : null,
            Datasets = lineage.Map("datasets", (inner, key) => inner.Version(key)),
            Code = lineage.Map("code", (inner, key) => inner.Version(key)),
            Toolchain = lineage.Map("toolchain", (inner, key) => inner.Text(key)),
            Packages = lineage.Map("packages", (inner, key) => inner.Text(key)),
        };
    }

    private static Finding NotReadable(Artifact artifact, string found, FilePlace place, string fix) =>
        GitFinding.Create(Diagnostics.LockNotReadable, artifact.Id, place.File, found, "a lock written by mlgate", fix, place);
}
