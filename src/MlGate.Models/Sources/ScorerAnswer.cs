using MlGate.Findings;
using MlGate.Models.Preflight;
using MlGate.Models.Scoring;

namespace MlGate.Models.Sources;

/// <summary>What is taken from a scoring process at its word, and what is not.</summary>
internal static class ScorerAnswer
{
    // The process may have been taken over by the model: it can choose only among these codes.
    private static readonly Diagnostic[] CodesOfChild =
    [
        Diagnostics.ChangedWhileRead,
        Diagnostics.DataNotReadable,
        Diagnostics.ModelNotLoadable,
        Diagnostics.ScoreRowsDiffer,
        Diagnostics.ScoreColumnsDiffer,
        Diagnostics.InputColumnMissing,
    ];

    /// <summary>Refuses an answer that cannot be read.</summary>
    public static Refusal Damaged =>
        new(
            Diagnostics.ScorerDied,
            "invalid data from the scoring process",
            "one number per row and column",
            "Run again; if it repeats, report it"
        );

    /// <summary>The scores of one side, or why the process has none.</summary>
    public static Result<ScoreFile> Outcome(ComparedModel side, ScoreFile answer)
    {
        if (answer.Header.Models[0].Problem is not { } problem)
        {
            return answer;
        }

        return Array.Find(CodesOfChild, code => code.Code == problem.Code) is { } diagnostic
            ? side.Finding(new Refusal(diagnostic, OneLine(problem.Found), OneLine(problem.Expected), OneLine(problem.Fix)))
            : side.Finding(Damaged);
    }

    /// <summary>Text of the process is text of the model: one line, no control or direction characters, not long.</summary>
    public static string OneLine(string text) =>
        string.Concat(
                text.Take(300)
                    .Select(c =>
                        char.IsControl(c)
                        || char.GetUnicodeCategory(c)
                            is System.Globalization.UnicodeCategory.Format
                                or System.Globalization.UnicodeCategory.LineSeparator
                                or System.Globalization.UnicodeCategory.ParagraphSeparator
                            ? '?'
                            : c
                    )
            )
            .TrimEnd('.');
}
