using System.CommandLine;

namespace Gongkai.Cli;

/// <summary>A command with examples for its help.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does, in Chinese.</param>
/// <param name="examples">Command lines with what each does.</param>
internal sealed class DocumentedCommand(string name, string description, params (string Line, string Meaning)[] examples) : Command(name, description)
{
    public IReadOnlyList<(string Line, string Meaning)> Examples => examples;
}
