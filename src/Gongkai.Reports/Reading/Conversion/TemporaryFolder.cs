namespace Gongkai.Reports.Reading.Conversion;

/// <summary>A folder of our own for what an outside program reads and writes; it goes away with us.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("gongkai-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What a killed program still holds open is left to the system's cleaning of its temporary folder.
        }
    }
}
