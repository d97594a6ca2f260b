using MlGate.Reporting.Html.Elements;

namespace MlGate.Reporting.Html;

/// <summary>Bytes of UTF-8 that are left for a page: whole rows fit or do not, and who leaves rows out says how many.</summary>
internal sealed class PageBudget(int bytes, PageBudget? whole = null)
{
    private int left = bytes;

    /// <summary>A part of what is left; what it does not use stays in the whole.</summary>
    public PageBudget Share(double share) => new((int)(left * share), this);

    /// <summary>As many of the rows, in their order, as fit; the first that does not fit ends it.</summary>
    /// <param name="rows">Made only while there is room.</param>
    /// <param name="most">Most rows.</param>
    public IReadOnlyList<Markup> Take(IEnumerable<Markup> rows, int most = int.MaxValue)
    {
        List<Markup> kept = [];
        foreach (var row in rows.Take(most))
        {
            if (!Fits(row))
            {
                break;
            }

            kept.Add(row);
        }

        return kept;
    }

    private bool Fits(Markup row)
    {
        var bytes = row.Bytes + 1;
        if (bytes > left)
        {
            return false;
        }

        Use(bytes);
        return true;
    }

    private void Use(int used)
    {
        left -= used;
        whole?.Use(used);
    }
}
