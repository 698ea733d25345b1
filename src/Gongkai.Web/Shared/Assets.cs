using System.Text.Json;

namespace Gongkai.Web.Shared;

/// <summary>The style sheets, scripts and icons that the front-end build wrote, by the names that pages use.</summary>
public sealed class Assets
{
    public const string Path = "/assets/";

    private readonly Dictionary<string, string> stored;
    private readonly HashSet<string> files;

    public Assets()
        : this(System.IO.Path.Combine(AppContext.BaseDirectory, "wwwroot", "assets"))
    {
    }

    public Assets(string folder)
    {
        Folder = folder;
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Combine(folder, "manifest.json")));
        stored = manifest.RootElement.GetProperty("entries").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!);
        files = [.. manifest.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetString()!)];
    }

    public string Folder { get; }

    public string Url(string name) =>
        stored.TryGetValue(name, out var file) ? Path + file : throw new ArgumentException($"The front-end build has no {name}.", nameof(name));

    public bool Has(string file) => files.Contains(file);
}
