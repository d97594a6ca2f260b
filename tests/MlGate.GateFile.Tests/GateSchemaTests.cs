using System.Globalization;
using System.Text.Json.Nodes;
using MlGate.GateFile.Reference;
using MlGate.GateFile.Yaml;
using NJsonSchema;

namespace MlGate.GateFile.Tests;

public sealed class GateSchemaTests
{
    private static readonly Task<JsonSchema> Schema = JsonSchema.FromJsonAsync(GateSchema.Write());

    public static TheoryData<string> TellableNames => [.. BadGates.All.Where(bad => bad.SchemaTells).Select(bad => bad.Name)];

    [Fact]
    public void The_published_schema_is_what_the_table_says() => PublishedFiles.Verify("docs/mlgate.schema.json", GateSchema.Write());

    [Fact]
    public void The_reference_page_is_what_the_table_says() => PublishedFiles.Verify("docs/gate-file.md", GateReference.Write());

    [Fact]
    public async Task The_sample_is_valid() => Assert.Empty((await Schema).Validate(Json(GateExamples.Sample)));

    [Theory]
    [InlineData("version: 1\nname: a\n")]
    [InlineData("version: 1\nextends: base.yml\n")]
    [InlineData("version: 1\nextends: base.yml\nmodels: { m: { metrics: { auc: { min: 80%, max-drop: 2.5 pt } } } }\n")]
    [InlineData(
        "version: 1\nname: a\ndatasets: { d: { path: a.csv, unique: [[a, b]], columns: { a: { type: integer, in: [1, 2], missing: { "
            + "max: 1% } } } } }\n"
    )]
    public async Task Other_good_files_are_valid(string text) => Assert.Empty((await Schema).Validate(Json(text)));

    [Theory]
    [MemberData(nameof(TellableNames))]
    public async Task A_bad_file_that_a_schema_can_tell_is_not_valid(string name)
    {
        var bad = BadGates.All.Single(bad => bad.Name == name);

        Assert.NotEmpty((await Schema).Validate(Json(bad.Text)));
    }

    [Fact]
    public void Every_key_of_the_example_of_every_key_is_read_by_the_parser() =>
        Assert.All(GateSchema.AllMaps(MlGate.GateFile.Schema.GateKeys.Map).SelectMany(map => map.Keys.Select(key => (map, key))), pair =>
        {
            var problems = new Problems();
            var node = YamlReader.Read(pair.key.Example, "example.yml", problems);
            var context = new MlGate.GateFile.Schema.ReadContext(problems, new GateFilesInMemory(), null, Whole: false);
            Assert.NotNull(node);
            pair.map.TryRead(node, new MlGate.GateFile.Schema.SourceSpan("", node.Place), context, out _);
            Assert.Empty(problems.Sorted().Select(problem => problem.Message));
        });

    // As an editor reads it: plain scalars by the core schema of YAML 1.2.
    internal static string Json(string text)
    {
        var node = YamlReader.Read(text, "mlgate.yml", new Problems());
        return node is null ? "[]" : ToJson(node)!.ToJsonString();
    }

    private static JsonNode? ToJson(GateNode node) =>
        node switch
        {
            MapNode map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, ToJson(entry.Value)))),
            ListNode list => new JsonArray([.. list.Items.Select(ToJson)]),
            ScalarNode { IsNull: true } => null,
            ScalarNode { IsBoolean: true } scalar => JsonValue.Create(bool.Parse(scalar.Text)),
            ScalarNode { IsNumber: true } scalar
                when long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) =>
                JsonValue.Create(whole),
            ScalarNode { IsNumber: true } scalar => JsonValue.Create(
                double.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture)
            ),
            ScalarNode scalar => JsonValue.Create(scalar.Text),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };
}
