namespace MlGate.Metrics;

/// <summary>Scores replaced by their ranks within each column, the mean rank for ties.</summary>
internal static class MidRanks
{
    /// <summary>The negated position from the top: a single highest score has 0.</summary>
    public static Scores For(Observations rows)
    {
        var (columns, ranks) = (rows.Scores.Columns, new double[rows.Scores.Values.Length]);
        for (var column = 0; column < columns; column++)
        {
            var order = rows.Descending(column);
            for (var start = 0; start < order.Length; )
            {
                var end = start + 1;
                while (end < order.Length && Value(order[end]) == Value(order[start]))
                {
                    end++;
                }

                for (var position = start; position < end; position++)
                {
                    ranks[(order[position] * columns) + column] = -(start + end - 1) / 2.0;
                }

                start = end;
            }

            double Value(int row) => rows.Scores.Values[(row * columns) + column];
        }

        return new Scores(ranks, columns);
    }
}
