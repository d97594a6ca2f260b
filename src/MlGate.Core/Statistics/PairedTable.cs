namespace MlGate.Statistics;

/// <summary>Rows by whether baseline and candidate succeed on them.</summary>
/// <param name="Both">Both succeed.</param>
/// <param name="Gained">The candidate alone succeeds: b.</param>
/// <param name="Lost">The baseline alone succeeds: c.</param>
/// <param name="Neither">Neither succeeds.</param>
public sealed record PairedTable(long Both, long Gained, long Lost, long Neither)
{
    /// <summary>All rows.</summary>
    public long Rows => Both + Gained + Lost + Neither;

    /// <summary>Rows on which the two differ.</summary>
    public long Discordant => Gained + Lost;

    /// <summary>Change of the share of successes.</summary>
    public double Change => (double)(Gained - Lost) / Rows;

    /// <summary>The baseline's share of successes.</summary>
    public double Baseline => (double)(Both + Lost) / Rows;

    /// <summary>The candidate's share of successes.</summary>
    public double Candidate => (double)(Both + Gained) / Rows;
}
