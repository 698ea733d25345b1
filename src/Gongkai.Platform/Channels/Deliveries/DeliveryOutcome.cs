namespace Gongkai.Platform.Channels.Deliveries;

/// <summary>What came of a try.</summary>
internal abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <summary>The other side has it.</summary>
    public sealed record Done(string? Address = null) : DeliveryOutcome;

    /// <summary>The other side works at it; it is asked again later.</summary>
    public sealed record Later(TimeSpan Pause) : DeliveryOutcome;

    /// <summary>Nobody here can know whether the other side has it.</summary>
    public sealed record Unknown(string Why) : DeliveryOutcome;
}
