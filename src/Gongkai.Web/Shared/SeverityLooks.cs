using Gongkai.Reports;

namespace Gongkai.Web.Shared;

/// <summary>How pages show how grave a finding is.</summary>
public static class SeverityLooks
{
    public static string Word(this Severity severity) => severity switch
    {
        Severity.Error => "差错",
        Severity.Warning => "提醒",
        Severity.Note => "提示",
    };

    public static Light Light(this Severity severity) => severity switch
    {
        Severity.Error => Shared.Light.Red,
        Severity.Warning => Shared.Light.Yellow,
        Severity.Note => Shared.Light.Grey,
    };
}
