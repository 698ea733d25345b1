namespace Gongkai.Platform.Channels;

/// <summary>The other side was not reached or did not take it; the message says so in plain words.</summary>
public sealed class DeliveryRefusedException(string message, bool isFinal, bool isUnsure = false) : Exception(message)
{
    /// <summary>Trying again by itself is of no use.</summary>
    public bool IsFinal => isFinal;

    /// <summary>It is not known whether the other side took it.</summary>
    public bool IsUnsure => isUnsure;

    /// <summary>The platform's own number for what is wrong; 0 where it gave none.</summary>
    public int Code { get; init; }
}
