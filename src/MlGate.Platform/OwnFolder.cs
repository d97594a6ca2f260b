using System;
using System.IO;

namespace MlGate.Platform;

/// <summary>
/// Folders of MlGate below one that the user chose. What they hold may come from a stranger, so a link is never followed.
/// </summary>
public static class OwnFolder
{
    /// <summary>Makes a folder and those above it.</summary>
    /// <param name="root">Absolute path of the folder that the user chose; links above it are his.</param>
    /// <param name="relative">The folder's path below it.</param>
    /// <returns>The folder's absolute path.</returns>
    /// <exception cref="UnsafeFileException">A part of the path is a link, a pipe or a device.</exception>
    /// <exception cref="IOException">A part of the path is a file, or the folder cannot be made.</exception>
    public static string Create(string root, string relative)
    {
        Require(root, relative);
        return Directory.CreateDirectory(Path.Combine(root, relative)).FullName;
    }

    /// <summary>Requires that each part of a path below a folder is a folder and no link, or missing.</summary>
    /// <param name="root">Absolute path of the folder that the user chose.</param>
    /// <param name="relative">The path below it.</param>
    /// <exception cref="UnsafeFileException">A part of the path is a link, a pipe or a device.</exception>
    /// <exception cref="IOException">A part of the path is a file.</exception>
    public static void Require(string root, string relative)
    {
        var at = root;
        foreach (var part in relative.Split(['/', Path.DirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries))
        {
            at = Path.Combine(at, part);
            var kind = Entry.KindOf(at, followLink: false);
            if (kind == EntryKind.Missing)
            {
                return;
            }

            // A file in the way is an accident; everything else can lead somewhere.
            if (kind != EntryKind.Folder)
            {
                throw kind == EntryKind.File
                    ? new IOException(part + " is a file, not a folder")
                    : new UnsafeFileException(at, Entry.NameOf(kind));
            }
        }
    }
}
