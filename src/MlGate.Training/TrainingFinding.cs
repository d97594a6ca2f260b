using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Training;

/// <summary>What can go wrong with a training.</summary>
internal static class TrainingFinding
{
    public static Finding NotDeclared(ModelGate model) =>
        Create(
            model,
            Diagnostics.MissingKey,
            "a 'train' key with the training command",
            "missing key",
            $"Add 'train: {{ command: ..., reads: [...] }}' to '{model.Id}'"
        );

    public static Finding Failed(ModelGate model, int exitCode) =>
        Create(
            model,
            Diagnostics.CommandFailed,
            "the training command to end with exit code 0",
            FormattableString.Invariant($"exit code {exitCode}"),
            "See the last lines of its output above"
        );

    public static Finding TimedOut(ModelGate model, TimeSpan within) =>
        Create(
            model,
            Diagnostics.TimedOut,
            FormattableString.Invariant($"training to end within {within:c}"),
            "time limit reached; all its processes were stopped",
            $"Make training faster, or raise '{model.Id}.train.within'"
        );

    public static Finding InputsChanged(ModelGate model, IReadOnlyList<string> names) =>
        Create(
            model,
            Diagnostics.ChangedWhileRead,
            "unchanged data and code during training",
            $"{string.Join(", ", names)} changed during training; no lock was written",
            "Train again while nothing else writes there; the command must not write to its 'reads' paths"
        );

    public static Finding NotWritten(ModelGate model) =>
        Create(
            model,
            Diagnostics.CommandFailed,
            $"the training command to write '{model.Path}'",
            "the command succeeded, but did not write the file",
            $"Make the command write to '{model.Path}', or correct '{model.Id}.path'"
        );

    private static Finding Create(ModelGate model, Diagnostic code, string expected, string found, string fix) =>
        new()
        {
            Code = code.Code,
            Id = model.Id + ".train",
            Subject = model.Id.Text,
            Outcome = Outcome.NotMeasured,
            Expected = expected,
            Found = found,
            Fix = fix,
            Place = model.Train?.Place ?? model.Place,
        };
}
