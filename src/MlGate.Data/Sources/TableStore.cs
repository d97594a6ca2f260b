using MlGate.Data.Engines;
using MlGate.Data.Tables;
using MlGate.Versions;

namespace MlGate.Data.Sources;

/// <summary>
/// Tables of files that were read lately: what was profiled is often compared next, and need not be read again. The tables of all datasets
/// share one limit, so that none is held for long in vain.
/// </summary>
/// <param name="mostBytes">Most bytes of all tables together.</param>
internal sealed class TableStore(long mostBytes)
{
    private readonly List<Entry> entries = [];

    /// <summary>Columns and table of files that were read before, are unchanged, and have all that is wanted; null otherwise.</summary>
    /// <param name="files">The files.</param>
    /// <param name="settings">How they are written, and what is wanted.</param>
    public ReadText? Find(IReadOnlyList<ArtifactFile> files, FieldSettings settings)
    {
        var states = files.Select(FileState.From).ToList();
        return entries.Find(entry => entry.States.SequenceEqual(states) && entry.Settings.Covers(settings))?.Text;
    }

    /// <summary>Holds the table of files, and lets go of the oldest ones where there are too many.</summary>
    public void Add(IReadOnlyList<ArtifactFile> files, FieldSettings settings, ReadText text)
    {
        entries.Add(new Entry([.. files.Select(FileState.From)], settings, text));
        while (entries.Sum(entry => entry.Text.Table.Size) > mostBytes)
        {
            entries.RemoveAt(0);
        }
    }

    /// <summary>Lets go of all tables.</summary>
    public void Clear() => entries.Clear();

    private sealed record Entry(IReadOnlyList<FileState> States, FieldSettings Settings, ReadText Text);
}

/// <summary>What was read of plain delimited text.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Table">Their values.</param>
internal sealed record ReadText(IReadOnlyList<SourceColumn> Columns, TypedTable Table);
