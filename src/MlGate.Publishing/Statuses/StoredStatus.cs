using MlGate.Publishing.Ordering;

namespace MlGate.Publishing.Statuses;

/// <summary>One line beside a commit or a pull request, about one gate.</summary>
/// <param name="State">In the server's word.</param>
/// <param name="Description">One line.</param>
/// <param name="Link">Where it leads; carries which result it is.</param>
internal sealed record StoredStatus(string State, string Description, string? Link)
{
    /// <summary>Both servers' word for a result that is not there yet.</summary>
    public const string Pending = "pending";

    /// <summary>The server's id of who set it; null where that cannot be told.</summary>
    public string? Creator { get; init; }

    /// <summary>Does it let a merge through? Each server has a word of its own for it.</summary>
    public bool IsGreen => State is "success" or "succeeded";

    /// <summary>Which result it shows; null where that cannot be told.</summary>
    public ResultOrder? Order => ResultOrder.From(Link);

    /// <summary>Does it show the same? Servers may change texts on their own.</summary>
    public bool Shows(StoredStatus other) =>
        State == other.State && (Order is { } order ? order == other.Order : Description == other.Description && Link == other.Link);
}
