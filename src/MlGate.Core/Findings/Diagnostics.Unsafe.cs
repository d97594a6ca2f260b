namespace MlGate.Findings;

// MLG3xxx: refused as unsafe (paths, archives, model contents)
public static partial class Diagnostics
{
    /// <summary>A path that leads out of the repository.</summary>
    public static readonly Diagnostic PathOutside = new("MLG3001", "A path that leads out of the repository", ExitCode.Unsafe);

    /// <summary>A link, pipe or device where a file is expected.</summary>
    public static readonly Diagnostic NotARegularFile = new("MLG3002", "A link, pipe or device where a file is expected", ExitCode.Unsafe);

    /// <summary>A file that MlGate reads itself is too large.</summary>
    public static readonly Diagnostic FileTooLarge = new("MLG3003", "A file of MlGate's own beyond its limit of size", ExitCode.Unsafe);

    /// <summary>An archive beyond its caps.</summary>
    public static readonly Diagnostic ArchiveTooLarge = new("MLG3010", "An archive beyond its caps", ExitCode.Unsafe);

    /// <summary>An archive that no honest tool writes.</summary>
    public static readonly Diagnostic ArchiveMalformed = new("MLG3011", "An archive that no honest tool writes", ExitCode.Unsafe);

    /// <summary>A model component outside the allow-list.</summary>
    public static readonly Diagnostic ComponentNotAllowed = new("MLG3012", "A model component outside the allow-list", ExitCode.Unsafe);

    /// <summary>A model component that needs an opt-in.</summary>
    public static readonly Diagnostic ComponentOptIn = new("MLG3013", "A model component that needs an opt-in", ExitCode.Unsafe);

    /// <summary>A file that is not the model it claims to be.</summary>
    public static readonly Diagnostic NotAModel = new("MLG3014", "A file that is not the model it claims to be", ExitCode.Unsafe);

    /// <summary>A model that is damaged or from a newer version.</summary>
    public static readonly Diagnostic ModelNotLoadable = new("MLG3020", "A model that is damaged or from a newer version", ExitCode.Unsafe);
}
