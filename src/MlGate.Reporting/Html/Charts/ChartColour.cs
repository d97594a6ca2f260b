using OxyPlot;

namespace MlGate.Reporting.Html.Charts;

/// <summary>
/// What a colour means in a chart. The page's style sheet says how it looks, in light, in dark and on paper; here each is only told apart
/// from the others.
/// </summary>
internal static class ChartColour
{
    private static readonly Dictionary<OxyColor, string> Classes = [];

    public static OxyColor Grid { get; } = Named("g");

    public static OxyColor Axis { get; } = Named("a");

    public static OxyColor Text { get; } = Named("t");

    public static OxyColor Baseline { get; } = Named("b");

    public static OxyColor Candidate { get; } = Named("c");

    /// <summary>The area under the candidate's outline.</summary>
    public static OxyColor Area { get; } = Named("u");

    /// <summary>What the limit does not allow.</summary>
    public static OxyColor Zone { get; } = Named("z");

    public static OxyColor Limit { get; } = Named("l");

    public static OxyColor Good { get; } = Named("p");

    public static OxyColor Warning { get; } = Named("w");

    public static OxyColor Bad { get; } = Named("f");

    public static OxyColor Quiet { get; } = Named("q");

    /// <summary>The class of a colour.</summary>
    public static string ClassOf(OxyColor colour) =>
        Classes.TryGetValue(colour, out var name)
            ? name
            : throw new ArgumentException($"A chart uses {colour}, a colour without a meaning.", nameof(colour));

    private static OxyColor Named(string name)
    {
        var colour = OxyColor.FromRgb(1, 2, (byte)(Classes.Count + 1));
        Classes.Add(colour, name);
        return colour;
    }
}
