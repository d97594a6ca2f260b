using System.Text.Json.Serialization;

namespace MlGate.Reporting.Json;

/// <summary>
/// How reports look as JSON. Properties stand in the order of their declaration; ASCII only, so the file is harmless in any terminal, log
/// or page.
/// </summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    IndentSize = 2,
    NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    NumberHandling = JsonNumberHandling.Strict,
    MaxDepth = 16,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [
        typeof(OutcomeConverter),
        typeof(SeverityConverter),
        typeof(JudgedVersionsConverter),
        typeof(CheckIdConverter),
        typeof(LeaningConverter),
        typeof(BinKindConverter),
        typeof(LimitKindConverter),
        typeof(CountsConverter),
        typeof(FiniteNumberConverter),
        typeof(SoundTextConverter),
        typeof(SecondsConverter),
    ]
)]
[JsonSerializable(typeof(ReportFile))]
[JsonSerializable(typeof(DiagnosticsFile))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
