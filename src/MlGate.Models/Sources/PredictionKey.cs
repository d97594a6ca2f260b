using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MlGate.Gates;
using MlGate.Models.Scoring;
using MlGate.Runs;

namespace MlGate.Models.Sources;

/// <summary>The digest of all that a model's scores are computed from.</summary>
internal sealed class PredictionKey(PredictionRequest request, PredictionSettings settings, FormatList formats)
{
    /// <summary>64 hex digits.</summary>
    public string From(ComparedModel side) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        "predictions",
                        ScoreHeader.CurrentSchema,
                        settings.ToolVersion,
                        side.Format.Key,
                        EngineVersion(side),
                        Environment.Version,
                        RuntimeInformation.RuntimeIdentifier,
                        side.Bytes.Version.Sha256,
                        request.Test.Version.Sha256,
                        string.Join('\t', request.Test.Files.Select(file => file.Name)),
                        request.Model.Task,
                        request.Model.Label,
                        request.Model.Positive,
                        settings.RowsScoredTwice,
                        request.Model.Loader.MissingRealsAsNaNs,
                        request.Model.Loader.AllowQuoting,
                        JsonSerializer.Serialize(request.Model.Inputs, ScoringJson.Default.IReadOnlyDictionaryStringIReadOnlyListString),
                        Marks()
                    )
                )
            )
        );

    private string EngineVersion(ComparedModel side) => formats.Get(side.Format.Key) is IScoredFormat scored ? scored.EngineVersion : "";

    // Lengths before values: no two sets of marks give one text.
    private string Marks()
    {
        var marks = MissingMarks.From(request.TestGate);
        var lists = marks
            .Columns.OrderBy(column => column.Key, StringComparer.Ordinal)
            .Select(column => column.Value.Prepend(column.Key))
            .Prepend(marks.Default);
        return string.Join(
            ';',
            lists.Select(list => string.Concat(list.Select(text => FormattableString.Invariant($"{text.Length}:{text} "))))
        );
    }
}
