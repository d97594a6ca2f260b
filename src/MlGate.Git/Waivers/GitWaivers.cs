using MlGate.Findings;
using MlGate.Git.Artifacts;
using MlGate.Git.Findings;
using MlGate.Git.Hashing;
using MlGate.Git.Locks;
using MlGate.Git.Repositories;
using MlGate.Platform;
using MlGate.Waivers;

namespace MlGate.Git.Waivers;

/// <summary>The waivers of the working tree or of a commit.</summary>
internal sealed class GitWaivers : IWaivers, IDisposable
{
    private readonly GitRepository? repository;
    private readonly GateFolder gate;
    private readonly GateFolder inCommits;
    private readonly ILockDisk disk;

    public GitWaivers(GitSettings settings, ILockDisk disk)
    {
        repository = settings.OpenRepository();
        (gate, inCommits) = GateFolder.Both(settings, repository);
        this.disk = disk;
    }

    public GitWaivers(GitSettings settings)
        : this(settings, new LockDisk()) { }

    /// <inheritdoc/>
    public IReadOnlyList<WaiverFile> Read(string? commit)
    {
        try
        {
            var files = commit is null ? Here() : At(commit);
            return files.Count > WaiverFiles.Most
                ?
                [
                    new WaiverFile(
                        WaiverFiles.Folder,
                        WaiverReader.NotReadable(
                            WaiverFiles.Folder,
                            $"{files.Count} files",
                            FormattableString.Invariant($"at most {WaiverFiles.Most} waivers")
                        )
                    ),
                ]
                : [.. files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => new WaiverFile(file.Path, file.Read()))];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or GitFailedException)
        {
            return [new WaiverFile(WaiverFiles.Folder, NotAccessible(problem, "read"))];
        }
    }

    /// <summary>
    /// Writes a waiver, whole or not at all, in the place of an older one of its check; what a killed process left of one goes.
    /// </summary>
    /// <returns>Its path, relative to the gate file's folder.</returns>
    public Result<string> Write(Waiver waiver)
    {
        var path = WaiverFiles.PathOf(waiver.Gate, waiver.Check.Text);
        var target = Path.Combine(gate.Folder, path);
        var temporary = FormattableString.Invariant($"{target}.{Environment.ProcessId}.tmp");
        if (LinkOnTheWay() is { } link)
        {
            return link;
        }

        try
        {
            disk.MakeFolder(Path.Combine(gate.Folder, WaiverFiles.Folder));
            foreach (
                var left in disk.Files(Path.GetDirectoryName(target)!)
                    .Where(file =>
                        file.StartsWith(target + ".", StringComparison.Ordinal) && file.EndsWith(".tmp", StringComparison.Ordinal)
                    )
            )
            {
                disk.Delete(left);
            }

            disk.Create(temporary, WaiverWriter.ToBytes(waiver));
            disk.Replace(target, temporary);
            return path;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
            return NotAccessible(problem, "written");
        }
    }

    /// <summary>Who works here, as git knows it: <c>Name &lt;address&gt;</c>; null when git does not say.</summary>
    public string? Owner()
    {
        var (name, mail) = (Setting("user.name"), Setting("user.email"));
        return name is null ? mail
            : mail is null ? name
            : $"{name} <{mail}>";
    }

    public void Dispose() => repository?.Dispose();

    private List<(string Path, Func<Result<Waiver>> Read)> Here()
    {
        if (LinkOnTheWay() is { } link)
        {
            return [(WaiverFiles.Folder, () => link)];
        }

        var folder = Path.Combine(gate.Folder, WaiverFiles.Folder);
        return !Directory.Exists(folder)
            ? []
            :
            [
                .. Directory
                    .GetFileSystemEntries(folder, "*.json")
                    .Select(file =>
                    {
                        var path = WaiverFiles.Folder + "/" + Path.GetFileName(file);
                        return (path, (Func<Result<Waiver>>)(() => ReadHere(file, path)));
                    }),
            ];
    }

    private static Result<Waiver> ReadHere(string file, string path) =>
        FileStamps.Read(file) switch
        {
            { Kind: EntryKind.File, Size: <= WaiverFiles.Largest } => WaiverReader.Read(
                RegularFile.ReadBytes(file, WaiverFiles.Largest),
                path
            ),
            { Kind: EntryKind.File } => WaiverReader.NotReadable(
                path,
                "too large",
                FormattableString.Invariant($"at most {WaiverFiles.Largest} bytes")
            ),
            _ => WaiverReader.NotReadable(path, "not a regular file"),
        };

    private List<(string Path, Func<Result<Waiver>> Read)> At(string commit)
    {
        var history = repository?.History ?? throw new GitFailedException("the gate file is not in a git repository");
        return
        [
            .. history
                .Files(commit, inCommits.InRoot(WaiverFiles.Folder)!)
                .Select(file => (Path: inCommits.Name(file.Path), File: file))
                .Where(file =>
                    file.Path.EndsWith(".json", StringComparison.Ordinal) && file.Path.LastIndexOf('/') == WaiverFiles.Folder.Length
                )
                .Select(file => (file.Path, (Func<Result<Waiver>>)(() => ReadAt(history, file.File, file.Path)))),
        ];
    }

    private static Result<Waiver> ReadAt(IHistory history, TreeFile file, string path)
    {
        if (file.Mode is not (TreeFile.Plain or TreeFile.Executable))
        {
            return WaiverReader.NotReadable(path, "not a regular file");
        }

        var content = new MemoryStream();
        history.Copy(file.Id, content, CancellationToken.None);
        return WaiverReader.Read(content.GetBuffer().AsSpan(0, (int)content.Length), path);
    }

    private Finding? LinkOnTheWay()
    {
        var link = new[] { ".mlgate", WaiverFiles.Folder }.FirstOrDefault(folder =>
            Entry.KindOf(Path.Combine(gate.Folder, folder), followLink: false) == EntryKind.Link
        );
        return link is null
            ? null
            : GitFinding.Create(
                Diagnostics.NotARegularFile,
                "waivers",
                link,
                "a symbolic link",
                "a real folder in the repository",
                "Replace the link with the folder"
            );
    }

    private string? Setting(string name) =>
        repository?.Program?.Run(["config", "--get", name], default, default) is { Exit: 0 } output
        && output.Text.Trim() is { Length: > 0 } value
            ? value
            : null;

    private void TryDelete(string path)
    {
        try
        {
            disk.Delete(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Nothing reads files of this name.
        }
    }

    private Finding NotAccessible(Exception problem, string what) =>
        GitFinding.Create(
            FileProblem.DiagnosticOf(problem),
            "waivers",
            WaiverFiles.Folder,
            $"the waivers cannot be {what}: "
                + GitFinding.Shown(problem.Message.Replace(gate.Folder, ".", StringComparison.Ordinal).TrimEnd('.')),
            what == "read" ? "waivers that are regular files" : "a writable folder",
            "Check the permissions and the free space"
        );
}
