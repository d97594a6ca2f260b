namespace MlGate.Publishing.Ordering;

/// <summary>What a result is worth beside another of the same attempt, whenever either was made.</summary>
internal enum ResultKind
{
    /// <summary>It says that the gate is being measured.</summary>
    Measuring,

    /// <summary>It says that there is no report.</summary>
    NoReport,

    /// <summary>It shows a report.</summary>
    Report,
}
