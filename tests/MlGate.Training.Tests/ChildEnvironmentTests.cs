namespace MlGate.Training.Tests;

public sealed class ChildEnvironmentTests
{
    [Fact]
    public void Variables_of_a_surrounding_build_are_taken_out_and_the_others_stay()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The paths are those of Unix.");
        var variables = new Dictionary<string, string?>
        {
            ["MSBuildSDKsPath"] = "x",
            ["MSBUILD_EXE_PATH"] = "x",
            ["msbuildextensionspath"] = "x",
            ["DOTNET_HOST_PATH"] = "host",
            ["PATH"] = ".:/path::bin",
            ["AWS_PROFILE"] = "mine",
        };

        TrainingEnvironment.Scrub(variables);

        Assert.DoesNotContain(variables, variable => variable.Value == "x");
        Assert.Equal(("host", "/path", "mine"), (variables["DOTNET_HOST_PATH"], variables["PATH"], variables["AWS_PROFILE"]));
        Assert.Equal("1", variables["MSBUILDDISABLENODEREUSE"]);
    }
}
