using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data.Constraints;

/// <summary>No present value of the column repeats.</summary>
internal sealed class Unique : ValuesConstraint<bool>
{
    public override string Key => "unique";

    public override LimitForm<bool> Form => LimitForms.Flag;

    public override IReadOnlyList<ColumnType> Types { get; } = Enum.GetValues<ColumnType>();

    public override Diagnostic Code => Diagnostics.NotUnique;

    public override string Meaning => "No duplicate values.";

    public override string Example => "unique: true";

    public override string Default => "false";

    public override bool IsWeaker(bool policy, bool limit) => policy && !limit;

    public override ViolationQuery? Query(CheckId id, string column, bool limit) => limit ? new RepeatedValues(id, [column]) : null;

    public override string Expected(bool limit) => "unique values";

    public override string Broken(bool limit) => "are duplicates";

    public override string Fix(CheckId id, bool limit) => "Remove the duplicate rows";
}
