using System.Reflection;

namespace MlGate.Drift;

/// <summary>The drift methods. The first that fits a type is its default. Gate file, messages and checks read these rows.</summary>
public static class DriftMethods
{
    /// <summary>
    /// Wasserstein-1 distance over the baseline's standard deviation after winsorising at its 1st and 99th percentiles.
    /// </summary>
    public static DriftMethod Wasserstein { get; } =
        new((pair, seed) => new Wasserstein(pair, seed)) { Key = "wasserstein", ForNumbers = true };

    /// <summary>Jensen-Shannon distance, base 2, in [0, 1].</summary>
    public static DriftMethod JensenShannon { get; } =
        new((pair, seed) => new JensenShannon(Bins.From(pair), seed)) { Key = "jensen-shannon", ForCategories = true };

    /// <summary>Population stability index over the baseline's deciles (numbers) or categories.</summary>
    public static DriftMethod Psi { get; } =
        new((pair, seed) => new PopulationStabilityIndex(Bins.From(pair), seed))
        {
            Key = "psi",
            ForNumbers = true,
            ForCategories = true,
        };

    /// <summary>Hellinger distance over the baseline's deciles (numbers) or categories, in [0, 1].</summary>
    public static DriftMethod Hellinger { get; } =
        new((pair, seed) => new Hellinger(Bins.From(pair), seed))
        {
            Key = "hellinger",
            ForNumbers = true,
            ForCategories = true,
        };

    /// <summary>Largest difference of a category's share.</summary>
    public static DriftMethod LInfinity { get; } =
        new((pair, seed) => new LInfinity(Bins.From(pair), seed))
        {
            Key = "l-infinity",
            ForCategories = true,
            DefaultLimit = 0.05,
        };

    /// <summary>Kolmogorov-Smirnov distance.</summary>
    public static DriftMethod KolmogorovSmirnov { get; } =
        new((pair, _) => new KolmogorovSmirnov(pair)) { Key = "kolmogorov-smirnov", ForNumbers = true };

    /// <summary>All rows, in the order above.</summary>
    public static IReadOnlyList<DriftMethod> All { get; } =
    [
        .. typeof(DriftMethods)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(DriftMethod))
            .OrderBy(property => property.MetadataToken)
            .Select(property => (DriftMethod)property.GetValue(null)!),
    ];

    /// <summary>The row of a key; null for none.</summary>
    public static DriftMethod? Find(string key) => All.FirstOrDefault(method => method.Key == key);
}
