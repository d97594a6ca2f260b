using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Training;

/// <summary>What can go wrong with a training.</summary>
internal static class TrainingFinding
{
    public static Finding NotDeclared(ModelGate model) =>
        Make(
            model,
            Diagnostics.MissingKey,
            "a 'train' key that says how the model is trained",
            "there is none",
            $"Add 'train: {{ command: ..., reads: [...] }}' to '{model.Id}'"
        );

    public static Finding Failed(ModelGate model, int exitCode) =>
        Make(
            model,
            Diagnostics.CommandFailed,
            "the training command to end with exit code 0",
            FormattableString.Invariant($"it ended with exit code {exitCode}"),
            "See the last lines of its output above"
        );

    public static Finding TimedOut(ModelGate model, TimeSpan within) =>
        Make(
            model,
            Diagnostics.TimedOut,
            FormattableString.Invariant($"training to end within {within:c}"),
            "it did not, and was stopped with all that it had started",
            $"Make it faster, or raise '{model.Id}.train.within'"
        );

    public static Finding InputsChanged(ModelGate model, IReadOnlyList<string> names) =>
        Make(
            model,
            Diagnostics.ChangedWhileRead,
            "data and code that stay the same while the model is trained",
            $"{string.Join(", ", names)} changed meanwhile, so nobody knows what the model was trained from; no lock was written",
            "Train again while nothing else writes there; a command that writes into what it 'reads' must write elsewhere"
        );

    public static Finding NotWritten(ModelGate model) =>
        Make(
            model,
            Diagnostics.CommandFailed,
            $"the training command to write '{model.Path}'",
            "it ended well, but did not touch the file",
            $"Make the command write to '{model.Path}', or correct '{model.Id}.path'"
        );

    private static Finding Make(ModelGate model, Diagnostic code, string expected, string found, string fix) =>
        new()
        {
            Code = code.Code,
            Id = model.Id + ".train",
            Subject = model.Id,
            Outcome = Outcome.NotMeasured,
            Expected = expected,
            Found = found,
            Fix = fix,
            Place = model.Train?.Place ?? model.Place,
        };
}
