using MlGate.MSBuild.Answers;

namespace MlGate.MSBuild.Tests;

public sealed class SeverityPolicyTests
{
    [Theory]
    [InlineData("Error", "Enforce", "", "", "", "", "Error")]
    [InlineData("Error", "Enforce", "", "", "", "MLG2101", "Error")]
    [InlineData("Error", "Warn", "", "", "", "", "Warning")]
    [InlineData("Error", "warn", "true", "", "", "", "Warning")]
    [InlineData("Error", "Warn", "", "MLG2101", "", "", "Error")]
    [InlineData("Error", "Warn", "", "", "", "MLG2101", "Message")]
    [InlineData("Warning", "Enforce", "", "", "", "", "Warning")]
    [InlineData("Warning", "Enforce", "True", "", "", "", "Error")]
    [InlineData("Warning", "Enforce", "true", "", "CS1591;MLG2101", "", "Warning")]
    [InlineData("Warning", "Enforce", "", "CS1;mlg2101", "", "", "Error")]
    [InlineData("Warning", "Enforce", "", "MLG2101", "MLG2101", "", "Warning")]
    [InlineData("Warning", "Enforce", "true", "", "", "1591, MLG2101", "Message")]
    [InlineData("Warning", "Warn", "true", "", "", "", "Warning")]
    [InlineData("Warning", "Warn", "true", "MLG2101", "", "", "Error")]
    [InlineData("Error", "Warn", "true", "MLG2101", "", "", "Error")]
    [InlineData("Message", "Enforce", "true", "MLG2101", "", "", "Message")]
    public void Properties_decide_like_the_compiler_does(
        string severity,
        string mode,
        string treat,
        string asErrors,
        string notAsErrors,
        string noWarn,
        string expected
    )
    {
        var policy = new SeverityPolicy(mode, treat, asErrors, notAsErrors, noWarn);

        var loudness = policy.For(new WorkerDiagnostic("MLG2101", Enum.Parse<DiagnosticLevel>(severity), null, 0, 0, "drifted", null));

        Assert.Equal(Enum.Parse<DiagnosticLevel>(expected), loudness);
    }

    [Fact]
    public void Codes_of_others_do_not_change_the_description()
    {
        var one = new SeverityPolicy("Enforce", "", "CS1;MLG2;MLG1", "", "NU1701");
        var other = new SeverityPolicy("", "false", "MLG1,MLG2", "CS2", "");

        Assert.Equal(one.Describe(), other.Describe());
    }
}
