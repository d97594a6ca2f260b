using MlGate.Gates;
using MlGate.Profiles;
using MlGate.Versions;

namespace MlGate.Checks.Data;

/// <summary>All that the checks of one dataset look at.</summary>
public sealed record DatasetInputs
{
    /// <summary>What must hold.</summary>
    public required DatasetGate Gate { get; init; }

    /// <summary>Profile of the candidate.</summary>
    public required DatasetProfile Candidate { get; init; }

    /// <summary>Per check id what breaks it in the candidate.</summary>
    public IReadOnlyDictionary<string, Violations> Violations { get; init; } = new Dictionary<string, Violations>();

    /// <summary>Per check id why it could not be evaluated at all.</summary>
    public IReadOnlyDictionary<string, NotUsable> NotUsable { get; init; } = new Dictionary<string, NotUsable>();

    /// <summary>Version of the candidate.</summary>
    public required ArtifactVersion CandidateVersion { get; init; }

    /// <summary>Version of the baseline; null where there is no baseline.</summary>
    public ArtifactVersion? BaselineVersion { get; init; }

    /// <summary>
    /// True if the baseline is an earlier version on the same branch. Changes that were allowed then are not checked again.
    /// </summary>
    public bool IsOwnHistory { get; init; }

    /// <summary>
    /// Profile of the baseline; null without baseline, or where its data could not be read. Not needed when both versions are the same.
    /// </summary>
    public DatasetProfile? Baseline { get; init; }

    /// <summary>
    /// Distributions side by side, for drift, of each judged column that this version and the one it is compared with have; null where they
    /// could not be made. Not needed against a baseline of the same content.
    /// </summary>
    public IReadOnlyList<PairedDistribution>? Pairs { get; init; }

    /// <summary>Per name of another dataset the rows shared with it.</summary>
    public IReadOnlyDictionary<string, SharedRows> Shared { get; init; } = new Dictionary<string, SharedRows>();

    /// <summary>Names of the datasets that models are tested on.</summary>
    public IReadOnlySet<string> TestSets { get; init; } = new HashSet<string>();

    /// <summary>One-sided error level, in (0, 0.5); drift divides it by the number of judged columns.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>Seed of the permutations that drift draws.</summary>
    public long Seed { get; init; }

    /// <summary>True if a comparison without a baseline has its declared severity. Otherwise it is information.</summary>
    public bool RequireBaseline { get; init; }

    /// <summary>True if candidate and baseline have the same content.</summary>
    public bool SameVersion => CandidateVersion.IsContentOf(BaselineVersion);

    /// <summary>The candidate's column of that name; null when it is not there.</summary>
    public ColumnProfile? Column(string name) => candidateColumns.For(Candidate).GetValueOrDefault(name);

    /// <summary>The baseline's column of that name; null when it is not there, or without a profile of the baseline.</summary>
    public ColumnProfile? BaselineColumn(string name) => Baseline is null ? null : baselineColumns.For(Baseline).GetValueOrDefault(name);

    // Thousands of columns are asked for by name.
    private readonly ColumnIndex candidateColumns = new();
    private readonly ColumnIndex baselineColumns = new();

    private sealed class ColumnIndex
    {
        private DatasetProfile? profile;
        private Dictionary<string, ColumnProfile> columns = [];

        public Dictionary<string, ColumnProfile> For(DatasetProfile indexed)
        {
            if (!ReferenceEquals(profile, indexed))
            {
                (profile, columns) = (indexed, indexed.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal));
            }

            return columns;
        }
    }
}
