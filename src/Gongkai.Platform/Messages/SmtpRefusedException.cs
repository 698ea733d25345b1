namespace Gongkai.Platform.Messages;

/// <summary>A mail server that could not be reached or did not take a letter; the message says what it answered.</summary>
public sealed class SmtpRefusedException(string message, bool isFinal, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The server will not take this letter at another time either.</summary>
    public bool IsFinal => isFinal;
}
