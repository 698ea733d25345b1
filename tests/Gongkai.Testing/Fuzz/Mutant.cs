namespace Gongkai.Testing.Fuzz;

/// <summary>A report file that was spoilt.</summary>
/// <param name="Kind">The format that it was made from: <c>txt</c>, <c>html</c>, <c>json</c>, <c>csv</c>, <c>docx</c>, <c>xlsx</c>.</param>
/// <param name="Seed">Makes the same file again, with <see cref="Mutator.Make"/>.</param>
/// <param name="Bytes">The file.</param>
/// <param name="How">What was done to it, in order.</param>
public sealed record Mutant(string Kind, int Seed, byte[] Bytes, string How)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Seed} ({Bytes.Length} bytes: {How})";
}
