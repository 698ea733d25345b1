using System.CommandLine;
using Gongkai.Cli.Running;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Operations;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Storage.Backups;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai restore</c>: a backup into an empty database.</summary>
internal static class RestoreCommand
{
    public static Command Build()
    {
        var command = new DocumentedCommand(
            "restore",
            "把备份恢复到一个空的数据库里",
            ("gongkai restore 备份.zip --data 新的文件夹", "恢复到一个新的数据文件夹"),
            ("gongkai restore 备份.zip --database \"Host=…;Database=空库\"", "恢复到 PostgreSQL 服务器上的一个空库"));
        var file = SharedOptions.File("文件", "备份文件");
        var database = Database.Option();
        var folder = Database.Folder();
        command.Add(file);
        command.Add(database);
        command.Add(folder);
        command.SetAction((parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!;
            return File.Exists(path)
                ? Database.UseOrMakeAsync(parsed.GetValue(database), parsed.GetValue(folder)!, target => RestoreAsync(target, path, cancellation), cancellation)
                : Task.FromResult(CommandLine.Refuse($"没有“{path}”这个文件。"));
        });
        return command;
    }

    private static async Task<int> RestoreAsync(string connectionString, string path, CancellationToken cancellation)
    {
        await using var db = Database.Open(connectionString);
        await using var input = File.OpenRead(path);
        var result = await new RestoreBackup(db).RunAsync(input, progress: null, cancellation);
        if (result.Refusal is { } refusal)
        {
            return CommandLine.Refuse(refusal switch
            {
                RestoreBackup.Refusal.NotABackup => $"“{path}”不是完整的 gongkai 备份，可能没有写完或没有传完。请换一个备份文件。",
                RestoreBackup.Refusal.Damaged => $"备份“{path}”已损坏：表 {result.Subject} 的内容与校验值不符。数据库没有改动，请换一个备份文件。",
                RestoreBackup.Refusal.FromANewerProgram => $"备份来自更新的版本（{result.Subject}）。请先升级 gongkai，再恢复。",
                RestoreBackup.Refusal.NotEmpty => "数据库里已经有内容，没有改动它。请用 --data 指定一个新的文件夹，或用 --database 指定一个空的数据库。",
            });
        }

        await Schema.MigrateAsync(db, cancellation);
        await new RecordBackup(db, new InstallationSettings(db), new AuditTrail(db, TimeProvider.System)).RestoredAsync(result.Manifest!, cancellation);
        Console.WriteLine($"已恢复 {result.Manifest!.TakenAt.InBeijing():yyyy-MM-dd HH:mm}（北京时间）的备份：{result.Manifest.Tables.Count} 张表，{result.Manifest.Rows} 行。");
        return CommandLine.Fine;
    }
}
