using MlGate.Gates;

namespace MlGate.Models.Scoring;

/// <summary>What reads the files of a row of <see cref="ModelFormats"/>: <see cref="IScoredFormat"/>, or a format of predictions.</summary>
internal interface IModelFormat
{
    /// <summary>The row.</summary>
    ModelFormat Format { get; }
}
