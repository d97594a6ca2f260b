using System.Text.Json.Serialization;
using MlGate.Findings;
using MlGate.Reports;
using MlGate.Runs;

namespace MlGate.Core.Tests.Runs;

/// <summary>A section is a row of <see cref="GateSection"/>, a record of the report, and a class that runs it.</summary>
public sealed class GateSectionTests
{
    [Fact]
    public void Every_section_has_a_class_that_runs_it_in_the_order_of_the_sections() =>
        Assert.Equal(GateSection.All, SectionClasses.Find<IGateSection>().Select(section => section.Section));

    [Fact]
    public void Every_section_has_its_part_of_the_report_under_its_key() =>
        Assert.Equal(
            GateSection.All.Select(section => section.Key),
            typeof(ReportPart)
                .GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false)
                .Cast<JsonDerivedTypeAttribute>()
                .Select(part => (string)part.TypeDiscriminator!)
        );
}
