using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace MlGate.Models.Preflight;

/// <summary>
/// Which components of ML.NET may be loaded. A model file names an assembly and a loader per component, and ML.NET loads that assembly by
/// its
/// name: so both must be on this list before ML.NET sees the file.
/// </summary>
internal static partial class AllowedComponents
{
    // Every loadable class for models of the ML.NET assemblies that MlGate ships, as their LoadableClass attributes declare them, without
    // those of OptIn and without the loaders of data (a model needs none but the two that can be saved with it). The last line holds parts
    // that are saved with a header of their own and are no loadable classes.
    private static readonly FrozenSet<string> Loaders = Words(
        """
        AffineNormExec AnomalyPredXfer BinNormalizeFunction BinaryPerInstance BinaryPredXfer BinarySchemaBindable BulkCaliPredExec
        CaliPredExec CdfNormalizeFunction ClusteringPredXfer CompositeLoader ConcatFunction ConcatTransform ConvertFunction ConvertTransform
        CopyTransform DropSlotsTransform FCCBindable FeatWCaliPredExec FeatureContribution GenericScoreTransform HashTransform
        KeyToValueTransform KeyToVectorTransform LabelSlotNameMapper MulticlassPredXfer NaiveCaliExec NaiveCalibratTransf NopTransform
        NormalizeTransform Normalizer PAVCaliExec PMixCaliPredExec PavCalibratTransf PlattCaliExec PlattCalibratTransf
        QuantileSchemaBindable RankingPredXfer RegressionPredXfer RowToRowMapper SchemaBindableCalibrated SchemaBindableWrapper
        SelectColumnsTransform TermTransform TextLoader TransformerChain ValueMappingTransformer
        BinaryClassGamPredictor FastForestBinaryExec FastForestRegressionExec FastTreeBinaryExec FastTreeRankerExec FastTreeRegressionExec
        FastTreeTweedieExec RegressionGamPredictor TreeEnseFeat TreeEnsembleMapper
        KMeansPredictor
        LightGBMBinaryExec LightGBMRankerExec LightGBMRegressionExec
        PcaTransform pcaAnomExec
        FAFMPredXfer FieldAwareFactMacPredict LDSVMBinaryPredictor Linear2CExec LinearModelStats LinearRegressionExec ModelStats
        MultiClassLRExec MultiClassNaiveBayesPred MulticlassLinear OVAExec PKPDExec PoissonRegressionExec PriorPredictor RandomPredictor
        CMCountTable CharToken CountTableTransform CountTargetEncode CountTargetEncoder CustomStopWords DictCountTable ExprTransform
        GaussianSamplerExecutor GcnFunction GcnTransform KeyToBinaryTransform LaplacianSamplerExecutor LdaTransform NADropTransform
        NAReplaceTransform NaIndicatorTransform NgramHashTransform NgramTransform ParallelMultiCountTable RandGaussFourierExec
        RandLaplacianFourierExec RffTransform SharedMultiCountTable StopWordsTransform Text TextExpandTransform TextNormalizerTransform
        TextTransform TokenizeTextTransform
        BinNormExec CustomStopWordsManager FeatureNamesExec NormalizeFunction TermManager TextSpanBuffer
        """
    );

    private static readonly FrozenSet<string> Assemblies = Words(
        """
        Microsoft.ML.Core Microsoft.ML.Data Microsoft.ML.FastTree Microsoft.ML.KMeansClustering Microsoft.ML.LightGbm Microsoft.ML.PCA
        Microsoft.ML.StandardTrainers Microsoft.ML.Transforms
        """
    );

    // Code of the application, other runtimes, files beside the model, downloads: WordEmbeddings opens a path that stands in the model.
    private static readonly FrozenSet<string> OptInLoaders = Words(
        """
        CustomTransformer StatefulCustomMapping CustomMappingFilter TensorFlowTransform TFTransform DnnTransform DnnRetrainTransform
        ImageClassificationPred ImageClassificationTransform ImageLoaderTransform ImageLoaderTransformByte WordEmbeddingsTransform
        OnnxTransform DnnImageFeaturizer
        """
    );

    private static readonly FrozenSet<string> OptInAssemblies = Words(
        """
        Microsoft.ML.TensorFlow Microsoft.ML.Vision Microsoft.ML.Dnn Microsoft.ML.TorchSharp Microsoft.ML.ImageAnalytics
        Microsoft.ML.OnnxTransformer Microsoft.ML.DnnImageFeaturizer
        """
    );

    /// <summary>Judges one component; null if it may be loaded.</summary>
    public static Refusal? Evaluate(string entry, Component component)
    {
        var header = component.Header;
        var place = component.At == 0 ? $"'{entry}'" : FormattableString.Invariant($"'{entry}' at byte {component.At}");
        if (header.Readable > ComponentHeader.NewestReadable)
        {
            return Refusal.TooNew($"{place} was written by a newer ML.NET");
        }

        if (!header.Sound || (header.AssemblyNameBytes > 0 && component.AssemblyName.Length == 0))
        {
            return Refusal.NotLoadable($"the header of {place} is damaged");
        }

        var assembly =
            component.AssemblyName.Length == 0 ? null
            : Official().Match(component.AssemblyName) is { Success: true } match ? match.Groups[1].Value
            : "";
        if (IsOptIn(header.Loader) || IsOptIn(header.LoaderAlternative) || (assembly is not null && OptInAssemblies.Contains(assembly)))
        {
            return new Refusal(
                Findings.Diagnostics.ComponentOptIn,
                $"{place} is a component '{Plain(header.Loader)}', which runs code or opens files outside the model",
                "components that need only the model file",
                "Save the model without this component, or gate a predictions file instead"
            );
        }

        var allowed =
            Loaders.Contains(header.Loader)
            && (header.LoaderAlternative.Length == 0 || Loaders.Contains(header.LoaderAlternative))
            && (assembly is null || Assemblies.Contains(assembly));
        return allowed
            ? null
            : new Refusal(
                Findings.Diagnostics.ComponentNotAllowed,
                $"{place} is a component '{Plain(header.Loader)}' of the assembly '{Plain(component.AssemblyName)}'",
                "components on the allow-list of MlGate",
                "Save the model without this component, or gate a predictions file instead"
            );
    }

    private static bool IsOptIn(string loader) => OptInLoaders.Contains(loader);

    private static FrozenSet<string> Words(string text) =>
        text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    // The name comes from the file: only plain characters of it go into a message.
    private static string Plain(string name) =>
        string.Concat(name.Take(100).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or ',' or '=' or ' ' ? c : '?'));

    [GeneratedRegex(
        @"\A(Microsoft\.ML\.[A-Za-z]+), Version=\d{1,5}(?:\.\d{1,5}){3}, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Official();
}
