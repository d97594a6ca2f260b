using System;

namespace Microsoft.Build.Framework
{
    /// <summary>
    /// Says that a task may run in the process of a multithreaded build. MSBuild matches it by name, so that tasks built against older
    /// references can have it.
    /// </summary>
    [AttributeUsage(AttributeTargets.Class, Inherited = false)]
    internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
}

namespace System.Runtime.CompilerServices
{
    /// <summary>What the compiler needs for records, which .NET Standard 2.0 does not have.</summary>
    internal static class IsExternalInit;
}
