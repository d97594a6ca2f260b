using MlGate.Reporting.Annotations;
using MlGate.Reporting.CodeQuality;
using MlGate.Reporting.Comments;
using MlGate.Reporting.Csv;
using MlGate.Reporting.Dvc;
using MlGate.Reporting.Html;
using MlGate.Reporting.Json;
using MlGate.Reporting.JUnit;
using MlGate.Reporting.Markdown;
using MlGate.Reporting.MsBuild;
using MlGate.Reporting.Sarif;
using MlGate.Reporting.Terminal;

namespace MlGate.Reporting.Formats;

/// <summary>Every format.</summary>
internal static class Renderers
{
    /// <summary>One renderer per format, sorted by its word.</summary>
    public static IReadOnlyList<IReportRenderer> All { get; } =
    [
        new AnnotationsRenderer(),
        new CodeQualityRenderer(),
        new CommentRenderer(),
        new CsvRenderer(),
        new DvcRenderer(),
        new HtmlRenderer(),
        new JsonRenderer(),
        new JUnitRenderer(),
        new MarkdownRenderer(),
        new MsBuildRenderer(),
        new SarifRenderer(),
        new ConsoleRenderer(),
    ];

    /// <summary>The words of all formats.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. All.Select(renderer => renderer.Format)];

    /// <summary>The words of a list with commas or semicolons; none for null.</summary>
    public static IReadOnlyList<string> Split(string? formats) =>
        formats?.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>Why a list names no formats alone; null where it does.</summary>
    public static string? ComplaintAbout(string? formats) =>
        Split(formats).FirstOrDefault(word => Find(word) is null) is { } unknown
            ? $"'{unknown}' is not a report format; formats: {string.Join(", ", Formats)}"
            : null;

    /// <summary>The renderer of a format, or null.</summary>
    public static IReportRenderer? Find(string format) => All.FirstOrDefault(renderer => renderer.Format == format);
}
