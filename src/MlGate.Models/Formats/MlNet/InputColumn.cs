using Microsoft.ML;
using Microsoft.ML.Data;
using MlGate.Models.Scoring;

namespace MlGate.Models.Formats.MlNet;

/// <summary>A column that a model's output depends on.</summary>
/// <param name="Column">The column of the model's input schema.</param>
/// <param name="Fields">What fills it: one field, or one per slot of a vector.</param>
internal sealed record InputColumn(DataViewSchema.Column Column, IReadOnlyList<InputField> Fields)
{
    /// <summary>The type of a column's values, or of a vector's slots.</summary>
    public static Type RawOf(DataViewType type) => type is VectorDataViewType vector ? vector.ItemType.RawType : type.RawType;

    /// <summary>Can columns of a test set fill a column of this type?</summary>
    public static bool CanFill(DataViewType type)
    {
        var item = type is VectorDataViewType vector ? vector.ItemType : type;
        return item is NumberDataViewType or BooleanDataViewType or TextDataViewType && InputField.CanRead(item.RawType);
    }
}
