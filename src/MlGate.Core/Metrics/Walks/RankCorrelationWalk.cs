using System.Runtime.Intrinsics;

namespace MlGate.Metrics.Walks;

/// <summary>
/// Spearman's rank correlation of two orders of the same rows, ranked anew in every resample: the first order is walked, and the draws are
/// kept until the second can be.
/// </summary>
/// <param name="first">The order that is walked.</param>
/// <param name="second">The other order.</param>
internal sealed class RankCorrelationWalk(RankPlan first, RankPlan second) : BlockWalk(first.Order)
{
    private const int Lanes = WeightTile.Lanes;
    private static readonly int Width = Vector256<double>.Count;

    // Per position of the walk where its row is in the second order.
    private readonly int[] places = PlacesIn(first.Order, second.Order);

    public override BlockState Start() => new State(this);

    private static int[] PlacesIn(int[] first, int[] second)
    {
        var placeOf = new int[second.Length];
        for (var place = 0; place < second.Length; place++)
        {
            placeOf[second[place]] = place;
        }

        return Array.ConvertAll(first, row => placeOf[row]);
    }

    private bool EndsFirst(int position) => first.EndsTie[position];

    private bool EndsSecond(int place) => second.EndsTie[place];

    private double WeightAt(int position) => first.WeightAt(position);

    private sealed class State(RankCorrelationWalk walk) : BlockState
    {
        private readonly List<byte[]> tiles = [];

        public override void Take(WeightTile tile, int start, int count) => tiles.Add(tile.Draws[..(count * Lanes)]);

        public override void End(Span<double> values)
        {
            // In the second order, per row its weights and its centred ranks in the first: side by side, as one row is one step in memory.
            var rows = new double[walk.places.Length * 2 * Width];
            for (var lane = 0; lane < Lanes; lane += Width)
            {
                var ranks = RankFirst(lane, rows);
                Correlation(ranks, rows).CopyTo(values[lane..]);
            }
        }

        private RankSums RankFirst(int lane, double[] rows)
        {
            var (sums, start) = (new RankSums(), 0);
            for (var position = 0; position < walk.places.Length; position++)
            {
                var draws = tiles[position / WeightTile.Rows].AsSpan((position % WeightTile.Rows * Lanes) + lane, Width);
                var weights = Vector256.Create(draws[0], draws[1], draws[2], (double)draws[3]) * walk.WeightAt(position);
                weights.CopyTo(rows, walk.places[position] * 2 * Width);
                sums.Tied += weights;
                if (walk.EndsFirst(position))
                {
                    var rank = sums.EndTie();
                    for (; start <= position; start++)
                    {
                        rank.CopyTo(rows, (walk.places[start] * 2 * Width) + Width);
                    }
                }
            }

            return sums;
        }

        private Vector256<double> Correlation(RankSums ofFirst, double[] rows)
        {
            var (middle, sums) = (ofFirst.Above / 2, new RankSums());
            var (tied, products) = (Vector256<double>.Zero, Vector256<double>.Zero);
            for (var place = 0; place < walk.places.Length; place++)
            {
                var weights = Vector256.Create(rows, place * 2 * Width);
                sums.Tied += weights;
                tied += weights * (Vector256.Create(rows, (place * 2 * Width) + Width) - middle);
                if (walk.EndsSecond(place))
                {
                    products += tied * (sums.EndTie() - middle);
                    tied = Vector256<double>.Zero;
                }
            }

            return RankCorrelation.From(products, ofFirst.Above, ofFirst.Cubes, sums.Cubes);
        }
    }

    // Mid-ranks of rows that come in order: what is above, and half of what is tied.
    private struct RankSums
    {
        public Vector256<double> Above { get; private set; }

        public Vector256<double> Tied { get; set; }

        /// <summary>Sum of the cubes of the weights of ties.</summary>
        public Vector256<double> Cubes { get; private set; }

        public Vector256<double> EndTie()
        {
            var (tied, rank) = (Tied, Above + (Tied / 2));
            (Above, Cubes, Tied) = (Above + tied, Cubes + (tied * tied * tied), Vector256<double>.Zero);
            return rank;
        }
    }
}
