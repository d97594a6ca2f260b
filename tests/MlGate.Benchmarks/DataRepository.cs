namespace MlGate.Benchmarks;

/// <summary>
/// A git repository with one gated table of <see cref="TabularData"/>; it is made if it is not there, and left for the next run.
/// </summary>
internal static class DataRepository
{
    private const int Rows = 500_000;

    // Twelve checks besides the types: one of uniqueness, two of missing values, six of limits and domains, a pattern, a day, a rule.
    private const string Gate = """
        version: 1
        name: speed
        datasets:
          train:
            path: data/train.csv
            columns:
              id:        { type: integer, role: id, unique: true }
              age:       { type: integer, min: 0, max: 120, missing: { max: 5% } }
              visits:    { type: integer }
              tenure:    { type: integer, min: 0 }
              household: { type: integer }
              income:    { type: number, min: 0, missing: { max: 10% } }
              balance:   { type: number }
              ratio:     { type: number }
              score:     { type: number }
              weight:    { type: number }
              lg:        { type: number }
              city:      { type: category }
              tier:      { type: category, in: [basic, plus, pro] }
              channel:   { type: category, in: [mail, phone, shop, app, web, partner] }
              country:   { type: category }
              active:    { type: boolean }
              member:    { type: boolean }
              name:      { type: text, role: ignore, regex: "user-[0-9]+" }
              since:     { type: date, role: time, after: 2019-12-31 }
            rules: [{ id: seen, expect: "visits >= 0 or tenure < 120" }]

        """;

    /// <summary>A table that is as it was committed.</summary>
    public static void MakeUnchanged(string folder) => Make(folder, Gate, change: null);

    /// <summary>A table of another month than the committed one.</summary>
    public static void MakeDrifted(string folder) =>
        Make(folder, Gate + "    drift: { against: baseline }\n", () => Write(folder, month: 1));

    private static void Make(string folder, string gate, Action? change)
    {
        var done = Path.Combine(folder, ".git", "made");
        if (File.Exists(done))
        {
            return;
        }

        _ = Directory.CreateDirectory(Path.Combine(folder, "data"));
        File.WriteAllText(Path.Combine(folder, "mlgate.yml"), gate);
        Write(folder, month: 0);
        string[] git = ["git", "-c", "user.name=MlGate", "-c", "user.email=mlgate@example.invalid"];
        PeerComparison.Time(folder, [.. git, "init", "-q"]);
        PeerComparison.Time(folder, [.. git, "add", "--all"]);
        PeerComparison.Time(folder, [.. git, "commit", "-q", "-m", "the table"]);
        change?.Invoke();
        File.WriteAllText(done, "");
    }

    private static void Write(string folder, int month) => TabularData.Write(Path.Combine(folder, "data", "train.csv"), Rows, month);
}
