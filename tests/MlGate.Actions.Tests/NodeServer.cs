using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlGate.Actions.Tests;

/// <summary>A script of <c>eng/npm-actions</c> that answers one line with one line. It ends with the tests, which end its input.</summary>
internal sealed class NodeServer
{
    private readonly Lock turn = new();
    private readonly Process process;
    private readonly Task<string> errors;

    public NodeServer(string script)
    {
        process = Node.Start(script);
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Gives it a question and takes its answer.</summary>
    public JsonNode Ask(object question)
    {
        lock (turn)
        {
            process.StandardInput.WriteLine(JsonSerializer.Serialize(question));
            process.StandardInput.Flush();
            return JsonNode.Parse(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(errors.Result))!;
        }
    }
}
