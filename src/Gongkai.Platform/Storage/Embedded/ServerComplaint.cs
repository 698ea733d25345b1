namespace Gongkai.Platform.Storage.Embedded;

/// <summary>What PostgreSQL or the system says, as a sentence that says what to do.</summary>
internal static class ServerComplaint
{
    public static DatabaseUnavailableException From(string output, string place, Exception? cause = null) => new(Sentence(output, place), cause);

    private static string Sentence(string output, string place)
    {
        if (Says("No space left on device") || Says("Disk quota exceeded") || Says("not enough space on the disk"))
        {
            return $"磁盘已满，数据库不能写入“{place}”。请腾出空间（至少 200 MB）后再启动；已经保存的内容不会丢失。";
        }

        if (Says("Read-only file system"))
        {
            return $"“{place}”所在的磁盘是只读的，数据库不能写入。请换一个可写的数据文件夹。";
        }

        if (Says("Permission denied") || Says("Operation not permitted") || Says("has wrong ownership") || Says("invalid permissions") || Says("denied"))
        {
            return $"没有权限使用“{place}”。请用原来的用户运行，或者把这个文件夹的所有者改成现在的用户后再启动。（{LastLine(output)}）";
        }

        if (Says("error while loading shared libraries") || Says("Library not loaded"))
        {
            return $"PostgreSQL 缺少运行库。请删除 node_modules 后运行 npm ci，再重新启动。（{LastLine(output)}）";
        }

        if (Says("shared memory"))
        {
            return $"系统的共享内存不够，数据库没有启动。请增加内存或容器的 /dev/shm（至少 256 MB）后再启动。（{LastLine(output)}）";
        }

        return Says("Is another postmaster")
            ? $"另一个 PostgreSQL 正在使用“{place}”。请先停止它再启动；不要删除其中的文件。"
            : $"数据库没有启动成功。请查看“{place}”里的 server.log；最后一行是：{LastLine(output)}";

        bool Says(string words) => output.Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    private static string LastLine(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .LastOrDefault(line => line.Contains("FATAL", StringComparison.Ordinal) || line.Contains("PANIC", StringComparison.Ordinal) || line.Contains("error", StringComparison.OrdinalIgnoreCase))
        ?? output.Trim().Split('\n')[^1];
}
