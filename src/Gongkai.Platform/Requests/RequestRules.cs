using Gongkai.Law.Requests;
using Gongkai.Platform.Operations;

namespace Gongkai.Platform.Requests;

/// <summary>The readings of the law that the installation chose where the statute leaves them open. Kept as the setting <c>clock-rules</c>.</summary>
public sealed class RequestRules(InstallationSettings settings)
{
    public const string Setting = "clock-rules";

    private ClockRules? read;

    public async Task<ClockRules> ReadAsync(CancellationToken cancellation) =>
        read ??= await settings.ReadAsync<ClockRules>(Setting, cancellation) ?? ClockRules.Default;

    /// <summary>They are read anew when they are asked for next.</summary>
    internal void Forget() => read = null;
}
