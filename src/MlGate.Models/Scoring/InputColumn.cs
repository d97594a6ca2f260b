using Microsoft.ML;
using Microsoft.ML.Data;

using MlGate.Predictions;

namespace MlGate.Models.Scoring;

/// <summary>A column that a model's score depends on.</summary>
/// <param name="Column">The column of the model's input schema.</param>
/// <param name="Source">What is read of the test set for it.</param>
internal sealed record InputColumn(DataViewSchema.Column Column, BatchColumn Source)
{
    /// <summary>How a type of ML.NET is read from a test set; null for types that one column cannot fill.</summary>
    public static BatchType? SourceTypeOf(DataViewType type) => type switch
    {
        NumberDataViewType number when number == NumberDataViewType.Single => BatchType.Single,
        NumberDataViewType => BatchType.Double,

        // Read as text, because ML.NET takes more words for truth values than other readers do.
        BooleanDataViewType => BatchType.Text,
        TextDataViewType => BatchType.Text,
        _ => null,
    };
}
