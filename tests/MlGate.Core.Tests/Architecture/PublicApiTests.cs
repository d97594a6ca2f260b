using MlGate.Findings;
using MlGate.Testing;

namespace MlGate.Core.Tests.Architecture;

public sealed class PublicApiTests
{
    [Fact]
    public void Core_shows_what_was_approved() => Snapshot.Verify(PublicApi.Of(typeof(Finding).Assembly));
}
