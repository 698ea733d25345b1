using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Gongkai.Web.Shared;

/// <summary>A sentence that the next page of the workbench shows at its head, kept over the redirect after a change.</summary>
public static class Notices
{
    public static void Done(this ITempDataDictionary tempData, string text) => tempData[nameof(NoticeKind.Done)] = text;

    public static void Wrong(this ITempDataDictionary tempData, string text) => tempData[nameof(NoticeKind.Wrong)] = text;

    public static void Tell(this ITempDataDictionary tempData, string text) => tempData[nameof(NoticeKind.Info)] = text;

    public static IEnumerable<Notice> TakeNotices(this ITempDataDictionary tempData) =>
        Enum.GetValues<NoticeKind>()
            .Select(kind => (Kind: kind, Text: tempData[kind.ToString()] as string))
            .Where(notice => notice.Text is not null)
            .Select(notice => new Notice(notice.Kind, notice.Text!));
}
