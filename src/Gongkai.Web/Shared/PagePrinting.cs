using System.Diagnostics;
namespace Gongkai.Web.Shared;

/// <summary>Prints to PDF through the browser or the office program of the machine, whichever is there.</summary>
internal static class PagePrinting
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly SemaphoreSlim Turn = new(2);

    /// <summary>The PDF, or null where the machine has no program for it.</summary>
    /// <param name="writeHtml">Writes it for a browser.</param>
    /// <param name="writeWord">Writes it for an office program; null where only a browser can print it.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<byte[]?> PdfAsync(Action<Stream> writeHtml, Action<Stream>? writeWord, CancellationToken cancellation)
    {
        if (ProgramOrNull(writeWord is not null) is not { } program)
        {
            return null;
        }

        await Turn.WaitAsync(cancellation);
        var folder = Directory.CreateTempSubdirectory("gongkai-pdf-");
        try
        {
            var isOffice = Path.GetFileNameWithoutExtension(program).StartsWith("soffice", StringComparison.OrdinalIgnoreCase);
            var source = Path.Combine(folder.FullName, isOffice ? "page.docx" : "page.html");
            var target = Path.Combine(folder.FullName, "page.pdf");
            await using (var file = File.Create(source))
            {
                (isOffice ? writeWord! : writeHtml)(file);
            }

            await RunAsync(program, Arguments(isOffice, folder.FullName, source, target), cancellation);
            return File.Exists(target) ? await File.ReadAllBytesAsync(target, cancellation) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
            Turn.Release();
        }
    }

    private static string[] Arguments(bool isOffice, string folder, string source, string target) => isOffice
        ? ["--headless", "--norestore", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", folder, source]
        :
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            $"--user-data-dir={folder}/profile", "--no-pdf-header-footer", $"--print-to-pdf={target}", new Uri(source).AbsoluteUri,
        ];

    private static async Task RunAsync(string program, string[] arguments, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await Task.WhenAll(output, errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static string? ProgramOrNull(bool withOffice)
    {
        string[] names = OperatingSystem.IsWindows()
            ? ["chrome.exe", "msedge.exe", "soffice.exe"]
            : ["chromium", "chromium-browser", "google-chrome", "microsoft-edge", "soffice"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return names.Where(name => withOffice || !name.StartsWith("soffice", StringComparison.Ordinal)).SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
