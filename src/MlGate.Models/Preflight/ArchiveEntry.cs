namespace MlGate.Models.Preflight;

/// <summary>One entry of an archive.</summary>
/// <param name="Name">Its name, with forward slashes.</param>
/// <param name="Deflated">Packed with deflate; stored otherwise.</param>
/// <param name="Crc">Declared CRC-32 of the unpacked bytes.</param>
/// <param name="Packed">Bytes in the file.</param>
/// <param name="Size">Declared unpacked bytes.</param>
/// <param name="DataAt">Where the packed bytes begin.</param>
internal sealed record ArchiveEntry(string Name, bool Deflated, uint Crc, long Packed, long Size, long DataAt);
