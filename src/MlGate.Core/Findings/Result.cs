namespace MlGate.Findings;

/// <summary>A value, or the findings that say why there is none. Expected failures travel as this, not as exceptions.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed record Result<T>
    where T : class
{
    internal Result(T? value, IReadOnlyList<Finding> problems) => (Value, Problems) = (value, problems);

    /// <summary>The value; null when there are problems.</summary>
    public T? Value { get; }

    /// <summary>Why there is no value; empty when there is one.</summary>
    public IReadOnlyList<Finding> Problems { get; }

    /// <summary>A value; for interface types see <see cref="Result.Success{T}"/>.</summary>
    public static implicit operator Result<T>(T value) => new(value, []);

    /// <summary>One problem.</summary>
    public static implicit operator Result<T>(Finding problem) => new(null, [problem]);
}

/// <summary>Makes results.</summary>
public static class Result
{
    /// <summary>A value.</summary>
    public static Result<T> Success<T>(T value)
        where T : class => new(value, []);

    /// <summary>Problems; at least one.</summary>
    public static Result<T> Failed<T>(IReadOnlyList<Finding> problems)
        where T : class =>
        problems.Count > 0 ? new(null, problems) : throw new ArgumentException("A failure needs a finding.", nameof(problems));
}
