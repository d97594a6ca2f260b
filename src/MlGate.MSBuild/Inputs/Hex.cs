using System;

namespace MlGate.MSBuild.Inputs;

/// <summary>Lower-case hexadecimal digits.</summary>
internal static class Hex
{
    public static string Encode(byte[] bytes) => BitConverter.ToString(bytes).Replace("-", "").ToLowerInvariant();
}
