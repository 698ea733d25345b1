namespace Gongkai.Cli.Running;

/// <summary>What stands before, between and after the results of the files.</summary>
internal sealed record OutputFrame(string Open, string Between, string Close)
{
    public static OutputFrame Plain { get; } = new("", "", "");

    /// <summary>The frame of a format.</summary>
    /// <param name="format">The format.</param>
    /// <param name="header">The first line of a CSV.</param>
    public static OutputFrame Of(OutputFormat format, string header = "") => format switch
    {
        OutputFormat.Table => new("", "\n", ""),
        OutputFormat.Json => new("[\n", ",\n", "\n]\n"),
        OutputFormat.Jsonl => Plain,
        OutputFormat.Csv => new($"{header}\r\n", "", ""),
    };
}
