using System.Text.RegularExpressions;
using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.GateFile.Schema;

/// <summary>Keys of the gate file.</summary>
internal static partial class GateKeys
{
    public static readonly KeyDefinition<long> Version = new("version", new VersionSchema())
    {
        Meaning = "Version of the file format.",
        Example = "version: 1",
        Required = true,
        Codes = [Diagnostics.UnsupportedVersion],
    };

    public static readonly KeyDefinition<string> Name = new("name", new NameKind("the gate"))
    {
        Meaning = "Name of the gate, unique in its repository.",
        Example = "name: churn",
        Required = true,
    };

    public static readonly KeyDefinition<string> Extends = new(
        "extends",
        new PathSchema("a gate file, relative to this one") { BesideItsFile = true }
    )
    {
        Meaning =
            "Policy file in the same repository. Maps are merged; a value or list in this file replaces that "
            + "of the policy. The report lists loosened limits.",
        Example = "extends: ../policy/base.yml",
        Codes = [Diagnostics.ExtendsNotUsable, Diagnostics.PolicyLoosened],
    };

    public static readonly KeyDefinition<string> Baseline = new(
        "baseline",
        new TextSchema("auto or a git ref") { Pattern = RefPattern(), MaxLength = 255 }
    )
    {
        Meaning =
            "Baseline of the comparison. `auto`: the merge base with the target branch of the pull request, else with the "
            + "default branch of the remote. If that is the candidate commit and the artifact is unchanged: the first-parent commit "
            + "that last changed its lock.",
        Example = "baseline: origin/main",
        Default = "auto",
        Codes = [Diagnostics.NoBaselineFound, Diagnostics.UnknownRef, Diagnostics.ShallowClone],
        Weaker = (policy, local) => policy != local,
    };

    public static readonly KeyDefinition<string> Anchor = new(
        "anchor",
        new TextSchema("a git ref") { Pattern = RefPattern(), MaxLength = 255 }
    )
    {
        Meaning = "Fixed earlier version, to detect slow loss.",
        Example = "anchor: v1.0",
        Codes = [Diagnostics.UnknownRef, Diagnostics.MetricMustNotDropSinceAnchor],
        Weaker = (policy, local) => policy != local,
    };

    public static readonly KeyDefinition<IReadOnlyList<ListEntry<string>>> StrictBranches = new(
        "strict-branches",
        new ListSchema<string>("globs of branches", new TextSchema("a glob") { MaxLength = 255 }) { Distinct = true }
    )
    {
        Meaning = "Target branches where an inconclusive comparison fails if its estimate is beyond the margin.",
        Example = "strict-branches: [release/*]",
        Weaker = (policy, local) =>
            policy.Select(item => item.Value).Except(local.Select(item => item.Value), StringComparer.Ordinal).Any(),
    };

    public static readonly KeyDefinition<double> Alpha = new(
        "alpha",
        new NumberSchema(new NumberRange(0, 0.5, OpenMin: true, OpenMax: true))
    )
    {
        Meaning = "One-sided error level of each comparison: its bounds hold with probability 1 - alpha.",
        Example = "alpha: 0.01",
        Default = "0.05",
        Weaker = (policy, local) => local > policy,
        Absent = (0.05, true),
    };

    public static readonly KeyDefinition<bool> RequireBaseline = new("require-baseline", new BooleanSchema())
    {
        Meaning = "A missing baseline is an error.",
        Example = "require-baseline: true",
        Default = "false",
        Codes = [Diagnostics.NoBaselineFound],
        Weaker = (policy, local) => policy && !local,
    };

    public static readonly KeyDefinition<bool> Waivers = new(
        "waivers",
        new ChoiceSchema<bool>(new Dictionary<string, object> { ["head"] = false, ["base-only"] = true })
    )
    {
        Meaning =
            "Source of the [waivers](waivers.md) in a pull request. `head`: the pull request itself, where reviewers see them. "
            + "`base-only`: the commit that it branched from. If the target branch has other waivers now, the verdict is "
            + "open until the target is merged into the branch.",
        Example = "waivers: base-only",
        Default = "head",
        Codes =
        [
            Diagnostics.WaiverNotReadable,
            Diagnostics.WaiverChanged,
            Diagnostics.WaiverStale,
            Diagnostics.WaiverExpired,
            Diagnostics.WaiverUnknownCheck,
            Diagnostics.NotWaivable,
        ],
        Weaker = (policy, local) => policy && !local,
        Absent = (false, true),
    };

    public static readonly KeyDefinition<StaleLock> StaleLock = new(
        "stale-lock",
        new ChoiceSchema<StaleLock>(
            new Dictionary<string, object>
            {
                ["auto"] = Gates.StaleLock.Auto,
                ["warn"] = Gates.StaleLock.Warn,
                ["error"] = Gates.StaleLock.Error,
            }
        )
    )
    {
        Meaning =
            "Severity of a lock that is out of date. `auto`: a warning on a workstation, an error on continuous integration. The "
            + "artifact is always measured; [locks](locks.md) lists the situations.",
        Example = "stale-lock: error",
        Default = "auto",
        Codes = [Diagnostics.LockOutOfDate],
        Weaker = (policy, local) => local < policy,
        Absent = (Gates.StaleLock.Auto, true),
    };

    public static readonly KeyDefinition<IReadOnlyList<NamedEntry<MapValue>>> Datasets = new(
        "datasets",
        new NamedEntriesSchema<MapValue>("dataset", DatasetKeys.Map)
    )
    {
        Meaning = "Datasets by name.",
        Example = "datasets: { test: { path: data/test.csv, frozen: true } }",
    };

    public static readonly KeyDefinition<IReadOnlyList<NamedEntry<MapValue>>> Models = new(
        "models",
        new NamedEntriesSchema<MapValue>("model", ModelKeys.Map)
    )
    {
        Meaning = "Models by name.",
        Example = "models: { churn: { path: models/churn.zip, task: regression, test: test, label: price } }",
    };

    public static readonly MapSchema Map = new(
        "gate",
        [
            Version,
            Name,
            Extends,
            Baseline,
            Anchor,
            StrictBranches,
            Alpha,
            RequireBaseline,
            Waivers,
            StaleLock,
            .. SectionClasses.Find<ISectionSchema>().Select(section => section.Key),
        ]
    );

    // No range ('a..b'), no pattern, and never something that git takes for an option.
    [GeneratedRegex("^(?!.*\\.\\.)[^-\\s:?*\\[\\\\][^\\s:?*\\[\\\\]*$", RegexOptions.CultureInvariant)]
    private static partial Regex RefPattern();
}
