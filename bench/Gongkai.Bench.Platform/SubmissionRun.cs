using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Dom;
using Gongkai.Bench.Quick;
using Gongkai.Testing.Web;
using Npgsql;

namespace Gongkai.Bench.Platform;

/// <summary>How many requests of citizens the program takes in a second, and whether any is lost or doubled when it is killed in the middle.</summary>
internal static class SubmissionRun
{
    private const int Citizens = 240;
    private const int FormsOfEach = 20;
    private const int AtOnce = 24;
    private const int WarmUp = 1_200;
    private const int BeforeTheKill = 4_000;

    public static async Task RunAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"gongkai-bench-{Guid.CreateVersion7():N}");
        try
        {
            var acknowledged = new ConcurrentDictionary<Guid, bool>();
            using (var server = await ServerProgram.StartAsync(folder, CancellationToken.None))
            {
                var forms = new ConcurrentQueue<Filled>(await FillInAsync(server.Address));
                Console.WriteLine($"{forms.Count:N0} forms filled in");
                await SendAsync(server, forms, acknowledged);
            }

            using var again = await ServerProgram.StartAsync(folder, CancellationToken.None);
            var (kept, twice) = await KeptAsync(folder, [.. acknowledged.Keys]);
            ResultTable.Row("killed in the middle and started again", $"{acknowledged.Count:N0} acknowledged, {kept:N0} there, {twice} more than once", "all, once", kept == acknowledged.Count && twice == 0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Goes the citizen's way up to the last page, each from an address of its own: no address may send more than so many a minute.</summary>
    private static async Task<List<Filled>> FillInAsync(Uri address)
    {
        var filled = new ConcurrentBag<Filled>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Citizens), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (citizen, _) =>
        {
            var visitor = new Visitor(address, new IPAddress([127, 0, 1, (byte)(citizen + 1)]));
            for (var number = 0; number < FormsOfEach; number++)
            {
                await visitor.OpenAsync($"/request?agency={2 + (citizen % 30)}");
                await visitor.SubmitAsync("form.request-form", new()
                {
                    ["Input.Wanted"] = $"第{number}村道路维修的合同", ["Input.Name"] = $"居民{citizen}", ["Input.Telephone"] = "000-5550100", ["Input.IdentityNumber"] = $"P{citizen:0000000}",
                    ["Input.IdentityKind"] = "护照", ["Input.ApplicantKind"] = "Natural", ["Input.Carrier"] = "Electronic", ["Input.Supply"] = "Online",
                });
                filled.Add(Last(visitor));
            }
        });
        return [.. filled];
    }

    private static Filled Last(Visitor visitor)
    {
        var form = (IHtmlFormElement?)visitor.Page.QuerySelector("form[enctype='multipart/form-data']") ?? throw new InvalidOperationException($"The form was not taken: {visitor.Text}");
        var values = form.Elements.OfType<IHtmlInputElement>().Where(input => input.Name is { Length: > 0 } && input.Type is not ("file" or "submit"))
            .Select(input => KeyValuePair.Create(input.Name!, input.Name == "Answer" ? Answered(form.TextContent) : input.Value)).ToList();
        return new Filled(visitor.Client, Guid.Parse(values.First(value => value.Key == "Input.Key").Value), form.GetAttribute("action")!, values);
    }

    /// <summary>The question in words that stands in for the work of the browser's script.</summary>
    private static string Answered(string page)
    {
        const string numerals = "零一二三四五六七八九";
        var plus = page.IndexOf('加', page.IndexOf("等于几", StringComparison.Ordinal) - 3);
        return $"{numerals.IndexOf(page[plus - 1], StringComparison.Ordinal) + numerals.IndexOf(page[plus + 1], StringComparison.Ordinal)}";
    }

    private static async Task SendAsync(ServerProgram server, ConcurrentQueue<Filled> forms, ConcurrentDictionary<Guid, bool> acknowledged)
    {
        var clock = new Stopwatch();
        var seconds = 0d;
        var senders = Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (forms.TryDequeue(out var form))
            {
                try
                {
                    using var content = new MultipartFormDataContent();
                    form.Values.ForEach(value => content.Add(new StringContent(value.Value), value.Key));
                    using var answer = await form.Client.PostAsync(new Uri(form.Path, UriKind.Relative), content);
                    if (answer.StatusCode != HttpStatusCode.Redirect)
                    {
                        throw new InvalidOperationException($"The program answered {answer.StatusCode}.");
                    }

                    acknowledged[form.Key] = true;
                    if (acknowledged.Count >= WarmUp)
                    {
                        clock.Start();
                    }

                    if (acknowledged.Count >= BeforeTheKill && Interlocked.CompareExchange(ref seconds, clock.Elapsed.TotalSeconds, 0) == 0)
                    {
                        await server.KillAsync(CancellationToken.None);
                    }
                }
                catch (HttpRequestException) when (seconds > 0)
                {
                    return;
                }
            }
        });
        await Task.WhenAll(senders);
        var rate = (BeforeTheKill - WarmUp) / seconds;
        ResultTable.Row("requests of citizens", $"{ResultTable.Show(rate, "N0")} a second over {ResultTable.Show(seconds, "0.0")} s", "200 a second", rate >= 200);
    }

    private static async Task<(long Kept, long Twice)> KeptAsync(string folder, Guid[] keys)
    {
        var port = int.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "port")), null);
        var password = (await File.ReadAllTextAsync(Path.Combine(folder, "password"))).Trim();
        await using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={port};Username=gongkai;Password={password};Database=gongkai");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(DISTINCT form_key), count(*) - count(DISTINCT form_key) FROM requests WHERE form_key = ANY($1)", connection) { Parameters = { new() { Value = keys } } };
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>A form on its last page, ready to be sent.</summary>
    private sealed record Filled(HttpClient Client, Guid Key, string Path, List<KeyValuePair<string, string>> Values);
}
