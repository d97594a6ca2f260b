using MlGate.Publishing.Ordering;

namespace MlGate.Publishing.Tests;

/// <summary>The place of a result in the order, carried by a link.</summary>
public sealed class ResultOrderTests
{
    [Theory]
    [InlineData("https://ci.example/a", "https://ci.example/a#:~:mlgate=98765432109.2.2.7.1795369932")]
    [InlineData("https://ci.example/a?b=1#churn", "https://ci.example/a?b=1#churn:~:mlgate=98765432109.2.2.7.1795369932")]
    public void A_link_carries_which_result_it_leads_to(string link, string carrying)
    {
        var order = new ResultOrder(98_765_432_109, 2, ResultKind.Report, VerdictWeight.Most, Publishing.At);

        Assert.Equal(carrying, order.In(new Uri(link)));
        Assert.Equal(order, ResultOrder.From(carrying));
    }

    [Theory]
    [InlineData("https://ci.example/a")]
    [InlineData("https://ci.example/a#:~:mlgate=1.2.3.0.4")]
    [InlineData("https://ci.example/a#:~:mlgate=1.2.2.0.4&x")]
    [InlineData("https://ci.example/a#:~:mlgate=99999999999999999999.1.2.0.4")]
    [InlineData("https://ci.example/a#:~:mlgate=1.99999999999.2.0.4")]
    [InlineData("https://ci.example/a#:~:mlgate=1.1.2.0.9999999999999")]
    [InlineData("https://ci.example/a#:~:mlgate=1.1.2.8.4")]
    [InlineData("https://ci.example/a#:~:mlgate=1.1.2.4")]
    [InlineData("https://ci.example/a#:~:mlgate=١.1.2.0.4")]
    public void A_link_that_carries_nothing_sensible_tells_nothing(string link) => Assert.Null(ResultOrder.From(link));
}
