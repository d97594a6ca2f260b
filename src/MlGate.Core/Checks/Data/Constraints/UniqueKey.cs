using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data.Constraints;

/// <summary>The values of a declared set of columns, taken together, do not repeat.</summary>
internal sealed class UniqueKey : DatasetConstraint<IReadOnlyList<string>>
{
    public override string Key => "unique";

    public override ItemForm<IReadOnlyList<string>> Form => ItemForms.Columns;

    public override Diagnostic Code => Diagnostics.NotUnique;

    public override string Meaning =>
        "Keys: sets of columns whose combined values must be unique. `[[a, b]]` is one key of two columns, `[[a], [b]]` are two keys.";

    public override string Example => "unique: [[customer_id, month]]";

    public override string Noun => "key";

    public override string Broken => "are duplicates";

    public override ViolationQuery Query(CheckId id, IReadOnlyList<string> item) => new RepeatedValues(id, item);

    public override string Expected(IReadOnlyList<string> item) => $"unique values of the key {FoundText.Names([.. item])}";

    public override string Fix(CheckId id, IReadOnlyList<string> item) => "Remove the duplicate rows";
}
