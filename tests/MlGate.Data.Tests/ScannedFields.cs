using MlGate.Data.Sources;

namespace MlGate.Data.Tests;

/// <summary>Scans the fields of a file.</summary>
internal static class ScannedFields
{
    public static FieldScan Scan(string path, int fields)
    {
        var scan = new FieldScan(new FieldSettings(',', [.. Enumerable.Repeat<IReadOnlyList<string>>([], fields)]));
        scan.Read(path, CancellationToken.None);
        return scan;
    }
}
