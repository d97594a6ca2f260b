using MlGate.Findings;

namespace MlGate.Checks.Versions;

/// <summary>
/// The model's bytes are those that <c>mlgate train</c> wrote, where the gate file says how it is trained. Bytes that differ from a lock
/// with lineage were edited by something else
/// (MLG1022); a lock without lineage does not say where they come from (MLG1023): whoever locks changed bytes by hand drops the lineage.
/// </summary>
internal static class ModelMustComeFromTraining
{
    /// <summary>Nothing where the gate file declares no training, or there is no lock: that is a finding of its own.</summary>
    public static IEnumerable<Finding> Evaluate(ModelState state)
    {
        if (state.Gate.Train is null || state.Lock is not { } locked || state.Model is null)
        {
            yield break;
        }

        const string Expected = "the bytes that training wrote";
        if (locked.Lineage is null)
        {
            yield return Staleness.Finding(
                state,
                Diagnostics.LineageMissing,
                "model",
                Expected,
                "no training record in the lock",
                "",
                [state.JudgedModel]
            );
        }
        else
        {
            var edited = !state.Model.IsContentOf(locked.Version);
            yield return Staleness.Finding(
                state,
                Diagnostics.ModelEdited,
                "model",
                Expected,
                edited ? "model changed after training" : null,
                "bytes match the training record",
                [ModelState.JudgedInput(state.Gate.Id)]
            );
        }
    }
}
