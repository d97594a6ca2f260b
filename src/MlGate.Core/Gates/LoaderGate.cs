namespace MlGate.Gates;

/// <summary>
/// How an ML.NET model's training data was loaded, named as in <c>TextLoader.Options</c>: the test set is read the same way.
/// </summary>
public sealed record LoaderGate
{
    /// <summary>
    /// Is a missing number NaN (true) or 0 (false)? Null if the gate file does not say: NaN for models that handle missing values, 0 for
    /// others.
    /// </summary>
    public bool? MissingRealsAsNaNs { get; init; }

    /// <summary>Are double quotes around a field of a CSV or TSV file no part of the value?</summary>
    public bool AllowQuoting { get; init; } = true;
}
