namespace MlGate.Metrics.Flips;

/// <summary>What stands as label and as prediction of a row where two models are compared row by row.</summary>
internal enum FlipRows
{
    /// <summary>Label: 1 if the baseline is right; prediction: 1 if the candidate is right.</summary>
    Right,

    /// <summary>Label: 1 if the candidate is right; prediction: 1 if the baseline is right.</summary>
    RightNow,

    /// <summary>Label: the class that the baseline predicts; prediction: the one that the candidate predicts.</summary>
    Predicted,
}
