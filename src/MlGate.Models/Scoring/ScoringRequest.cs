using System.Text.Json;
using System.Text.Json.Serialization;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Platform;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Models.Scoring;

/// <summary>What the parent asks of the scoring process.</summary>
internal sealed record ScoringRequest
{
    private static readonly string[] Delimited = [".csv", ".tsv"];

    /// <summary>The format that this MlGate speaks.</summary>
    public const int CurrentSchema = 4;

    private const long MostBytes = 16 << 20;

    // More than that no timer takes.
    private const int LongestSeconds = int.MaxValue / 1000;

    public required int Schema { get; init; }

    /// <summary>The models, scored side by side over one reading of the data.</summary>
    public required IReadOnlyList<RequestedModel> Models { get; init; }

    [JsonConverter(typeof(TaskConverter))]
    public required ModelTask Task { get; init; }

    /// <summary>The label's column: a model must not need it.</summary>
    public required string Label { get; init; }

    /// <summary>The positive class, as the test set's labels have it; null but for binary classification.</summary>
    public string? Positive { get; init; }

    /// <summary>Per input column of the models the test set's columns that fill it, where their names differ.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Inputs { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Is a missing number NaN, rather than 0? Null if the gate file does not say.</summary>
    public bool? MissingRealsAsNaNs { get; init; }

    /// <summary>Are quotes around fields of CSV and TSV files no part of the value?</summary>
    public bool AllowQuoting { get; init; } = true;

    /// <summary>The test set's files, in order.</summary>
    public required IReadOnlyList<RequestedFile> Data { get; init; }

    /// <summary>The test set's version; null for a description.</summary>
    public ArtifactVersion? DataVersion { get; init; }

    /// <summary>Texts of the test set that mean "no value", where a number is read.</summary>
    public required MissingMarks MissingMarks { get; init; }

    /// <summary>Where the answer goes.</summary>
    public required string Output { get; init; }

    /// <summary>How many of the first rows are scored a second time, to see whether the answer is the same; 0 for none.</summary>
    public required int RowsScoredTwice { get; init; }

    /// <summary>The process ends itself after this time, should its parent be gone.</summary>
    public required int EndAfterSeconds { get; init; }

    /// <summary>Is the test set CSV or TSV?</summary>
    [JsonIgnore]
    public bool IsDelimited =>
        Data.Count > 0 && Delimited.Any(extension => Data[0].Name.Contains(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Is only the first model's <see cref="ModelDescription"/> wanted, and no score?</summary>
    public bool IsDescription { get; init; }

    /// <summary>The test set, as a model reads it: texts stay as they are.</summary>
    public IDataset TestSet() =>
        new FileDataset(
            new ArtifactBytes(
                new Artifact(ArtifactKind.Dataset, "test", ""),
                DataVersion ?? throw new InvalidDataException("no version of the test set"),
                [.. Data.Select(file => new ArtifactFile(file.Name, file.Location, file.Sha256, file.Size))]
            ),
            "test",
            new DatasetSchema { Marks = MissingMarks with { OfNumbersOnly = true } }
        );

    /// <summary>Reads a request.</summary>
    /// <exception cref="InvalidDataException">The file is no request; the message says why.</exception>
    public static ScoringRequest Read(string path)
    {
        try
        {
            using var stream = RegularFile.OpenRead(path, MostBytes);
            return JsonSerializer.Deserialize(stream, ScoringJson.Default.ScoringRequest) switch
            {
                null => throw new InvalidDataException("it is empty"),
                { Schema: not CurrentSchema } => throw new InvalidDataException("it is of another schema"),
                { EndAfterSeconds: < 1 or > LongestSeconds } or { RowsScoredTwice: < 0 } => throw new InvalidDataException(
                    "a number is out of range"
                ),
                var request => request,
            };
        }
        catch (UnsafeFileException problem)
        {
            throw new InvalidDataException("it is " + problem.Found);
        }
        catch (JsonException)
        {
            throw new InvalidDataException("not the JSON of a scoring request");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(FormattableString.Invariant($"not a readable file of at most {MostBytes} bytes"));
        }
    }

    public void Write(string path)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        JsonSerializer.Serialize(stream, this, ScoringJson.Default.ScoringRequest);
    }
}

/// <summary>One model.</summary>
/// <param name="Name">What the answer calls it.</param>
/// <param name="Location">The private copy.</param>
/// <param name="Sha256">What the copy's bytes must be.</param>
/// <param name="Format">Key of its format.</param>
internal sealed record RequestedModel(string Name, string Location, string Sha256, string Format);

/// <summary>One file of the test set.</summary>
internal sealed record RequestedFile(string Name, string Location, string Sha256, long Size);

/// <summary>JSON without reflection: both processes start faster.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(ScoringRequest))]
[JsonSerializable(typeof(ScoreHeader))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyList<string>>))]
[JsonSerializable(typeof(ModelDescription))]
internal sealed partial class ScoringJson : JsonSerializerContext;
