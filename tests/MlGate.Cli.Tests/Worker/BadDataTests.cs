using System.Text;

namespace MlGate.Cli.Tests.Worker;

/// <summary>Data and scores that are no data and no scores: a coded error, exit 1, and no cell's value in it.</summary>
public sealed class BadDataTests
{
    private static WorkerAnswer CheckWithTrain(byte[] bytes)
    {
        using var repository = new GateRepository();
        File.WriteAllBytes(repository["data/train.csv"], bytes);
        repository.Must("lock");
        return repository.Check();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Good(int rows = 200) => GateRepository.Rows("t", rows, 1);

    public static TheoryData<string, byte[], string> Hostile =>
        new()
        {
            { "ragged row", Utf8(Good() + "t900,1,DE,Yes,more,and more\n"), "MLG2001" },
            { "unterminated quote", Utf8(Good() + "\"t900,1,DE,Yes\n" + Good()), "MLG2001" },
            { "NUL", Utf8(Good() + "t9\0,1,DE,Yes\n"), "MLG2" },
            { "invalid UTF-8", [.. Utf8(Good()), 0x74, 0x39, 0xC3, 0x28, .. Utf8(",1,DE,Yes\n")], "MLG2006" },
            { "UTF-16 with a mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Good())], "MLG2006" },
            { "UTF-16 without a mark", Encoding.Unicode.GetBytes(Good()), "MLG2006" },
            { "only a header", Utf8("id,x,country,label\n"), "MLG2007" },
            { "empty", [], "MLG2007" },
            { "a header twice", Utf8(Good().Replace("id,x,country,label", "id,x,x,label", StringComparison.Ordinal)), "MLG2005" },
            { "an empty header", Utf8(Good().Replace("id,x,country,label", "id,,country,label", StringComparison.Ordinal)), "MLG2005" },
            { "another separator", Utf8("sep=;\n" + Good().Replace(',', ';')), "MLG2" },
            {
                "a hundred thousand columns",
                Utf8(string.Join(',', Enumerable.Range(0, 100_000).Select(i => "c" + i)) + "\n1\n"),
                "MLG2022"
            },
            { "too large a number", Utf8(Good() + "t900,1e400,DE,Yes\n"), "MLG2010" },
            { "not a number", Utf8(Good() + "t900,NaN,DE,Yes\n"), "MLG2010" },
            { "infinity", Utf8(Good() + "t900,Infinity,DE,Yes\n"), "MLG2010" },
            { "a decimal comma", Utf8(Good() + "t900,\"1,5\",DE,Yes\n"), "MLG2010" },
            { "hexadecimal", Utf8(Good() + "t900,0x10,DE,Yes\n"), "MLG2010" },
            { "digits of another script", Utf8(Good() + "t900,१२,DE,Yes\n"), "MLG2010" },
            { "outside its range", Utf8(Good() + "t900,11,DE,Yes\n"), "MLG2012" },
            { "outside its domain", Utf8(Good() + "t900,1,SECRET,Yes\n"), "MLG2013" },
            { "an id twice", Utf8(Good() + "t5,1,DE,Yes\n"), "MLG2016" },
            { "too few rows", Utf8(Good(50)), "MLG2017" },
            { "rows of the test set", Utf8(Good() + "e5,1,DE,Yes\n"), "MLG2201" },
        };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Bad_data_is_a_coded_failure(string what, byte[] bytes, string code)
    {
        var answer = CheckWithTrain(bytes);

        Assert.True(answer.Exit == 1, what + ": " + answer);
        Assert.Contains(answer.Diagnostics!, diagnostic =>
            diagnostic.Code.StartsWith(code, StringComparison.Ordinal) && diagnostic.Severity == "error"
        );
        Assert.DoesNotContain("SECRET", answer.ToString() + answer.Report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NaN", "MLG4001")]
    [InlineData("Infinity", "MLG4001")]
    [InlineData("1.5", "MLG4002")]
    [InlineData("-0.1", "MLG4002")]
    public void A_score_that_is_none_fails_and_is_not_averaged_away(string score, string code)
    {
        using var repository = new GateRepository();
        var lines = File.ReadAllLines(repository["models/m.csv"]);
        lines[17] = "e16," + score;
        repository.Write("models/m.csv", string.Join('\n', lines) + "\n");
        repository.Must("lock");

        var answer = repository.Check();

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic.Code == code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Predictions_for_other_rows_fail(bool tooMany)
    {
        using var repository = new GateRepository();
        var text = File.ReadAllText(repository["models/m.csv"]);
        repository.Write("models/m.csv", tooMany ? text + "e3,0.5\n" : text[..text.LastIndexOf("e599", StringComparison.Ordinal)]);
        repository.Must("lock");

        var answer = repository.Check();

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG4007", Severity: "error" });
    }

    [Fact]
    public void The_order_of_predictions_does_not_matter()
    {
        using var repository = new GateRepository();
        var one = repository.Check();
        var lines = File.ReadAllLines(repository["models/m.csv"]);
        repository.Write("models/m.csv", string.Join('\n', lines.Skip(1).Reverse().Prepend(lines[0])) + "\n");
        repository.Must("lock");

        var other = repository.Check(more: "--baseline=HEAD");

        Assert.True(other.Exit == 0, other.ToString());
        Assert.Contains("\"candidate\": ", one.Report!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_backtracks_elsewhere_takes_linear_time()
    {
        using var repository = new GateRepository();
        repository.Replace(
            "mlgate.yml",
            "id: { type: text, role: id, unique: true }\n      x:",
            "id: { type: text, role: id, regex: \"(a+)+$\" }\n      x:"
        );
        File.WriteAllText(repository["data/train.csv"], Good() + new string('a', 50_000) + "!,1,DE,Yes\n");
        repository.Must("lock");

        var answer = repository.Check();

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic.Code == "MLG2014");
    }

    [Theory]
    [InlineData("(select count(*) from read_csv('/etc/passwd')) > 0")]
    [InlineData("1 = 1; drop table x")]
    [InlineData("getenv('HOME') = ''")]
    [InlineData("x >")]
    public void A_rule_that_reads_elsewhere_or_is_none_is_refused(string rule)
    {
        using var repository = new GateRepository();
        repository.Replace(
            "mlgate.yml",
            "    disjoint-from: [test]\n",
            $"    disjoint-from: [test]\n    rules: [ {{ id: bad, expect: \"{rule}\" }} ]\n"
        );

        var answer = repository.Check();

        Assert.True(answer.Exit == 3, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic.Code == "MLG2020");
    }
}
