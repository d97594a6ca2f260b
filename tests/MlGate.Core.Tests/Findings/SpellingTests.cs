using MlGate.Findings;

namespace MlGate.Core.Tests.Findings;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("acuracy", "accuracy", 1)]
    [InlineData("tets", "test", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 3)]
    public void The_distance_counts_slips_and_swaps(string one, string other, int expected)
    {
        Assert.Equal(expected, Spelling.Distance(one, other));
        Assert.Equal(expected, Spelling.Distance(other, one));
    }

    [Theory]
    [InlineData("max_drop", "max-drop")]
    [InlineData("MaxDrop", "max-drop")]
    [InlineData("int", "integer")]
    [InlineData("x", null)]
    [InlineData("segments", null)]
    public void Only_what_is_near_is_proposed(string word, string? expected) =>
        Assert.Equal(expected, Spelling.Nearest(word, ["max-drop", "max-rise", "integer", "y"]));
}
