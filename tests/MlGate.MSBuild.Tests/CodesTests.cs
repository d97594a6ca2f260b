using System.Reflection;
using MlGate.Findings;
using MlGate.MSBuild.Answers;

namespace MlGate.MSBuild.Tests;

public sealed class CodesTests
{
    [Fact]
    public void The_codes_of_the_tasks_are_rows_of_the_table()
    {
        var codes = typeof(Codes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToList();

        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.Equal(Diagnostics.Get(code).HelpLink, Codes.HelpLink(code)));
    }
}
