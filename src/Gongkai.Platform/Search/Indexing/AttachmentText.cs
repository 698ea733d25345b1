using Gongkai.Platform.Screening.Files;
using Gongkai.Reports.Reading;

namespace Gongkai.Platform.Search.Indexing;

/// <summary>The words of an attachment, as far as it has any that can be read: a scanned page says nothing.</summary>
internal static class AttachmentText
{
    private static readonly SemaphoreSlim Turn = new(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <param name="name">The name of the file.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="most">The most letters that are wanted.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<string> OfAsync(string name, ReadOnlyMemory<byte> file, int most, CancellationToken cancellation)
    {
        await Turn.WaitAsync(cancellation);

        // What takes too long goes on alone, and the next file waits for it: readers have bounds of their own, and end.
        var reading = Task.Run(() => Read(name, file, most), CancellationToken.None);
        _ = reading.ContinueWith(static _ => Turn.Release(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            return await reading.WaitAsync(Longest, cancellation);
        }
        catch (TimeoutException)
        {
            return "";
        }
    }

    private static string Read(string name, ReadOnlyMemory<byte> file, int most)
    {
        if (SourceReader.Read(file, ReadLimits.Default).Document is not { } document)
        {
            return "";
        }

        var text = new System.Text.StringBuilder();
        foreach (var passage in SourceTexts.Of(name, document).Passages)
        {
            if (text.Length >= most)
            {
                break;
            }

            text.Append(passage.Text.AsSpan(0, Math.Min(passage.Text.Length, most - text.Length))).Append('\n');
        }

        return text.ToString();
    }
}
