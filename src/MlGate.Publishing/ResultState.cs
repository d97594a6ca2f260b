namespace MlGate.Publishing;

/// <summary>What a status or a check run says of a result; each server has words of its own for it.</summary>
internal enum ResultState
{
    Pending,
    Passed,
    Failed,

    /// <summary>Nothing was measured that could fail.</summary>
    Broken,
}
