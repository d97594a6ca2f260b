using MlGate.Findings;

namespace MlGate.Models.Preflight;

/// <summary>Why a file is not loaded; becomes a finding where the gate is known.</summary>
internal sealed record Refusal(Diagnostic Diagnostic, string Found, string Expected, string Fix)
{
    public static Refusal Malformed(string found) =>
        new(
            Diagnostics.ArchiveMalformed,
            found,
            "an archive as ML.NET writes it",
            "Save the model again with ML.NET, and do not repack the file"
        );

    public static Refusal TooLarge(string found, string expected) =>
        new(Diagnostics.ArchiveTooLarge, found, expected, "Save a smaller model, or gate a predictions file instead");

    public static Refusal NotLoadable(string found) =>
        new(Diagnostics.ModelNotLoadable, found, "a model that ML.NET can load", "Train or save the model again");

    public static Refusal TooNew(string found) =>
        new(
            Diagnostics.ModelNotLoadable,
            found,
            "a model of the ML.NET that this MlGate ships, or older",
            "Update MlGate, or train with an older ML.NET"
        );

    public static Refusal NotAModel(string found) =>
        new(Diagnostics.NotAModel, found, "an ML.NET model", "Name the ML.NET model as the path, or gate a predictions file instead");
}
