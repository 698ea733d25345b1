namespace Gongkai.Platform.Jobs;

/// <summary>A kind of job that this program can do: its name, its handler, and when it comes round by itself.</summary>
public sealed record JobKind(string Name, Type Handler, Recurrence? Recurrence);
