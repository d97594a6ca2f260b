namespace MlGate.Metrics.Walks;

/// <summary>
/// One metric of one model, prepared to be evaluated under many weightings in one walk over the rows. Immutable: threads share it.
/// </summary>
/// <param name="order">Rows in the order of the walk.</param>
internal abstract class BlockWalk(int[] order)
{
    /// <summary>Rows in the order of the walk. Walks of the same order (by reference) share their draws.</summary>
    public int[] Order { get; } = order;

    /// <summary>Starts a walk for <see cref="WeightTile.Lanes"/> weightings.</summary>
    public abstract BlockState Start();

    /// <summary>The value with every row drawn once.</summary>
    public double Once()
    {
        var (tile, state) = (new WeightTile(), Start());
        Array.Fill(tile.Draws, (byte)1);
        for (var start = 0; start < Order.Length; start += WeightTile.Rows)
        {
            state.Take(tile, start, Math.Min(WeightTile.Rows, Order.Length - start));
        }

        Span<double> values = stackalloc double[WeightTile.Lanes];
        state.End(values);
        return values[0];
    }

    /// <summary>Values per row in the order of the walk.</summary>
    protected double[] InOrder(double[] values) => Array.ConvertAll(Order, row => values[row]);
}

/// <summary>A walk on its way.</summary>
internal abstract class BlockState
{
    /// <summary>Takes the next rows.</summary>
    /// <param name="tile">Their draws.</param>
    /// <param name="start">Position of the first one in the order of the walk.</param>
    /// <param name="count">How many they are.</param>
    public abstract void Take(WeightTile tile, int start, int count);

    /// <summary>Writes the metric's value per weighting; NaN where undefined.</summary>
    public abstract void End(Span<double> values);
}
