namespace MlGate.MSBuild.Answers;

/// <summary>
/// The codes that the tasks log themselves. The table is in Core, which .NET Standard cannot reference; a test compares the two.
/// </summary>
internal static class Codes
{
    public const string BadOption = "MLG0020";
    public const string GateFileNotFound = "MLG0012";
    public const string NoVerdictToPack = "MLG0022";
    public const string NotAccessible = "MLG7002";
    public const string ProgramNotFound = "MLG7006";
    public const string TimedOut = "MLG8001";
    public const string WorkerDied = "MLG9001";
    public const string WorkerNotFound = "MLG0021";

    public static string HelpLink(string code) => "https://github.com/mlgate/mlgate/blob/main/docs/diagnostics/" + code + ".md";
}
