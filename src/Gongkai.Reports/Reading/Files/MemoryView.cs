using System.Runtime.InteropServices;

namespace Gongkai.Reports.Reading.Files;

/// <summary>A stream over memory, without copying it where it is an array.</summary>
internal static class MemoryView
{
    public static MemoryStream Over(ReadOnlyMemory<byte> memory) =>
        MemoryMarshal.TryGetArray(memory, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(memory.ToArray(), writable: false);
}
