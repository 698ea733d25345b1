using Gongkai.Reports;

namespace Gongkai.Web.Shared;

/// <summary>How pages show how grave a finding is.</summary>
public static class SeverityLooks
{
    public static Light Light(this Severity severity) => severity switch
    {
        Severity.Error => Shared.Light.Red,
        Severity.Warning => Shared.Light.Yellow,
        Severity.Note => Shared.Light.Grey,
    };
}
