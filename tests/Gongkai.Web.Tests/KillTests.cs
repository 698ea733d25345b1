using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Gongkai.Reports.Form;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>A killed server loses nothing that it had acknowledged, and starts again by itself.</summary>
public sealed class KillTests : IDisposable
{
    private const int BeforeTheKill = 40;

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"gongkai-kill-{Guid.CreateVersion7():N}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_acknowledged_figure_is_there_after_a_kill_under_writes()
    {
        var acknowledged = new ConcurrentDictionary<string, string>();
        string at;
        using (var first = await ServerProgram.StartAsync(folder, Cancellation))
        {
            using var chen = await first.LogInAsync("chen");
            await chen.OpenAsync("/work/filings/new");
            await chen.SubmitAsync("main form");
            at = chen.At;
            at.ShouldStartWith("/work/filings/");

            var enough = new TaskCompletionSource();
            var writers = Enumerable.Range(0, 4).Select(writer => WriteAsync(chen, at, writer, acknowledged, enough)).ToList();
            await enough.Task.WaitAsync(Cancellation);
            await first.KillAsync(Cancellation);
            await Task.WhenAll(writers);
        }

        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(BeforeTheKill);
        using var second = await ServerProgram.StartAsync(folder, Cancellation);
        using var again = await second.LogInAsync("chen");
        await again.OpenAsync(at);
        foreach (var (field, value) in acknowledged)
        {
            again.Page.QuerySelector($"[data-field='{field}']")!.GetAttribute("value").ShouldBe(value, field);
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Saves one figure after another until the server is gone; only what was answered counts.</summary>
    private static async Task WriteAsync(Visitor visitor, string at, int writer, ConcurrentDictionary<string, string> acknowledged, TaskCompletionSource enough)
    {
        var token = visitor.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value");
        var fields = NationalForm.Figures.Select(figure => figure.Address.ToString()).Where(address => address.StartsWith("requests.", StringComparison.Ordinal)).ToList();
        try
        {
            for (var index = writer; index < fields.Count; index += 4)
            {
                var value = $"{index + 1}";
                using var request = new HttpRequestMessage(HttpMethod.Post, $"{at}?handler=Save")
                {
                    Content = JsonContent.Create(new { since = 1, changes = new[] { new { field = fields[index], text = value, @base = 1 } } }),
                };
                request.Headers.Add("X-Form-Token", token);
                using var answer = await visitor.Client.SendAsync(request, Cancellation);
                answer.EnsureSuccessStatusCode();
                (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("applied").GetArrayLength().ShouldBe(1);
                acknowledged[fields[index]] = value;
                if (acknowledged.Count >= BeforeTheKill)
                {
                    enough.TrySetResult();
                }
            }
        }
        catch (HttpRequestException) when (enough.Task.IsCompleted)
        {
            // The server is gone, and what it had not answered may be lost.
        }
        finally
        {
            enough.TrySetResult();
        }
    }
}
