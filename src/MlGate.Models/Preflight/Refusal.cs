using MlGate.Findings;

namespace MlGate.Models.Preflight;

/// <summary>Why a file is not loaded; becomes a finding where the gate is known.</summary>
internal sealed record Refusal(Diagnostic Diagnostic, string Found, string Expected, string Fix)
{
    public static Refusal Malformed(string found) =>
        new(
            Diagnostics.ArchiveMalformed,
            found,
            "an archive written by ML.NET",
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
            "a model of the ML.NET version of this MlGate, or older",
            "Update MlGate, or train with an older ML.NET"
        );

    public static Refusal NotAModel(string found) =>
        new(Diagnostics.NotAModel, found, "an ML.NET model", "Use the path of the ML.NET model, or gate a predictions file instead");
}
