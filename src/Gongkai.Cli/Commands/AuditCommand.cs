using System.CommandLine;
using Gongkai.Cli.Running;
using Gongkai.Platform.Audit;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai audit verify</c>: whether anything in the audit trail was removed or changed.</summary>
internal static class AuditCommand
{
    public static Command Build()
    {
        var verify = new DocumentedCommand("verify", "核对审计日志，找出被删除或改动的记录", ("gongkai audit verify", "核对全部记录；有问题时退出码为 1"));
        var database = Database.Option();
        var folder = Database.Folder();
        verify.Add(database);
        verify.Add(folder);
        verify.SetAction((parsed, cancellation) =>
            Database.UseAsync(parsed.GetValue(database), parsed.GetValue(folder)!, source => VerifyAsync(source, cancellation), cancellation));
        var command = new DocumentedCommand("audit", "审计日志", ("gongkai audit verify", "核对审计日志，找出被删除或改动的记录"));
        command.Add(verify);
        return command;
    }

    private static async Task<int> VerifyAsync(string connectionString, CancellationToken cancellation)
    {
        await using var db = Database.Open(connectionString);
        var result = await new AuditVerification(db).RunAsync(cancellation);
        foreach (var fault in result.Faults)
        {
            Console.WriteLine($"{(fault.Chain == 0 ? "系统" : $"机构 {fault.Chain}")} 的第 {fault.Number} 条记录：{fault.Kind switch
            {
                AuditVerification.FaultKind.Removed => "不见了",
                AuditVerification.FaultKind.Changed => "被改动过",
            }}。");
        }

        Console.WriteLine(result.Faults.Count == 0 ? $"审计日志共 {result.Entries} 条，完整无误。" : $"审计日志共 {result.Entries} 条，有 {result.Faults.Count} 处问题。");
        return result.Faults.Count == 0 ? CommandLine.Fine : CommandLine.Findings;
    }
}
