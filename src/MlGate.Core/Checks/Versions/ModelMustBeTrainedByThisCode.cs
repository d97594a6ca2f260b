using System.Globalization;
using MlGate.Findings;

namespace MlGate.Checks.Versions;

/// <summary>The code, the command and the seed that trained the model are those that stand here now.</summary>
internal static class ModelMustBeTrainedByThisCode
{
    /// <summary>Nothing where the gate file declares no training or the lock no lineage: another check says so.</summary>
    public static IEnumerable<Finding> Evaluate(ModelState state)
    {
        if (state.Lineage is not { } lineage)
        {
            yield break;
        }

        var train = state.Gate.Train!;
        var differences = Staleness.Differences(lineage.Code, state.Code, train.Code).ToList();
        if (lineage.Command != train.Command)
        {
            differences.Add("different command");
        }

        if (lineage.Seed != train.Seed)
        {
            differences.Add($"seed {Seed(lineage.Seed)} → {Seed(train.Seed)}");
        }

        yield return Staleness.Finding(
            state,
            Diagnostics.CodeChanged,
            "code",
            "a model trained by this code",
            differences.Count == 0 ? null : "trained before the code changed: " + string.Join(", ", differences),
            "trained by this code",
            state.CodeIds.Values.Prepend(state.RecipeId).Select(ModelState.JudgedInput).Append(state.JudgedModel)
        );
    }

    private static string Seed(long? seed) => seed?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
