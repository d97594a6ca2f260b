using MlGate.Findings;

namespace MlGate.Checks.Versions;

/// <summary>The datasets that the model was trained on are those that stand here now.</summary>
internal static class ModelMustBeTrainedOnThisData
{
    /// <summary>Nothing where the gate file declares no training or the lock no lineage: another check says so.</summary>
    public static IEnumerable<Finding> Evaluate(ModelState state)
    {
        if (state.Lineage is not { } lineage)
        {
            yield break;
        }

        var differences = Staleness.Differences(lineage.Datasets, state.Datasets, state.Gate.Train!.Datasets);
        yield return Staleness.Finding(
            state,
            Diagnostics.DataChanged,
            "data",
            "a model trained on this data",
            differences.Count == 0 ? null : "trained before the data changed: " + string.Join(", ", differences),
            "trained on this data",
            state.DatasetIds.Values.Select(ModelState.JudgedInput).Append(state.JudgedModel)
        );
    }
}
