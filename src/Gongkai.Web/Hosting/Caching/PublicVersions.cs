using System.Collections.Concurrent;
using System.Globalization;

namespace Gongkai.Web.Hosting.Caching;

/// <summary>
/// How often each thing that public pages show has changed, as far as this node was told. A page is kept under the versions
/// that held before it was made, so one made from older facts is never found under newer versions.
/// </summary>
public sealed class PublicVersions
{
    private readonly ConcurrentDictionary<string, long> changes = new(StringComparer.Ordinal);
    private long beginnings;
    private volatile bool isTold;

    /// <summary>The key of the versions that hold now; null while this node is not told of changes.</summary>
    public string? KeyOf(IEnumerable<string> subjects) => isTold
        ? string.Join('.', subjects.Select(subject => changes.GetValueOrDefault(subject)).Prepend(Interlocked.Read(ref beginnings)).Select(number => number.ToString(CultureInfo.InvariantCulture)))
        : null;

    public void Change(string subject) => changes.AddOrUpdate(subject, 1, (_, before) => before + 1);

    /// <summary>From now on every change is told; what was kept before counts no more.</summary>
    public void Begin()
    {
        Interlocked.Increment(ref beginnings);
        isTold = true;
    }

    public void End() => isTold = false;
}
