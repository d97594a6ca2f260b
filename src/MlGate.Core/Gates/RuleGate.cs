namespace MlGate.Gates;

/// <summary>A rule across columns: a SQL predicate over one row.</summary>
public sealed record RuleGate
{
    /// <summary>Its name; the check's id is <c>datasets.train.rules.NAME</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The predicate. A row for which it is null is not judged.</summary>
    public required Declared<string> Expect { get; init; }

    /// <summary>Share of the judged rows that must keep it, in (0, 1].</summary>
    public double Mostly { get; init; } = 1;
}
