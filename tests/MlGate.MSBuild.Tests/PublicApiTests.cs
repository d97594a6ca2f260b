using MlGate.Testing;

namespace MlGate.MSBuild.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void The_tasks_show_what_was_approved() => Snapshot.Verify(PublicApi.Of(typeof(Tasks.MlGateCheck).Assembly));
}
