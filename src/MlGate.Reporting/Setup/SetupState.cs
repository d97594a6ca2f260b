namespace MlGate.Reporting.Setup;

/// <summary>What a check of the setup says about a gate that runs here.</summary>
internal enum SetupState
{
    /// <summary>Nothing to do.</summary>
    Ok,

    /// <summary>The gate runs, but decides less, or is not published.</summary>
    Warning,

    /// <summary>The gate does not run to a verdict.</summary>
    Problem,
}
