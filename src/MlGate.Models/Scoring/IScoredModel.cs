namespace MlGate.Models.Scoring;

/// <summary>A loaded model, bound to the columns of a test set.</summary>
internal interface IScoredModel
{
    /// <summary>What it reads of the test set; a field may stand several times.</summary>
    IReadOnlyList<InputField> Fields { get; }

    /// <summary>What its columns of the matrix are.</summary>
    ScoredModel Header { get; }

    /// <summary>Scores the rows of a chunk into a matrix.</summary>
    /// <param name="chunk">The rows.</param>
    /// <param name="matrix">Row-major.</param>
    /// <param name="stride">Columns of the matrix.</param>
    /// <param name="first">This model's first column.</param>
    /// <returns>How many rows the model answered.</returns>
    int Score(RowChunk chunk, double[] matrix, int stride, int first);
}
