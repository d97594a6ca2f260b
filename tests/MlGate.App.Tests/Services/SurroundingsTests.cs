using MlGate.App.Services;

namespace MlGate.App.Tests.Services;

public sealed class SurroundingsTests
{
    [Theory]
    [InlineData("CI", "true", true)]
    [InlineData("GITHUB_ACTIONS", "true", true)]
    [InlineData("TF_BUILD", "True", true)]
    [InlineData("CI", "false", false)]
    [InlineData("CI", "", false)]
    [InlineData("HOME", "/", false)]
    public void Knows_a_build_server(string name, string value, bool expected) =>
        Assert.Equal(expected, HostEnvironment.Read(asked => asked == name ? value : null).ContinuousIntegration);
}
