using MlGate.Models.Formats.Onnx;

namespace MlGate.Models.Tests.Onnx;

/// <summary>What is refused before any engine sees it, and what a sound file says of itself.</summary>
public sealed class OnnxReaderTests
{
    public static TheoryData<string, string, byte[]> Hostile =>
        new()
        {
            { "values in another file", "MLG3015", With(OnnxCraft.Message(5, Outside("weights"))) },
            { "values in another file, in an attribute", "MLG3015", With(Constant(Outside("hidden"))) },
            { "values in another file, in a graph inside", "MLG3015", With(If(OnnxCraft.Graph(Constant(Outside("hidden"))))) },
            { "values in another file, sparse", "MLG3015", With(OnnxCraft.Message(15, OnnxCraft.Message(1, Outside("sparse")))) },
            { "an operator of its own", "MLG3016", With(OnnxCraft.Node("RunShell", "com.evil", ["X"], ["Y"])) },
            { "an operator of its own, in a graph inside", "MLG3016", With(If(OnnxCraft.Graph(OnnxCraft.Node("A", "x.y", [], [])))) },
            { "a shape without end", "MLG3010", With(OnnxCraft.Constant("big", OnnxCraft.Float, [1L << 40, 1L << 40])) },
            { "a negative dimension", "MLG3010", With(OnnxCraft.Constant("big", OnnxCraft.Float, [-5])) },
            { "graphs inside of graphs", "MLG3010", Deep(100) },
            {
                "two graphs, a hostile one first",
                "MLG3014",
                [.. With(OnnxCraft.Message(5, Outside("first"))), .. OnnxCraft.Message(7, OnnxCraft.Graph())]
            },
            {
                "a domain that a number seems to take back",
                "MLG3014",
                With(OnnxCraft.Message(1, [.. OnnxCraft.Message(7, "com.evil"u8.ToArray()), 0x38, 0]))
            },
            { "values in another file, as a default of a function", "MLG3015", InFunction(OnnxCraft.Tensor("value", Outside("hidden"))) },
            {
                "an operator of its own, in a function",
                "MLG3016",
                InModel(25, OnnxCraft.Message(7, OnnxCraft.Message(7, "com.evil"u8.ToArray())))
            },
            {
                "values in another file, for training",
                "MLG3015",
                InModel(20, OnnxCraft.Message(2, OnnxCraft.Message(5, Outside("hidden"))))
            },
            { "garbage", "MLG3014", [1, 2, 3, 4, 5, 250, 251] },
            { "a length beyond the end", "MLG3014", [0x3a, 0xff, 0xff, 0xff, 0xff, 0x7f, 0] },
            { "a number that never ends", "MLG3014", [.. Enumerable.Repeat((byte)0xff, 40)] },
            { "no graph", "MLG3014", [0x08, 0x08] },
            { "nothing", "MLG3014", [] },
        };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_file_is_refused_without_an_engine(string what, string code, byte[] file)
    {
        var (read, refusal) = OnnxReader.Read(file);

        Assert.Null(read);
        Assert.True(refusal is not null, what);
        Assert.Equal(code, refusal.Diagnostic.Code);
    }

    [Fact]
    public void A_sound_file_says_what_it_reads_and_answers()
    {
        var file = OnnxReader.Read(OnnxPredictionsTests.Classifier(["No", "Yes"], maps: true)).File!;

        Assert.Equal((8L, 2L), (file.FormatVersion, file.Nodes));
        Assert.Equal([("", 13L), ("ai.onnx.ml", 2L)], file.Operators.Select(set => (set.Key, set.Value)));
        Assert.Equal(["X"], file.Inputs.Select(input => input.Name));
        Assert.Equal([-1L, 2L], Assert.Single(file.Inputs).Shape!);
        Assert.Equal(["label", "output_probability"], file.Outputs.Select(output => output.Name));
        Assert.Equal(["No", "Yes"], file.Classes);
    }

    // Every prefix and every flipped byte is either read or refused; nothing else happens.
    [Fact]
    public void A_damaged_file_never_throws()
    {
        var sound = OnnxPredictionsTests.Classifier(["No", "Yes"], maps: true);
        var random = new Random(5);

        for (var length = 0; length < sound.Length; length++)
        {
            Judge(sound[..length]);
            var flipped = (byte[])sound.Clone();
            flipped[length] ^= (byte)(1 << random.Next(8));
            Judge(flipped);
        }

        static void Judge(byte[] file)
        {
            var (read, refusal) = OnnxReader.Read(file);
            Assert.True(read is null != refusal is null);
        }
    }

    // A number ends a graph without its nodes, for readers that take the last of all fields.
    [Fact]
    public void A_number_in_the_place_of_the_graph_is_refused() =>
        Assert.Equal("MLG3014", OnnxReader.Read([.. With(OnnxCraft.Node("A", "com.evil", [], [])), 0x38, 0]).Refusal!.Diagnostic.Code);

    [Fact]
    public void Many_labels_take_no_longer_than_few()
    {
        string[] labels = [.. Enumerable.Range(0, 100_000).Select(label => $"{label}"), .. Enumerable.Repeat("99999", 200_000)];

        Assert.Equal(
            100_000,
            OnnxReader
                .Read(With(OnnxCraft.Node("ZipMap", OnnxCraft.Classic, ["X"], ["Y"], OnnxCraft.Texts("classlabels_strings", labels))))
                .File!.Classes.Count
        );
    }

    private static byte[] InModel(int field, byte[] part) => [.. OnnxCraft.Model(OnnxCraft.Graph()), .. OnnxCraft.Message(field, part)];

    private static byte[] InFunction(byte[] attribute) => InModel(25, OnnxCraft.Message(11, attribute));

    private static byte[] With(byte[] part) => OnnxCraft.Model(OnnxCraft.Graph(part, OnnxCraft.Input("X", OnnxCraft.Float, -1, 2)));

    private static byte[] Outside(string name) => OnnxCraft.Tensor(name, OnnxCraft.Float, [2], [], isExternal: true);

    private static byte[] Constant(byte[] tensor) => OnnxCraft.Node("Constant", "", [], ["C"], OnnxCraft.Tensor("value", tensor));

    private static byte[] If(byte[] graph) => OnnxCraft.Node("If", "", ["X"], ["Y"], OnnxCraft.Inner("then_branch", graph));

    private static byte[] Deep(int levels)
    {
        var graph = OnnxCraft.Graph();
        for (var level = 0; level < levels; level++)
        {
            graph = OnnxCraft.Graph(If(graph));
        }

        return OnnxCraft.Model(graph);
    }
}
