using MlGate.Findings;

namespace MlGate.GateFile.Schema;

/// <summary>Keys of how a model's training data was loaded.</summary>
internal static class LoaderKeys
{
    public static readonly KeyDefinition<bool> MissingRealsAsNaNs = new("missing-reals-as-nans", new BooleanSchema())
    {
        Meaning =
            "`MissingRealsAsNaNs` of the training `TextLoader.Options`: a missing number is NaN (`true`) or 0 (`false`, the "
            + "default of the ML.NET loader).",
        Example = "missing-reals-as-nans: true",
        Default = "NaN for a model that replaces, indicates or drops missing values, 0 for any other",
        Codes = [Diagnostics.MissingNumbersAssumed],
    };

    public static readonly KeyDefinition<bool> AllowQuoting = new("allow-quoting", new BooleanSchema())
    {
        Meaning =
            "`AllowQuoting` of the training `TextLoader.Options`: with `false`, double quotes in CSV and TSV files are part of "
            + "the text for the model.",
        Example = "allow-quoting: false",
        Default = "true",
    };

    public static readonly MapSchema Map = new("loader", MissingRealsAsNaNs, AllowQuoting);
}
