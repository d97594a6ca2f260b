// Splits a file of labelled rows into samples/churn/data/train.csv and test.csv: dotnet run eng/split-churn.cs SOURCE.csv
// Seven rows of ten train, three are the frozen test set. A row's side depends on its own bytes and a fixed seed alone, so
// equal rows land on the same side (no row is in both) and a new row never moves an old one.
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

const string Seed = "churn-1";
const double TestShare = 0.3;

var source = args is [var path] ? path : throw new ArgumentException("Usage: dotnet run eng/split-churn.cs SOURCE.csv");
var lines = File.ReadAllLines(source);
var target = Path.Combine(AppContext.GetData("EntryPointFileDirectoryPath") as string ?? ".", "..", "samples", "churn", "data");
Directory.CreateDirectory(target);

bool IsTest(string line) =>
    BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Seed + "\n" + line))) / (double)ulong.MaxValue < TestShare;

void Write(string name, IEnumerable<string> rows) =>
    File.WriteAllText(Path.Combine(target, name), string.Join('\n', rows.Prepend(lines[0].Replace("\"", ""))) + "\n");

Write("train.csv", lines.Skip(1).Where(line => !IsTest(line)));
Write("test.csv", lines.Skip(1).Where(IsTest));
