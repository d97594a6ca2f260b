using MlGate.Findings;

namespace MlGate.Gates;

/// <summary>What a key of a model declares beside its metrics: segments, fairness, changed predictions.</summary>
public abstract record ModelCheckGate
{
    private protected ModelCheckGate() { }

    /// <summary>Its path in the gate file: <c>models.churn.segments</c>.</summary>
    public required CheckId Id { get; init; }

    /// <summary>Where it is declared.</summary>
    public required FilePlace Place { get; init; }

    /// <summary>The severity that holds without one of its own.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>The columns of the test set that it reads for each row.</summary>
    public virtual IEnumerable<string> Columns => [];

    /// <summary>True if it compares the candidate with the baseline.</summary>
    public virtual bool ComparesWithBaseline => LimitKinds.Any(kind => kind.IsOfChange);

    /// <summary>The kinds of all its limits: whether baseline and anchor are needed follows from these.</summary>
    public abstract IEnumerable<LimitKind> LimitKinds { get; }
}
