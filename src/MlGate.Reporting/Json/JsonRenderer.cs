using MlGate.Reports;

namespace MlGate.Reporting.Json;

/// <summary><c>report.json</c>.</summary>
internal sealed class JsonRenderer : IReportRenderer
{
    public string Format => "json";

    public string Extension => "json";

    public string Render(Report report) => ReportJson.Write(report);
}
