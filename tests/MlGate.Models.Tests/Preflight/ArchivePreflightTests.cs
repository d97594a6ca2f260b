using System.IO.Compression;
using System.Text;
using MlGate.Models.Preflight;
using MlGate.Testing;

namespace MlGate.Models.Tests.Preflight;

public sealed class ArchivePreflightTests(TrainedModels models) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Models_that_ML_NET_saved_are_taken()
    {
        foreach (var path in models.Honest)
        {
            Assert.Null(ArchivePreflight.Check(path, new ArchiveCaps(), CancellationToken.None));
        }
    }

    [Fact]
    public void Models_of_all_usual_components_are_taken()
    {
        foreach (var path in ModelZoo.Save(folder.Path))
        {
            Assert.Null(ArchivePreflight.Check(path, new ArchiveCaps(), CancellationToken.None));
        }
    }

    [Fact]
    public void A_model_saved_on_Windows_has_backslashes_and_is_taken() =>
        Assert.Null(
            Check(
                ZipCraft.Of(models.Candidate) is var honest
                    ? honest with
                    {
                        Entries = [.. honest.Entries.Select(entry => entry with { Name = entry.Name.Replace('/', '\\') })],
                    }
                    : honest
            )
        );

    [Fact]
    public void A_model_saved_to_a_stream_that_cannot_seek_is_taken()
    {
        var path = folder["streamed.zip"];
        using (var archive = new ZipArchive(new Forward(File.Create(path)), ZipArchiveMode.Create))
        {
            foreach (var entry in ZipCraft.Of(models.Candidate).Entries)
            {
                using var stream = archive.CreateEntry(entry.Name).Open();
                stream.Write(entry.Content);
            }
        }

        Assert.Null(ArchivePreflight.Check(path, new ArchiveCaps(), CancellationToken.None));
    }

    public static TheoryData<string, string> Hostile =>
        new()
        {
            { "MLG3010", "100,000 entries" },
            { "MLG3010", "a bomb of zeros" },
            { "MLG3010", "2 GB declared" },
            { "MLG3010", "many entries that are too large together" },
            { "MLG3010", "unpacks to more than declared" },
            { "MLG3010", "an archive in the archive" },
            { "MLG3011", "unpacks to less than declared" },
            { "MLG3011", "leads out" },
            { "MLG3011", "leads out by backslashes" },
            { "MLG3011", "absolute" },
            { "MLG3011", "a drive" },
            { "MLG3011", "slashes and backslashes" },
            { "MLG3011", "an empty name" },
            { "MLG3011", "a name with a zero" },
            { "MLG3011", "a duplicate" },
            { "MLG3011", "a duplicate but for case" },
            { "MLG3011", "encrypted" },
            { "MLG3011", "strongly encrypted" },
            { "MLG3011", "an unknown method" },
            { "MLG3011", "a 64-bit size that is not there" },
            { "MLG3011", "data before" },
            { "MLG3011", "data between" },
            { "MLG3011", "data after" },
            { "MLG3011", "a wrong checksum" },
            { "MLG3011", "two names for one entry" },
            { "MLG3011", "two sizes for one entry" },
            { "MLG3011", "entries that share their bytes" },
            { "MLG3011", "fewer entries than declared" },
            { "MLG3011", "more entries than declared" },
            { "MLG3011", "a link" },
            { "MLG3011", "stored, and two sizes" },
            { "MLG3011", "cut off" },
            { "MLG3014", "no model inside" },
            { "MLG3014", "PyTorch" },
            { "MLG3014", "NumPy" },
        };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void An_archive_that_no_honest_tool_writes_is_refused(string code, string what)
    {
        var refusal = Check(Craft(what));

        Assert.Equal(code, refusal?.Diagnostic.Code);
        Assert.DoesNotContain('\n', refusal!.Found);
    }

    [Theory]
    [InlineData("MLG3014", "")]
    [InlineData("MLG3014", "\u0080\u0004\u0095")]
    [InlineData("MLG3014", "\u0089HDF\r\n")]
    [InlineData("MLG3014", "a,b\n1,2\n")]
    [InlineData("MLG3014", "PK\u0005\u0006\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    [InlineData("MLG1003", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n")]
    [InlineData("MLG3011", "PK\u0003\u0004 and then nothing of a zip file at all")]
    public void A_file_is_known_by_its_first_bytes(string code, string content)
    {
        var path = folder["model.zip"];
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(content));

        Assert.Equal(code, ArchivePreflight.Check(path, new ArchiveCaps(), CancellationToken.None)?.Diagnostic.Code);
    }

    [Fact]
    public void No_cut_and_no_flipped_byte_makes_it_throw()
    {
        var honest = File.ReadAllBytes(models.Regression);
        var random = new Random(5);
        var refused = 0;
        for (var round = 0; round < 400; round++)
        {
            var bytes = round % 4 == 0 ? honest[..random.Next(honest.Length)] : [.. honest];
            if (round % 4 != 0)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
            }

            var path = folder["fuzz.zip"];
            File.WriteAllBytes(path, bytes);
            refused += ArchivePreflight.Check(path, new ArchiveCaps(), CancellationToken.None) is null ? 0 : 1;
        }

        // What is left are the bytes that no reader looks at: times and versions.
        Assert.InRange(refused, 360, 400);
    }

    private ZipCraft Craft(string what)
    {
        var honest = ZipCraft.Of(models.Candidate);
        var zeros = new byte[3 << 20];
        var noise = new byte[1000];
        new Random(1).NextBytes(noise);
        CraftedEntry More(string name) => new(name, noise);
        return what switch
        {
            "100,000 entries" => honest with
            {
                Entries = [.. Enumerable.Range(0, 100_000).Select(index => new CraftedEntry("e" + index, []) { Method = 0 })],
            },
            "a bomb of zeros" => honest.With(new CraftedEntry("bomb", zeros)),
            "2 GB declared" => honest.With(More("lie") with { DeclaredSize = 1u << 31 }),
            "many entries that are too large together" => honest.With([
                .. Enumerable.Range(0, 9).Select(index => More("lie" + index) with { DeclaredSize = 150_000_000 }),
            ]),
            "unpacks to more than declared" => honest.With(More("lie") with { DeclaredSize = 10 }),
            "unpacks to less than declared" => honest.With(More("lie") with { DeclaredSize = 100_000 }),
            "an archive in the archive" => honest.With(new CraftedEntry("inner.zip", honest.Write())),
            "leads out" => honest.With(More("../../pwn")),
            "leads out by backslashes" => honest with { Entries = [More("..\\pwn")] },
            "absolute" => honest.With(More("/etc/pwn")),
            "a drive" => honest.With(More("C:pwn")),
            "slashes and backslashes" => honest.With(More("a\\b")),
            "an empty name" => honest.With(More("")),
            "a name with a zero" => honest.With(More("x") with { RawName = [(byte)'a', 0, (byte)'b'] }),
            "a duplicate" => honest.With(honest.Entries[0]),
            "a duplicate but for case" => honest.With(More(honest.Entries[0].Name.ToUpperInvariant())),
            "encrypted" => honest.With(More("x") with { Flags = 1 }),
            "strongly encrypted" => honest.With(More("x") with { Flags = 0x41 }),
            "an unknown method" => honest.With(More("x") with { Method = 12 }),
            "a 64-bit size that is not there" => honest.With(More("x") with { HeaderAt = uint.MaxValue }),
            "data before" => honest with { Before = [.. FileMagic.Zip, .. noise] },
            "data between" => honest with { BeforeDirectory = noise },
            "data after" => honest with { After = noise },
            "a wrong checksum" => honest.With(More("x") with { DeclaredCrc = 7 }),
            "two names for one entry" => honest.With(More("x") with { LocalName = "y" }),
            "two sizes for one entry" => honest.With(More("x") with { LocalSize = 999 }),
            "entries that share their bytes" => honest.With(More("x") with { HeaderAt = 0 }),
            "fewer entries than declared" => honest with { DeclaredCount = honest.Entries.Count + 1 },
            "more entries than declared" => honest with { DeclaredCount = honest.Entries.Count - 1 },
            "a link" => honest.With(More("x") with { UnixMode = 0xa1ff }),
            "stored, and two sizes" => honest.With(More("x") with { Method = 0, DeclaredSize = 1001 }),
            "cut off" => honest with { After = [0] },
            "no model inside" => new ZipCraft { Entries = [More("readme.txt")] },
            "PyTorch" => new ZipCraft { Entries = [More("archive/data.pkl"), More("archive/version")] },
            "NumPy" => new ZipCraft { Entries = [More("weights.npy")] },
            _ => throw new ArgumentException("No such archive.", nameof(what)),
        };
    }

    private Refusal? Check(ZipCraft craft)
    {
        var path = folder["model.zip"];
        File.WriteAllBytes(path, craft.Write());
        return ArchivePreflight.Check(path, new ArchiveCaps(), CancellationToken.None);
    }

    private sealed class Forward(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
