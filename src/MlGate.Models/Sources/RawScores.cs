using MlGate.Findings;
using MlGate.Models.Scoring;

namespace MlGate.Models.Sources;

/// <summary>Scores as a model or a file gave them, before they are put in the order of the classes.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Scores per row; 0 where only decisions are known.</param>
/// <param name="Values">Row-major.</param>
/// <param name="Classes">The class of each column; empty unless there are several.</param>
/// <param name="Probabilities">Are they called probabilities, so that one outside of [0, 1] is an error?</param>
internal sealed record RawScores(int Rows, int Columns, double[] Values, IReadOnlyList<string> Classes, bool Probabilities)
{
    /// <summary>
    /// Per row the model's own decision as the index of a class (binary: 1 for the positive one), NaN where it is missing; null where it
    /// has none.
    /// </summary>
    public double[]? Decisions { get; init; }

    /// <summary>Per row the decision as it is written in a file of predictions; null where there is none.</summary>
    public IReadOnlyList<string?>? DecisionTexts { get; init; }

    /// <summary>How two scorings of the same rows differed; null if they did not, or nothing was scored twice.</summary>
    public ScoringDifference? Difference { get; init; }

    /// <summary>How the model read the test set.</summary>
    public IReadOnlyList<Finding> Remarks { get; init; } = [];

    /// <summary>Those of a scored model.</summary>
    public static RawScores From(ScoreFile file, IReadOnlyList<Finding> remarks)
    {
        var model = file.Header.Models[0];
        return new RawScores(file.Rows, model.Columns, Take(file, 0, model.Columns), model.Classes, model.Calibrated)
        {
            Decisions = model.Decides ? Take(file, model.Columns, 1) : null,
            Difference = model.Difference,
            Remarks = remarks,
        };
    }

    private static double[] Take(ScoreFile file, int first, int count)
    {
        var width = file.Header.Columns;
        if (count == width)
        {
            return file.Matrix;
        }

        var values = new double[file.Rows * count];
        for (var row = 0; row < file.Rows; row++)
        {
            file.Matrix.AsSpan((row * width) + first, count).CopyTo(values.AsSpan(row * count));
        }

        return values;
    }
}
