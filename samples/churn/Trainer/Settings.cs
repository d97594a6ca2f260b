namespace Trainer;

/// <summary>What a data scientist turns. It lies beside the code, so a change of it is a change of the code.</summary>
/// <param name="Rows">Share of the training rows to use, from the top of the file.</param>
/// <param name="Trees">Number of trees.</param>
/// <param name="Leaves">Leaves per tree.</param>
/// <param name="LearningRate">Shrinkage.</param>
internal sealed record Settings(double Rows, int Trees, int Leaves, double LearningRate);
