using MlGate.Models.Scoring;

namespace MlGate.Models.Sources;

/// <summary>Scores as a model or a file gave them, before they are put in the order of the classes.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Scores per row.</param>
/// <param name="Values">Row-major.</param>
/// <param name="Classes">The class of each column; empty unless there are several.</param>
/// <param name="Probabilities">Are they called probabilities, so that one outside of [0, 1] is an error?</param>
/// <param name="Difference">How two scorings of the same rows differed; null if they did not, or nothing was scored twice.</param>
internal sealed record RawScores(int Rows, int Columns, double[] Values, IReadOnlyList<string> Classes, bool Probabilities, ScoringDifference? Difference = null);
