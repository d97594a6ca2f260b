using System.Diagnostics;

namespace MlGate.Platform.Tests;

/// <summary>Puts what is no regular file into a place.</summary>
internal static class SpecialFiles
{
    public static readonly string[] Kinds = ["pipe", "device", "folder", "loop", "link"];

    public static void Make(string kind, string path)
    {
        switch (kind)
        {
            case "pipe":
                using (var make = Process.Start("mkfifo", [path]))
                {
                    make.WaitForExit();
                    Assert.Equal(0, make.ExitCode);
                }

                break;
            case "device":
                File.CreateSymbolicLink(path, "/dev/zero");
                break;
            case "folder":
                Directory.CreateDirectory(Path.Combine(path, "inner"));
                break;
            case "loop":
                File.CreateSymbolicLink(path, path);
                break;
            case "link":
                File.WriteAllText(path + ".target", "content of somebody else");
                File.CreateSymbolicLink(path, path + ".target");
                break;
            default:
                throw new ArgumentException("No such kind.", nameof(kind));
        }
    }
}
