namespace Gongkai.Platform.Messages;

/// <summary>The mail server. Section <c>GONGKAI:SMTP</c> of the settings; without a host no mail is sent.</summary>
public sealed record SmtpOptions
{
    public string Host { get; init; } = "";

    public int Port { get; init; } = 465;

    public SmtpSecurity Security { get; init; } = SmtpSecurity.Tls;

    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>The address that letters come from.</summary>
    public string From { get; init; } = "";

    /// <summary>The address of this site, which links in letters begin with.</summary>
    public string SiteAddress { get; init; } = "";

    public bool IsSetUp => Host.Length > 0 && From.Length > 0;
}

/// <summary>How the way to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>From the first byte (port 465).</summary>
    Tls,

    /// <summary>After a greeting in the clear (port 587 or 25).</summary>
    StartTls,

    /// <summary>Not at all; for a server on this machine.</summary>
    None,
}
