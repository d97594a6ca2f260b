using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>Change of a paired share: Tango's interval; McNemar's mid-p, exact for few discordant rows where a gate is strict.</summary>
internal sealed class PairedShareEstimate(PairedTable table, bool strict) : Estimate
{
    private const int FewDiscordant = 25;

    private bool IsExact => strict && table.Discordant < FewDiscordant;

    public override double Value => table.Change;

    public override string Method => "Tango";

    public override double StandardError => Power.ShareError(Math.Max(1.0, table.Discordant) / table.Rows, table.Rows);

    public override bool HoldsForFewRows => true;

    public override Bounds At(double alpha) => Tango.Interval(table, alpha);

    public override double PNoDrop => IsExact ? McNemar.ExactLoss(table.Gained, table.Lost) : McNemar.MidPLoss(table.Gained, table.Lost);

    public override double PNoRise => IsExact ? McNemar.ExactLoss(table.Lost, table.Gained) : McNemar.MidPLoss(table.Lost, table.Gained);
}
