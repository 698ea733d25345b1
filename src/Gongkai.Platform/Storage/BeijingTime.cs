namespace Gongkai.Platform.Storage;

/// <summary>Legal days are days in Beijing, wherever the server stands.</summary>
public static class BeijingTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTimeOffset Now(this TimeProvider time) => time.GetUtcNow().ToOffset(Offset);

    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.Now().DateTime);

    public static DateTimeOffset InBeijing(this DateTimeOffset instant) => instant.ToOffset(Offset);
}
