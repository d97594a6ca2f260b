using MlGate.Findings;
using MlGate.GateFile.Parsing;
using MlGate.Gates;
using MlGate.Tracing;
using MlGate.Versions;

namespace MlGate.App.Policy;

/// <summary>
/// Which gate judges a pull request: that of the branch it targets, so that nobody relaxes the gate in the change that it is to stop.
/// </summary>
public static class GoverningGateResolver
{
    private const int LongestPath = 200;

    /// <summary>Chooses the gate.</summary>
    /// <param name="head">The gate of the working tree.</param>
    /// <param name="name">The gate file's name in its own folder of the working tree.</param>
    /// <param name="files">Reads gates at commits, and knows the name there.</param>
    /// <param name="versions">Knows the pull request's target and merge base.</param>
    /// <returns>
    /// Outside of pull requests the gate of the working tree, and a warning per limit that it loosened since it left the default branch.
    /// Inside: the gate of the merge base and, if it differs, a warning; the working tree's where the base has none,
    /// and a note, or none that can be read, and a warning. Where the base cannot be found, nobody knows whose gate this is, and where the
    /// target branch has another gate by now
    /// than the merge base, the author has chosen it: these are errors.
    /// </returns>
    public static async Task<GoverningGate> ChooseAsync(
        Gate head,
        string name,
        IGateFiles files,
        IVersions versions,
        CancellationToken cancel
    )
    {
        if (versions.Checkout.Target is null)
        {
            return new GoverningGate(head) { Notes = await LoosenedAsync(head, name, files, versions, cancel) };
        }

        var found = await versions.FindPullRequestBaseAsync(cancel);
        if (found.Value is not { } at)
        {
            return found.Problems.All(problem => problem.Code == Diagnostics.NoBaselineFound.Code)
                ? await UnrelatedAsync(head, name, files, versions, cancel)
                : new GoverningGate(head)
                {
                    Notes = [.. found.Problems.Select(problem => problem with { Place = problem.Place ?? head.Place })],
                };
        }

        var then = files.NameAt(name, at.Commit);
        var based = GateParser.Load(then, files, at.Commit);
        var choice =
            based.Value is not null ? AtBase(head, based.Value, name, at, files)
            : Text(files, then, at.Commit) is null ? Introduced(head, at)
            : Unreadable(head, at);
        var judge = ReferenceEquals(choice.Gate, head) ? "the gate of this commit" : "the gate of the base";
        RunTrace.Record("gate", head.Name, ("judge", judge), ("base", at.Commit), ("why", at.How));
        return choice with
        {
            Notes =
            [
                .. await GoverningGateMustBeCurrent.EvaluateAsync(choice.Gate, based.Value?.Files ?? [then], at, versions, cancel),
                .. choice.Notes,
            ],
        };
    }

    /// <summary>Lets the gate of the base judge where the pull request removes the gate file.</summary>
    /// <param name="based">The gate of the base.</param>
    /// <param name="name">The gate file's name in its own folder.</param>
    /// <param name="removal">What the pull request does.</param>
    /// <param name="files">Knows the folder.</param>
    /// <param name="versions">Knows what is there of the artifacts, and the target branch.</param>
    /// <returns>
    /// The gate of the base and a warning: that it judges, or, where nothing of what it is about is left, that it ends. It does not end
    /// where the pull request adds a gate that is none of
    /// the base's: nobody could tell whether that is the same one under other names, and judged by itself.
    /// </returns>
    public static async Task<GoverningGate> ForRemovedAsync(
        Gate based,
        string name,
        GateRemoval removal,
        IGateFiles files,
        IVersions versions,
        CancellationToken cancel
    )
    {
        var at = removal.At;
        var path = PathOf(files, name, null);
        var said = removal.WentTo is null
            ? "removes " + path
            : $"moves {path} to {PrintableText.From(removal.WentTo, LongestPath)}, away from its data and models";
        var isEnd = !removal.Leaves(based, versions);
        var note = isEnd
            ? End(based, path, removal)
            : Note(
                Diagnostics.PolicyChanged,
                based,
                Severity.Warn,
                $"the pull request {said}; checked with the gate of {at.How}",
                "an unchanged gate",
                "Have it reviewed, or restore it; to remove a gate, remove its data and models in the same pull request"
            );
        return new GoverningGate(based)
        {
            Base = at,
            TestSetsAt = at,
            IsEnd = isEnd,
            Notes = [.. await GoverningGateMustBeCurrent.EvaluateAsync(based, based.Files, at, versions, cancel), note],
        };
    }

    private static Finding End(Gate based, string path, GateRemoval removal)
    {
        var removes =
            $"the pull request removes {path}, and all its data and models{(removal.Shared.Count == 0 ? "" : " that no other gate uses")}";
        return removal.Added is not { } added
            ? Note(Diagnostics.GateRemoved, based, Severity.Warn, removes, "the gate to remain", "Have the removal of the gate reviewed")
            : Note(
                Diagnostics.GateRemoved,
                based,
                Severity.Error,
                $"{removes}, and adds {PrintableText.From(added, LongestPath)}, a new gate",
                "either a removed or a new gate",
                "Remove the gate and add the new one in two pull requests; to move a gate, keep its name"
            ) with
            {
                Outcome = Outcome.NotMeasured,
            };
    }

    // Where no pull request is known, the gate of the working tree judges. Whether that is right nobody can say here, so what it loosens is
    // said.
    private static async Task<IReadOnlyList<Finding>> LoosenedAsync(
        Gate head,
        string name,
        IGateFiles files,
        IVersions versions,
        CancellationToken cancel
    )
    {
        if ((await versions.FindPullRequestBaseAsync(cancel)).Value is not { } at || at.Commit == versions.Checkout.Commit)
        {
            return [];
        }

        return GateParser.Load(files.NameAt(name, at.Commit), files, at.Commit).Value is not { } based
            ? []
            : GateLoosening.Find(
                based,
                head,
                at.How,
                $"Restore the limit, or check against the gate of the target branch: --target {PrintableText.From(at.Ref, LongestPath)}"
            );
    }

    private static GoverningGate AtBase(Gate head, Gate based, string name, Baseline at, IGateFiles files)
    {
        var then = files.NameAt(name, at.Commit);
        var others = based
            .Files.Where(file => file != then)
            .Union(head.Files.Where(file => file != name))
            .Where(file => Text(files, file, null) != Text(files, file, at.Commit));
        List<string> changed = [.. Text(files, name, null) == Text(files, then, at.Commit) ? Array.Empty<string>() : [name], .. others];
        var (here, there) = (PathOf(files, name, null), PathOf(files, then, at.Commit));
        string[] said =
        [
            .. here == there ? Array.Empty<string>() : [$"moves {there} to {here}"],
            .. changed.Count == 0 ? Array.Empty<string>() : ["changes " + string.Join(", ", changed)],
        ];
        return new GoverningGate(changed.Count == 0 ? head : based)
        {
            Base = at,
            TestSetsAt = at,
            Changed = changed,
            Notes =
                said.Length == 0
                    ? []
                    :
                    [
                        Note(
                            Diagnostics.PolicyChanged,
                            head,
                            Severity.Warn,
                            $"the pull request {string.Join(" and ", said)}; checked with the gate of {at.How}",
                            "an unchanged gate",
                            "Have the change of the gate reviewed: it applies from the next pull request"
                        ),
                        .. GateLoosening.Find(based, head, at.How, "Have it reviewed: it applies from the next pull request"),
                    ],
        };
    }

    private static string PathOf(IGateFiles files, string name, string? commit) =>
        PrintableText.From(files.FolderAt(commit) is { Length: > 0 } folder ? folder + "/" + name : name, LongestPath);

    // From the other folder of a gate that was moved, a path can lead out of the repository.
    private static string? Text(IGateFiles files, string path, string? commit)
    {
        try
        {
            return files.Read(path, commit);
        }
        catch (PathOutsideException)
        {
            return null;
        }
    }

    // Without a common commit there is no gate to go by, unless the target branch has one now.
    private static async Task<GoverningGate> UnrelatedAsync(
        Gate head,
        string name,
        IGateFiles files,
        IVersions versions,
        CancellationToken cancel
    )
    {
        var introduced = Introduced(head, null);
        return
            (await versions.FindTargetTipAsync(cancel)).Value is { } tip
            && Text(files, files.NameAt(name, tip.Commit), tip.Commit) is not null
            ? introduced with
            {
                Notes = [MisplacedGate.OnlyOnTarget(head.Name, tip) with { Place = head.Place }, .. introduced.Notes],
            }
            : introduced;
    }

    private static GoverningGate Introduced(Gate head, Baseline? at) =>
        new(head)
        {
            Base = at,
            Notes =
            [
                Note(
                    Diagnostics.PolicyIntroduced,
                    head,
                    Severity.Info,
                    "no gate on the target branch: checked with the gate of the pull request",
                    "a gate on the target branch",
                    null
                ),
            ],
        };

    // Who mends it, or adapts it to a newer MlGate, must get through; but loudly, and on the test sets that were there.
    private static GoverningGate Unreadable(Gate head, Baseline at) =>
        new(head)
        {
            Base = at,
            TestSetsAt = at,
            Notes =
            [
                Note(
                    Diagnostics.PolicyIntroduced,
                    head,
                    Severity.Warn,
                    $"the gate of {at.How} is not readable by this MlGate; checked with the gate of the pull request",
                    "a readable gate on the target branch",
                    "Have the gate file reviewed line by line"
                ),
            ],
        };

    private static Finding Note(Diagnostic code, Gate gate, Severity severity, string found, string expected, string? fix) =>
        new()
        {
            Code = code.Code,
            Id = "policy",
            Subject = gate.Name,
            Outcome = Outcome.Failed,
            Severity = severity,
            Expected = expected,
            Found = found,
            Fix = fix,
            Place = gate.Place,
        };
}
