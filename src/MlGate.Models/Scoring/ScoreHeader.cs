namespace MlGate.Models.Scoring;

/// <summary>What a file of scores says of its matrix.</summary>
internal sealed record ScoreHeader
{
    /// <summary>The format that this MlGate speaks.</summary>
    public const int CurrentSchema = 1;

    public required int Schema { get; init; }

    /// <summary>The models in the order of their columns; those with a problem have none.</summary>
    public required IReadOnlyList<ScoredModel> Models { get; init; }

    /// <summary>Columns of the matrix.</summary>
    public int Columns => Models.Sum(model => model.Columns);
}

/// <summary>One model's part of the matrix.</summary>
internal sealed record ScoredModel
{
    public required string Name { get; init; }

    /// <summary>Its columns in the matrix; 0 with a problem.</summary>
    public required int Columns { get; init; }

    /// <summary>Does the model call its scores probabilities?</summary>
    public bool Calibrated { get; init; }

    /// <summary>The class of each column; empty unless there are several classes.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Why it could not be scored; null if it was.</summary>
    public ScoringProblem? Problem { get; init; }

    /// <summary>How two scorings of the first rows differed; null if they did not.</summary>
    public ScoringDifference? Difference { get; init; }
}

/// <summary>Why a model could not be scored.</summary>
/// <param name="Code">One of the codes that the parent accepts.</param>
/// <param name="Found">What was found, one line.</param>
/// <param name="Expected">What must hold.</param>
/// <param name="Fix">How to mend it.</param>
internal sealed record ScoringProblem(string Code, string Found, string Expected, string Fix);

/// <summary>How two scorings of the same rows differed.</summary>
/// <param name="Rows">Rows with another score.</param>
/// <param name="Of">Rows scored twice.</param>
/// <param name="Largest">Largest absolute difference.</param>
internal sealed record ScoringDifference(int Rows, int Of, double Largest);
