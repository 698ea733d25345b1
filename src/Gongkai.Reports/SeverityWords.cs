namespace Gongkai.Reports;

/// <summary>The words for how grave a finding is: the same on screens, in what the commands print, and in documents.</summary>
public static class SeverityWords
{
    /// <summary>The word in Chinese.</summary>
    public static string Word(this Severity severity) => severity switch
    {
        Severity.Error => "差错",
        Severity.Warning => "提醒",
        Severity.Note => "提示",
    };
}
