using MlGate.Reports;

namespace MlGate.Reporting;

/// <summary>Turns a report into one format. Reads nothing but the report.</summary>
internal interface IReportRenderer
{
    /// <summary>The word that asks for it: <c>json</c>, <c>text</c>.</summary>
    string Format { get; }

    /// <summary>How a file of the format ends, without the first dot; no two formats share one.</summary>
    string Extension { get; }

    /// <summary>
    /// The whole text, LF (where the format's own rules do not ask for another), with a final newline. The same report gives the same text,
    /// on every machine.
    /// </summary>
    string Render(Report report);
}
