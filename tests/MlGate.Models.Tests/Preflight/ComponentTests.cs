using System.Text;
using MlGate.Models.Preflight;
using MlGate.Testing;

namespace MlGate.Models.Tests.Preflight;

public sealed class ComponentTests(TrainedModels models) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Evil.Assembly")]
    [InlineData("Microsoft.ML.NotShipped")]
    public void A_component_of_another_assembly_is_refused_and_named(string assembly)
    {
        var refusal = Check(
            ZipCraft.Of(models.Candidate).Edit("TransformerChain/Model.key", entry => Rename(entry, "Microsoft.ML.Data", assembly))
        );

        Assert.Equal("MLG3012", refusal?.Diagnostic.Code);
        Assert.Contains("TransformerChain", refusal!.Found, StringComparison.Ordinal);
        Assert.Contains(assembly, refusal.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_of_the_right_name_and_the_wrong_key_is_refused() =>
        Assert.Equal(
            "MLG3012",
            Check(
                ZipCraft
                    .Of(models.Candidate)
                    .Edit("TransformerChain/Model.key", entry => Rename(entry, "cc7b13ffcd2ddd51", "0123456789abcdef"))
            )?.Diagnostic.Code
        );

    [Fact]
    public void An_unknown_loader_is_refused() =>
        Assert.Equal(
            "MLG3012",
            Check(
                ZipCraft.Of(models.Candidate).Edit("TransformerChain/Model.key", entry => Loader(entry, 0x50, "SomethingElse"))
            )?.Diagnostic.Code
        );

    [Fact]
    public void An_unknown_second_loader_is_refused() =>
        Assert.Equal(
            "MLG3012",
            Check(
                ZipCraft.Of(models.Candidate).Edit("TransformerChain/Model.key", entry => Loader(entry, 0x68, "SomethingElse"))
            )?.Diagnostic.Code
        );

    [Theory]
    [InlineData("TensorFlowTransform")]
    [InlineData("DnnRetrainTransform")]
    [InlineData("ImageLoaderTransform")]
    [InlineData("WordEmbeddingsTransform")]
    [InlineData("CustomTransformer")]
    public void A_component_that_needs_more_than_the_model_file_is_refused_as_such(string loader) =>
        Assert.Equal(
            "MLG3013",
            Check(ZipCraft.Of(models.Candidate).Edit("TransformerChain/Model.key", entry => Loader(entry, 0x50, loader)))?.Diagnostic.Code
        );

    [Fact]
    public void A_real_custom_mapping_is_refused() =>
        Assert.Equal("MLG3013", ArchivePreflight.Check(models.Custom, new ArchiveCaps(), CancellationToken.None)?.Diagnostic.Code);

    [Fact]
    public void A_torch_component_is_refused_by_its_assembly() =>
        Assert.Equal(
            "MLG3013",
            Check(
                ZipCraft
                    .Of(models.Candidate)
                    .Edit("TransformerChain/Model.key", entry => Rename(entry, "Microsoft.ML.Data", "Microsoft.ML.TorchSharp"))
            )?.Diagnostic.Code
        );

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_529)]
    [InlineData(65_536 - 3)]
    [InlineData(131_072 - 7)]
    [InlineData(200_001)]
    public void A_component_hidden_anywhere_in_an_entry_is_found(int at)
    {
        var honest = ZipCraft.Of(models.Candidate);
        var evil = Rename(honest.Entries.Single(entry => entry.Name == "TransformerChain/Model.key"), "Microsoft.ML.Data", "Evil.Assembly");
        var noise = new byte[at + evil.Content.Length + 100_000];
        new Random(3).NextBytes(noise);
        evil.Content.CopyTo(noise, at);

        var refusal = Check(honest.With(new CraftedEntry("TransformerChain/Terms.txt", noise)));

        Assert.Equal("MLG3012", refusal?.Diagnostic.Code);
    }

    [Fact]
    public void An_entry_that_repeats_the_signature_is_refused_at_the_first_and_in_little_memory()
    {
        var repeated = new byte[8 << 20];
        for (var at = 0; at < repeated.Length; at += ComponentHeader.Signature.Length)
        {
            ComponentHeader.Signature.CopyTo(repeated.AsSpan(at));
        }

        var path = folder["model.zip"];
        File.WriteAllBytes(
            path,
            ZipCraft.Of(models.Candidate).With(new CraftedEntry("TransformerChain/Terms.txt", repeated) { Method = 0 }).Write()
        );
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = ArchivePreflight.Check(path, new ArchiveCaps(), CancellationToken.None);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // What one window can hold; a million components take hundreds of megabytes.
        Assert.Equal("MLG3020", refusal?.Diagnostic.Code);
        Assert.InRange(allocated, 0, 32 << 20);
    }

    [Fact]
    public void Components_whose_names_never_come_are_refused_when_they_are_too_many()
    {
        var header = ZipCraft.Of(models.Candidate).Entries.Single(entry => entry.Name == "TransformerChain/Model.key").Content[
            ..ComponentHeader.Bytes
        ];
        BitConverter.GetBytes(1L << 40).CopyTo(header, 0x90);
        BitConverter.GetBytes((1L << 40) + 1000).CopyTo(header, 0x80);
        BitConverter.GetBytes((1L << 40) + 1008).CopyTo(header, 0x88);
        BitConverter.GetBytes(1000u).CopyTo(header, 0x98);
        var scanner = new ComponentScanner("Terms.txt");

        var answers = Enumerable
            .Range(0, ComponentScanner.MostComponents + 1)
            .Select(index => scanner.Feed(header, (long)index * header.Length))
            .ToList();

        Assert.All(answers[..^1], Assert.Null);
        Assert.Equal("MLG3010", answers[^1]?.Diagnostic.Code);
    }

    [Fact]
    public void A_newer_header_is_told_apart_from_a_damaged_one()
    {
        var honest = ZipCraft.Of(models.Candidate);
        var newer = Check(honest.Edit("TransformerChain/Model.key", entry => Bytes(entry, (0x08, [3, 0, 1, 0]), (0x0c, [3, 0, 1, 0]))));
        var damaged = Check(honest.Edit("TransformerChain/Model.key", entry => Bytes(entry, (0x10, [7, 7, 7, 7]))));
        var headless = Check(honest.Edit("TransformerChain/Model.key", entry => Bytes(entry, (0, [0]))));
        var cut = Check(honest.Edit("TransformerChain/Model.key", entry => entry with { Content = entry.Content[..200] }));

        Assert.All([newer, damaged, headless, cut], refusal => Assert.Equal("MLG3020", refusal?.Diagnostic.Code));
        Assert.Contains("newer", newer!.Found, StringComparison.Ordinal);
        Assert.All([damaged, headless, cut], refusal => Assert.Contains("damaged", refusal!.Found, StringComparison.Ordinal));
    }

    private Refusal? Check(ZipCraft craft)
    {
        var path = folder["model.zip"];
        File.WriteAllBytes(path, craft.Write());
        return ArchivePreflight.Check(path, new ArchiveCaps(), CancellationToken.None);
    }

    // Replaces text in the assembly's name and repairs the lengths of the header, so that ML.NET's own checks would pass.
    private static CraftedEntry Rename(CraftedEntry entry, string from, string to)
    {
        var header = ComponentHeader.Parse(entry.Content);
        var (nameAt, nameBytes) = ((int)header.AssemblyNameAt, (int)header.AssemblyNameBytes);
        var name = Encoding.Unicode.GetBytes(
            Encoding.Unicode.GetString(entry.Content, nameAt, nameBytes).Replace(from, to, StringComparison.Ordinal)
        );
        byte[] content = [.. entry.Content[..nameAt], .. name, .. entry.Content[(nameAt + nameBytes)..]];
        BitConverter.GetBytes((long)nameAt + name.Length).CopyTo(content, 0x80);
        BitConverter.GetBytes((long)nameAt + name.Length + 8).CopyTo(content, 0x88);
        BitConverter.GetBytes((uint)name.Length).CopyTo(content, 0x98);
        return entry with { Content = content };
    }

    private static CraftedEntry Loader(CraftedEntry entry, int at, string loader) =>
        Bytes(entry, (at, new byte[24]), (at, Encoding.ASCII.GetBytes(loader)));

    private static CraftedEntry Bytes(CraftedEntry entry, params (int At, byte[] Value)[] edits)
    {
        var content = entry.Content.ToArray();
        foreach (var (at, value) in edits)
        {
            value.CopyTo(content, at);
        }

        return entry with
        {
            Content = content,
        };
    }
}
