using MlGate.Checks.Data;

namespace MlGate.Core.Tests.Checks.Data;

public sealed class PhraseTests
{
    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.00001, "< 0.01 %")]
    [InlineData(0.01, "1 %")]
    [InlineData(0.995, "99.5 %")]
    [InlineData(0.9999999, "> 99.99 %")]
    [InlineData(1, "100 %")]
    public void A_share_never_rounds_to_none_or_all(double share, string expected) => Assert.Equal(expected, FoundText.Percent(share));

    [Theory]
    [InlineData("tenure", "'tenure'")]
    [InlineData("größe 数", "'größe 数'")]
    [InlineData("a\r\nb", "'a\uFFFD\uFFFDb'")]
    [InlineData("\u001b[31m", "'\uFFFD[31m'")]
    [InlineData("a\u200Bb\u202Ec", "'a\uFFFDb\uFFFDc'")]
    public void A_name_is_text_and_nothing_else(string name, string expected) => Assert.Equal(expected, FoundText.Name(name));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("'\uFFFD'", FoundText.Name(((char)0xD800).ToString()));

    [Fact]
    public void A_long_name_is_cut()
    {
        Assert.Equal("'" + new string('x', 64) + "…'", FoundText.Name(new string('x', 1_000_000)));
    }

    [Fact]
    public void Many_names_are_counted()
    {
        Assert.Equal("'a', 'b', 'c', 'd', 'e' and 2 more", FoundText.Names(["a", "b", "c", "d", "e", "f", "g"]));
    }
}
