using System.Text.RegularExpressions;
using MlGate.Reporting.Formats;
using MlGate.Reporting.Json;
using MlGate.Reporting.Terminal;
using MlGate.Testing;

namespace MlGate.Reporting.Tests;

public sealed partial class RendererTests
{
    public static TheoryData<string, string> Cases =>
        new(
            from form in ReportSamples.All.Keys
            from renderer in Renderers.All
            where
                renderer.Format is not ("json" or "html")
                || form is "fail" or "no-baseline" or "integrity"
                || (renderer.Format == "html" && (form is "pass" or "nothing-measured"))
            select (form, renderer.Format)
        );

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_form_reads_well_in_each_format(string form, string format)
    {
        var text = Renderers.Find(format)!.Render(ReportSamples.All[form]);

        // A page's style is looked at in a browser.
        if (format == "html")
        {
            text = Style().Replace(text, "");
        }

        var extension = Renderers.Find(format)!.Extension;
        Snapshot.Verify(text, extension[(extension.LastIndexOf('.') + 1)..], $"{format}_{form}");
    }

    [Fact]
    public void No_two_formats_share_a_word_or_an_ending()
    {
        Assert.Equal(Renderers.All.Count, Renderers.All.Select(renderer => renderer.Format).Distinct().Count());
        Assert.Equal(Renderers.All.Count, Renderers.All.Select(renderer => renderer.Extension).Distinct().Count());
        Assert.Equal(
            Renderers.All.Select(renderer => renderer.Format).Order(StringComparer.Ordinal),
            Renderers.All.Select(renderer => renderer.Format)
        );
    }

    [Theory]
    [InlineData("fail")]
    [InlineData("nothing-measured")]
    public void Diagnostics_for_the_build_hold_the_contract(string form) =>
        Snapshot.Verify(DiagnosticsJson.Write(ReportSamples.All[form]), "json", form);

    [Fact]
    public void A_terminal_wraps_at_its_width_and_lists_all_when_asked()
    {
        var lines = ConsoleRenderer.Lines(ReportSamples.All["fail"], new ConsoleOptions { Width = 72, Verbose = true });

        Assert.All(lines, line => Assert.True(line.Text.Length <= 72, line.Text));
        Snapshot.Verify(string.Concat(lines.Select(line => line.Text + "\n")));
    }

    [GeneratedRegex("(?<=<style>)[^<]*|(?<='sha256-)[^']*")]
    private static partial Regex Style();
}
