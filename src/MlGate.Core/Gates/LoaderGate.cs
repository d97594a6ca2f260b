namespace MlGate.Gates;

/// <summary>
/// How an ML.NET model's training data was loaded, named as in <c>TextLoader.Options</c>: the test set is read the same way.
/// </summary>
public sealed record LoaderGate
{
    /// <summary>
    /// True if a missing number is NaN, false for 0. Null without a setting: NaN for models that handle missing values, 0 for
    /// others.
    /// </summary>
    public bool? MissingRealsAsNaNs { get; init; }

    /// <summary>True if double quotes around a CSV or TSV field are not part of the value.</summary>
    public bool AllowQuoting { get; init; } = true;
}
