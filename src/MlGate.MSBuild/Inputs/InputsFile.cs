using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MlGate.Platform;

namespace MlGate.MSBuild.Inputs;

/// <summary>What an answer of the worker was computed from.</summary>
internal enum InputKind
{
    File,
    Glob,
    Ref,
    Env,
}

/// <summary>One line of <c>inputs.txt</c>.</summary>
internal sealed record Input(InputKind Kind, string Value);

/// <summary>Reads <c>inputs.txt</c>, the worker's dependency file.</summary>
internal static class InputsFile
{
    private const long Largest = 64 << 20;

    /// <summary>The inputs; null when the file is missing or holds a line that is no input.</summary>
    public static IReadOnlyList<Input>? Read(string path)
    {
        try
        {
            var lines = RegularFile
                .ReadText(path, Largest)
                .Split('\n')
                .Select(line => line.TrimEnd('\r'))
                .Where(line => line.Length > 0)
                .ToList();
            var inputs = lines.Select(Parse).OfType<Input>().ToList();
            return inputs.Count == lines.Count ? inputs : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static Input? Parse(string line)
    {
        var tab = line.IndexOf('\t');
        var value = tab < 0 ? "" : line.Substring(tab + 1);
        return value.Length == 0
            ? null
            : line.Substring(0, tab) switch
            {
                "file" => new Input(InputKind.File, value),
                "glob" => new Input(InputKind.Glob, value),
                "ref" => new Input(InputKind.Ref, value),
                "env" => new Input(InputKind.Env, value),
                _ => null,
            };
    }
}
