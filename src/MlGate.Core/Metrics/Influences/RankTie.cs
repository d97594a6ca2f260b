namespace MlGate.Metrics;

/// <summary>Rows of one score, in a walk from the highest down.</summary>
/// <param name="Start">First position.</param>
/// <param name="End">Position after the last.</param>
/// <param name="Positives">Weight of its positive rows.</param>
/// <param name="Negatives">Weight of its negative rows.</param>
/// <param name="PositivesAbove">Weight of the positive rows before it.</param>
/// <param name="NegativesAbove">Weight of the negative rows before it.</param>
internal readonly record struct RankTie(
    int Start,
    int End,
    double Positives,
    double Negatives,
    double PositivesAbove,
    double NegativesAbove
);
