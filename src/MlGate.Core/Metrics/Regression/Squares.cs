namespace MlGate.Metrics.Regression;

internal static class Squares
{
    public static double OfError(Observations rows, int row)
    {
        var error = rows.Number(row) - rows.Labels[row];
        return error * error;
    }
}
