using System.Text.Json.Serialization;

namespace MlGate.Models.Scoring;

/// <summary>What a file of scores says of its matrix.</summary>
internal sealed record ScoreHeader
{
    /// <summary>The format that this MlGate speaks.</summary>
    public const int CurrentSchema = 2;

    public required int Schema { get; init; }

    /// <summary>The models in the order of their columns; those with a problem have none.</summary>
    public required IReadOnlyList<ScoredModel> Models { get; init; }

    /// <summary>Columns of the matrix.</summary>
    public int Columns => Models.Sum(model => model.Width);
}

/// <summary>One model's part of the matrix.</summary>
internal sealed record ScoredModel
{
    public required string Name { get; init; }

    /// <summary>Its scores per row, the first of its columns in the matrix; 0 with a problem.</summary>
    public required int Columns { get; init; }

    /// <summary>Does a column follow the scores that holds the model's own decision: the index of the predicted class?</summary>
    public bool Decides { get; init; }

    /// <summary>Its columns in the matrix.</summary>
    [JsonIgnore]
    public int Width => Columns + (Decides ? 1 : 0);

    /// <summary>Does the model call its scores probabilities?</summary>
    public bool Calibrated { get; init; }

    /// <summary>The class of each column; empty unless there are several classes.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>The fields that it reads and that have values that are missing or cannot be read.</summary>
    public IReadOnlyList<ScoredField> Fields { get; init; } = [];

    /// <summary>What it takes a missing number for.</summary>
    public MissingNumbers MissingNumbers { get; init; }

    /// <summary>Columns and types that were inferred, because the model has no input schema; empty otherwise.</summary>
    public IReadOnlyList<string> Inferred { get; init; } = [];

    /// <summary>Why it could not be scored; null if it was.</summary>
    public ScoringProblem? Problem { get; init; }

    /// <summary>How two scorings of the first rows differed; null if they did not.</summary>
    public ScoringDifference? Difference { get; init; }
}

/// <summary>A field that a model reads, and that has values that are missing or cannot be read.</summary>
/// <param name="Name">The column of the test set.</param>
/// <param name="Missing">Rows without a number.</param>
/// <param name="Unread">Rows whose value is not of the type.</param>
/// <param name="UnreadRows">Numbers of the first of these rows.</param>
internal sealed record ScoredField(string Name, long Missing, long Unread, IReadOnlyList<long> UnreadRows);

/// <summary>What a missing number is for a model, and why.</summary>
internal enum MissingNumbers
{
    /// <summary>As the gate file, or the loader that is saved with the model, says.</summary>
    Declared,

    /// <summary>NaN, because the model handles missing values.</summary>
    NaNAssumed,

    /// <summary>0, the default of ML.NET's text loader.</summary>
    ZeroAssumed,
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
