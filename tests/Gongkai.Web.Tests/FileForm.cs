using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>A form with a file, which a visitor without a disk cannot fill in.</summary>
internal static class FileForm
{
    /// <summary>Sends the form of the page that is open.</summary>
    /// <returns>The page that it answered with; empty where it led elsewhere.</returns>
    public static async Task<string> SendAsync(Visitor visitor, string address, string field, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(visitor.Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(content), field, name },
        };
        using var response = await visitor.Client.PostAsync(address, form, TestContext.Current.CancellationToken);
        return response.Headers.Location is null ? await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) : "";
    }
}
