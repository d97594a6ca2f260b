using MlGate.Findings;

namespace MlGate.GateFile.Schema;

/// <summary>One key of the gate file: the row of the table that parser, schema and reference page are made from.</summary>
internal abstract class KeyDefinition(string name)
{
    public string Name { get; } = name;

    /// <summary>What it means, for people; one or two sentences of Markdown.</summary>
    public required string Meaning { get; init; }

    /// <summary>Written out in place of an example that says nothing; YAML.</summary>
    public required string Example { get; init; }

    /// <summary>What holds without it, for people; null if nothing does.</summary>
    public string? Default { get; init; }

    public bool Required { get; init; }

    /// <summary>Codes of findings that the check raises.</summary>
    public IReadOnlyList<Diagnostic> Codes { get; init; } = [];

    public abstract ValueSchema Kind { get; }

    /// <summary>Can one value ask for less than another?</summary>
    public abstract bool IsLimit { get; }

    /// <summary>Is "not written" compared as a value of its own?</summary>
    public abstract bool HasAbsentValue { get; }

    /// <summary>Is a value weaker than the policy's? Null stands for "not written".</summary>
    public abstract bool IsWeaker(object? policy, object? local);
}

/// <summary>A key whose value is read as a type.</summary>
internal sealed class KeyDefinition<T>(string name, ValueSchema<T> kind) : KeyDefinition(name)
    where T : notnull
{
    public override ValueSchema Kind => kind;

    /// <summary>
    /// Does the second value ask for less than the first, the policy's? Null: values of this key are neither weak nor strong.
    /// </summary>
    public Func<T, T, bool>? Weaker { get; init; }

    /// <summary>What "not written" stands for when values are compared; null if only written values are.</summary>
    public (T Value, bool Known) Absent { get; init; }

    public override bool IsLimit => Weaker is not null;

    public override bool HasAbsentValue => Absent.Known;

    public override bool IsWeaker(object? policy, object? local)
    {
        if (Weaker is null || (policy is null && !Absent.Known) || (local is null && !Absent.Known))
        {
            return false;
        }

        return Weaker(policy is T declared ? declared : Absent.Value, local is T written ? written : Absent.Value);
    }
}
