using MlGate.Versions;

namespace MlGate.Core.Tests.Versions;

public sealed class ArtifactVersionTests
{
    [Theory]
    [InlineData('a', 'a', 10, true, "the same bytes")]
    [InlineData('b', 'a', 10, true, "the same bytes, which git would store otherwise now")]
    [InlineData('a', 'b', 11, true, "one object in two checkouts")]
    [InlineData('a', 'b', 10, false, "a collision: an object has one size")]
    [InlineData('b', 'b', 10, false, "other bytes")]
    public void Content_is_the_same_where_the_bytes_or_the_object_of_git_are(char git, char sha256, long size, bool same, string why)
    {
        var one = new ArtifactVersion(new string('a', 40), new string('a', 64), 10);
        var other = new ArtifactVersion(new string(git, 40), new string(sha256, 64), size);

        Assert.True(same == one.IsContentOf(other) && same == other.IsContentOf(one), why);
    }

    [Fact]
    public void Nothing_is_not_the_same_content() => Assert.False(new ArtifactVersion("", "", 0).IsContentOf(null));
}
