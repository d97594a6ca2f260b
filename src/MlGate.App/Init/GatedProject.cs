using System.Text;
using System.Xml;
using System.Xml.Linq;
using MlGate.Platform;

namespace MlGate.App.Init;

/// <summary>
/// Makes a project gated: adds the package reference, and the gate file where it does not stand beside the project. What is there already
/// stays as it is.
/// </summary>
internal static class GatedProject
{
    private const string Package = "MlGate";
    private const int Longest = 16 << 20;

    /// <summary>The files that were changed, absolute; empty when nothing was missing.</summary>
    /// <param name="project">Absolute path of the project file.</param>
    /// <param name="gateFile">Absolute path of the gate file.</param>
    /// <param name="version">Version of the package.</param>
    public static IReadOnlyList<string> Gate(string project, string gateFile, string version)
    {
        var changed = new List<string>();
        var folder = Path.GetDirectoryName(project)!;
        var central = CentralVersions(folder);
        var document = Load(project);
        var added = false;
        if (!Has(document, "PackageReference", Package))
        {
            var reference = Item(document, "PackageReference", Package, ("PrivateAssets", "all"));
            if (central is null)
            {
                reference.SetAttributeValue("Version", version);
            }

            Append(document, reference);
            added = true;
        }

        var relative = Path.GetRelativePath(folder, gateFile).Replace('/', '\\');
        if (Path.GetDirectoryName(gateFile) != folder && !Has(document, "MlGateFile", relative))
        {
            Append(document, Item(document, "MlGateFile", relative));
            added = true;
        }

        if (added)
        {
            Save(document, project);
            changed.Add(project);
        }

        if (central is not null)
        {
            var versions = Load(central);
            if (!Has(versions, "PackageVersion", Package))
            {
                Append(versions, Item(versions, "PackageVersion", Package, ("Version", version)));
                Save(versions, central);
                changed.Add(central);
            }
        }

        return changed;
    }

    private static XDocument Load(string path)
    {
        using var file = RegularFile.OpenRead(path, Longest, followLink: true);
        return XDocument.Load(file, LoadOptions.PreserveWhitespace);
    }

    private static string? CentralVersions(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            var path = Path.Combine(current.FullName, "Directory.Packages.props");
            if (File.Exists(path))
            {
                return Load(path)
                    .Descendants()
                    .Any(element => element.Name.LocalName == "ManagePackageVersionsCentrally" && element.Value.Trim() == "true")
                    ? path
                    : null;
            }
        }

        return null;
    }

    private static bool Has(XDocument document, string item, string include) =>
        document
            .Descendants()
            .Any(element =>
                element.Name.LocalName == item
                && string.Equals(((string?)element.Attribute("Include"))?.Replace('/', '\\'), include, StringComparison.OrdinalIgnoreCase)
            );

    private static XElement Item(XDocument document, string item, string include, params (string Name, string Value)[] attributes) =>
        new(
            document.Root!.Name.Namespace + item,
            new XAttribute("Include", include),
            attributes.Select(attribute => new XAttribute(attribute.Name, attribute.Value))
        );

    // An item group of its own, in the file's own style, before the end of the project.
    private static void Append(XDocument document, XElement item)
    {
        var root = document.Root!;
        var group = new XElement(root.Name.Namespace + "ItemGroup", "\n    ", item, "\n  ");
        root.Add(root.LastNode is XText ? "" : "\n", "\n  ", group, "\n");
    }

    private static void Save(XDocument document, string path)
    {
        var newLine = RegularFile.ReadText(path, Longest, followLink: true).Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, NewLineChars = "\n" };
        using (var writer = XmlWriter.Create(text, settings))
        {
            document.Save(writer);
        }

        var declaration = document.Declaration is { } declared ? declared + "\n" : "";
        RegularFile.Write(path, (declaration + text.ToString().TrimEnd() + "\n").ReplaceLineEndings(newLine));
    }
}
