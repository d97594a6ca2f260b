using MlGate.Findings;
using MlGate.GateFile.Schema;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Validation;

/// <summary>Judges what no single value shows: references, and values that contradict each other.</summary>
internal static class GateValidator
{
    public static void Validate(MapValue gate, Problems problems)
    {
        foreach (var section in SectionClasses.Find<ISectionSchema>())
        {
            foreach (var subject in gate.Get(section.Key)?.Value ?? [])
            {
                section.Validate(subject, gate, problems);
            }
        }
    }

    /// <summary>Reports a name that is declared nowhere.</summary>
    public static void ValidateName(
        string name,
        IReadOnlyList<string> declared,
        string noun,
        CheckId id,
        FilePlace place,
        Problems problems
    )
    {
        if (!declared.Contains(name, StringComparer.Ordinal))
        {
            problems.Add(
                Diagnostics.UnknownReference,
                id,
                place,
                $"unknown {noun} {PrintableText.Quote(name)}",
                declared.Count == 0 ? $"a declared {noun}" : "one of " + PrintableText.From(string.Join(", ", declared)),
                Spelling.FixFor(name, declared) ?? $"Declare the {noun}, or use another"
            );
        }
    }

    /// <summary>Reports a smallest value above the largest.</summary>
    public static void ValidateOrder<T>(ReadValue<T>? min, ReadValue<T>? max, Func<T, T, bool> isAbove, Problems problems)
    {
        if (min is not null && max is not null && isAbove(min.Value, max.Value))
        {
            problems.Add(
                Diagnostics.OutOfRange,
                max.Id,
                max.Place,
                $"{max.Written}, below {Last(min.Id)} {min.Written}",
                $"at least {Last(min.Id)}",
                "Swap them, or remove one"
            );
        }
    }

    /// <summary>Reports a key that has no meaning beside another.</summary>
    public static void Misplaced<T>(ReadValue<T>? entry, string found, string expected, string? fix, Problems problems)
    {
        if (entry is not null)
        {
            problems.Add(Diagnostics.OutOfRange, entry.Id, entry.Key, $"'{Last(entry.Id)}' {found}", expected, fix);
        }
    }

    private static string Last(CheckId id) => id.Steps[^1];
}
