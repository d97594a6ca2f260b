using MlGate.Findings;
using MlGate.Gates;
using MlGate.Models.Tests.ScoringHost;
using MlGate.Predictions;
using MlGate.Testing;

namespace MlGate.Models.Tests.Sources;

/// <summary>Labels are compared under their type, and a finding says which values there are.</summary>
public sealed class LabelSpellingTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(ColumnType.Integer, "0.0", "1.0", "1")]
    [InlineData(ColumnType.Integer, "0.0", "1.0", "1.0")]
    [InlineData(ColumnType.Number, "0", "1", "1.0")]
    [InlineData(ColumnType.Boolean, "False", "True", "true")]
    [InlineData(ColumnType.Boolean, "False", "True", "1")]
    [InlineData(ColumnType.Boolean, "0", "1", "True")]
    [InlineData(ColumnType.Category, "0", "1", "1")]
    [InlineData(null, "0.0", "1.0", "1")]
    [InlineData(null, "false", "true", "True")]
    public async Task A_label_is_read_under_its_type(ColumnType? type, string negative, string positive, string declared)
    {
        var set = (await Predict(type, declared, negative, positive)).Value;

        Assert.Equal([0.0, 1.0, 0.0, 1.0], set!.Labels);
    }

    [Theory]
    [InlineData(ColumnType.Category, "0.0", "1.0", "1", "no row with the positive value '1'; label values: '0.0', '1.0'")]
    [InlineData(null, "no", "yes", "Yes", "no row with the positive value 'Yes'; label values: 'no', 'yes'")]
    [InlineData(null, "0", "0", "1", "no row with the positive value '1'; label values: '0'")]
    public async Task A_positive_value_that_never_occurs_is_said_with_the_values_that_do(
        ColumnType? type,
        string one,
        string other,
        string declared,
        string found
    )
    {
        var problem = Assert.Single((await Predict(type, declared, one, other)).Problems);

        Assert.Equal(("MLG4003", found), (problem.Code, problem.Found));
    }

    [Fact]
    public void Whole_numbers_beyond_double_precision_stay_apart()
    {
        var spelling = LabelSpelling.For(ColumnType.Integer, []);

        Assert.False(spelling.Same("9007199254740993", "9007199254740992"));
        Assert.True(spelling.Same("9007199254740993.0", "9007199254740993"));
        Assert.True(spelling.Same("1e3", "1000"));
        Assert.False(LabelSpelling.For(ColumnType.Text, []).Same("01", "1"));
    }

    [Fact]
    public async Task Keys_in_another_spelling_get_a_hint()
    {
        var test = folder.Write("test.csv", "id,y\n1,0\n2,1\n");
        var request = Requests.Of(test, folder.Write("predictions.csv", "id,p\n1.0,0.2\n2.0,0.3\n"), label: "y");
        request = request with
        {
            Model = request.Model with
            {
                Positive = "1",
                Key = "id",
                ScoreColumns = new Dictionary<string, string> { ["1"] = "p" },
            },
        };

        var problem = Assert.Single((await Requests.Predictions(folder.Path).PredictAsync(request, CancellationToken.None)).Problems);

        Assert.Equal("MLG4007", problem.Code);
        Assert.Contains("1 and 1.0", problem.Fix, StringComparison.Ordinal);
    }

    private async Task<Result<PredictionSet>> Predict(ColumnType? type, string declared, string one, string other)
    {
        var test = folder.Write("test.csv", $"id,y\na,{one}\nb,{other}\nc,{one}\nd,{other}\n");
        var request = Requests.Of(test, folder.Write("predictions.csv", "id,p\na,0.1\nb,0.2\nc,0.3\nd,0.4\n"), label: "y");
        var place = new FilePlace("mlgate.yml", 5, 5);
        return await Requests
            .Predictions(folder.Path)
            .PredictAsync(
                request with
                {
                    Model = request.Model with
                    {
                        Positive = declared,
                        Key = "id",
                        ScoreColumns = new Dictionary<string, string> { [declared] = "p" },
                    },
                    TestGate = request.TestGate with
                    {
                        Columns = type is { } known
                            ?
                            [
                                new ColumnGate
                                {
                                    Name = "y",
                                    Place = place,
                                    Id = "datasets.test.columns.y",
                                    Type = new Declared<ColumnType>(known, "datasets.test.columns.y.type", place),
                                    Role = ColumnRole.Label,
                                },
                            ]
                            : [],
                    },
                },
                CancellationToken.None
            );
    }
}
