using System.Text;
using Gongkai.Platform.Filings;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Gongkai.Web.Workbench.Filings;

/// <summary>A whole report that a person hands in: a file, or what was pasted. What kind it is, its content says.</summary>
public sealed class UploadedReport
{
    /// <summary>A little more than the reader takes, so that its own sentence is what a person sees.</summary>
    public const long MostBytes = 52_000_000;

    private const string Confirmations = "FilingConfirmations";

    private readonly Func<Stream> open;

    private UploadedReport(string name, Func<Stream> open)
    {
        Name = name;
        this.open = open;
    }

    public string Name { get; }

    public static UploadedReport? Of(IFormFile? file, string? text, string? html) =>
        file is { Length: > 0 } ? new UploadedReport(Path.GetFileName(file.FileName), file.OpenReadStream)
        : !string.IsNullOrWhiteSpace(html) ? new UploadedReport("粘贴的内容.html", () => Bytes(html))
        : !string.IsNullOrWhiteSpace(text) ? new UploadedReport("粘贴的内容.txt", () => Bytes(text))
        : null;

    public Stream Open() => open();

    /// <summary>Keeps what came of the reading for the next page.</summary>
    public static void Tell(ITempDataDictionary notices, string name, UploadReport.Result result)
    {
        if (result.Refusal == FilingRefusal.Unconfirmed)
        {
            notices[Confirmations] = result.Confirmations.ToArray();
        }
        else if (result.Refusal is not null)
        {
            notices.Wrong($"“{name}”没有读入：{result.Message}");
        }
        else if (result.Unsettled > 0)
        {
            notices.Tell($"已读入“{name}”。有 {result.Unsettled} 格没有读准，请对照原件逐格核对，见“问题”里的清单。");
        }
        else
        {
            notices.Done($"已读入“{name}”，每一格都读准了。请核对一遍。");
        }
    }

    /// <summary>What has to be confirmed before the file that waits is taken in.</summary>
    public static IReadOnlyList<string> TakeConfirmations(ITempDataDictionary notices) => notices[Confirmations] as string[] ?? [];

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
