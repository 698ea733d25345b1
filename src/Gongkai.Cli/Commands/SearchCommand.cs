using System.CommandLine;
using Gongkai.Cli.Running;
using Gongkai.Platform.Search.Indexing;
using Gongkai.Platform.Storage;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai search rebuild</c>: the words of all published documents read anew, while the search goes on.</summary>
internal static class SearchCommand
{
    public static Command Build()
    {
        var rebuild = new DocumentedCommand("rebuild", "重新读一遍全部已发布的文件，重建搜索索引；不必停止系统", ("gongkai search rebuild", "重建搜索索引，这期间照常可以搜索"));
        var database = Database.Option();
        var folder = Database.Folder();
        rebuild.Add(database);
        rebuild.Add(folder);
        rebuild.SetAction((parsed, cancellation) =>
            Database.UseAsync(parsed.GetValue(database), parsed.GetValue(folder)!, source => RebuildAsync(source, cancellation), cancellation));
        var command = new DocumentedCommand("search", "搜索索引", ("gongkai search rebuild", "重新读一遍全部已发布的文件，重建搜索索引"));
        command.Add(rebuild);
        return command;
    }

    private static async Task<int> RebuildAsync(string connectionString, CancellationToken cancellation)
    {
        await using var db = Database.Open(connectionString);
        var done = await new SearchIndex(db, new Blobs(db, TimeProvider.System)).RebuildAsync(ReportAsync, cancellation);
        Console.WriteLine($"搜索索引已经重建，共 {done} 份文件。");
        return CommandLine.Fine;

        static Task ReportAsync(int done, int total) => Console.Error.WriteLineAsync($"{done} / {total}");
    }
}
