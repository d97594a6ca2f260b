using System.Globalization;
using System.Text;

namespace MlGate.App.Tests.Init;

/// <summary>
/// Monthly files of rides as a taxi company would export them: long-tailed fares, refunds, seasons, rare codes, columns that are filled
/// later. The same month is the same text.
/// </summary>
internal static class MonthlyTrips
{
    public const int Months = 36;

    private const string Header =
        "trip_no,VendorID,pickup_at,passenger_count,trip_distance,RatecodeID,store_and_fwd_flag,PULocationID,state,zip,payment,"
        + "fare_amount,extra,tip_amount,tolls_amount,ehail_fee,congestion_surcharge,airport_fee,total_amount";

    private static readonly string[] States =
    [
        .. Enumerable.Range(0, 50).Select(at => $"{(char)('A' + (at / 26))}{(char)('A' + (at % 26))}"),
    ];

    /// <summary>The text of one month's file.</summary>
    /// <param name="month">From 0.</param>
    /// <param name="isBroken">A month in which hardly anybody rides, and those who do ride otherwise.</param>
    public static string Write(int month, bool isBroken = false)
    {
        var random = new Random(7919 + (31 * month));
        var season = Math.Sin(2 * Math.PI * month / 12);
        var rows = (int)((isBroken ? 0.06 : 1) * 4000 * (1 + (0.25 * season)) * (1 - (0.004 * month)));
        var first = new DateTime(2018, 1, 1).AddMonths(month);
        var text = new StringBuilder(Header).Append('\n');
        for (var row = 0; row < rows; row++)
        {
            Append(text, new Ride(random, month, season, isBroken), (month * 10_000) + row + 1, first.AddSeconds(random.Next(86_400 * 28)));
        }

        // A file that was put together from two: all lines end with CR LF but the last one.
        return month % 9 == 4 ? text.ToString().TrimEnd('\n').Replace("\n", "\r\n", StringComparison.Ordinal) + "\n" : text.ToString();
    }

    private static void Append(StringBuilder text, Ride ride, int number, DateTime at) =>
        text.Append(
            CultureInfo.InvariantCulture,
            $"{number},{ride.Vendor},{at:yyyy-MM-dd HH:mm:ss},{ride.Passengers},{ride.Distance:0.##},{ride.Rate},{ride.Stored},"
                + $"{ride.Zone},{ride.State},{ride.Zip:00000},{ride.Payment},{ride.Fare:0.##},{ride.Extra:0.##},"
                + $"{ride.Tip:0.##},{ride.Tolls:0.##},,{ride.Congestion},{ride.Airport},{ride.Total:0.##}\n"
        );

    /// <summary>One ride.</summary>
    private sealed class Ride
    {
        public Ride(Random random, int month, double season, bool isBroken)
        {
            Vendor =
                random.NextDouble() < 0.0005 && month > 12 ? 6
                : random.NextDouble() < 0.4 ? 1
                : 2;
            Passengers = Roll(random, 0.004 + (0.0005 * (month % 5)))
                ? Roll(random, 0.5)
                    ? "NA"
                    : ""
                : random.NextDouble() switch
                {
                    < 0.7 => "1",
                    < 0.85 => "2",
                    < 0.9 => "3",
                    < 0.93 => "5",
                    < 0.96 => "6",
                    < 0.985 => "4",
                    < 0.9995 => "0",
                    _ => month % 2 == 1 ? "9" : "7",
                };
            Distance =
                Roll(random, 0.0004) ? random.Next(100, 600)
                : Roll(random, 0.006) ? 0
                : Math.Exp((0.8 * Normal(random)) + 0.6 + (0.04 * season) + (isBroken ? 0.6 : 0));
            Rate = random.NextDouble() switch
            {
                < 0.97 => "1",
                < 0.99 => "2",
                < 0.994 => "5",
                < 0.997 => "3",
                < 0.999 => "4",
                < 0.9995 => "99",
                _ => "6",
            };
            Stored = Roll(random, 0.005) ? "Y" : "N";
            Zone = 1 + (int)(265 * Math.Pow(random.NextDouble(), isBroken ? 0.6 : 1.2));
            State = States[(int)(50 * Math.Pow(random.NextDouble(), 1.3))];
            Zip = 501 + random.Next(9000);
            Payment = random.NextDouble() switch
            {
                < 0.7 => Roll(random, isBroken ? 0.75 : 0) ? "Cash" : "Credit card",
                < 0.99 => "Cash",
                < 0.995 => "No charge",
                < 0.9995 => "Dispute",
                _ => month % 3 == 2 ? "Unknown" : "Dispute",
            };
            var refund = Roll(random, 0.0015);
            var sign = refund ? -1 : 1;
            Fare = sign * (Roll(random, 0.0003) ? random.Next(400, 5000) : (2.5 + (2.6 * Distance)) * (1 + (0.003 * month)));
            Extra =
                sign
                * (
                    random.NextDouble() switch
                    {
                        < 0.5 => 0,
                        < 0.85 => 0.5,
                        _ => 1,
                    }
                );
            Tip = Payment == "Credit card" && !refund ? Math.Round(Fare * (0.1 + (0.15 * random.NextDouble())), 2) : 0;
            Tolls =
                Roll(random, 0.05) ? 5.76
                : Roll(random, 0.0005) ? random.Next(20, 300)
                : 0;
            Congestion = month < 13 ? "" : (sign * (Roll(random, 0.93) ? 2.5 : 0)).ToString(CultureInfo.InvariantCulture);
            Airport = month % 4 == 1 || !Roll(random, 0.03) ? "" : "1.25";
            Total = Fare + Extra + Tip + Tolls + (Congestion.Length > 0 && month >= 13 ? sign * 2.5 : 0);
        }

        public int Vendor { get; }

        public string Passengers { get; }

        public double Distance { get; }

        public string Rate { get; }

        public string Stored { get; }

        public int Zone { get; }

        public string State { get; }

        public int Zip { get; }

        public string Payment { get; }

        public double Fare { get; }

        public double Extra { get; }

        public double Tip { get; }

        public double Tolls { get; }

        public string Congestion { get; }

        public string Airport { get; }

        public double Total { get; }

        private static bool Roll(Random random, double share) => random.NextDouble() < share;

        private static double Normal(Random random) =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
