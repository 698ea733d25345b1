namespace Gongkai.Platform.Channels.Deliveries;

/// <summary>What came of a try.</summary>
internal abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <summary>The other side has it, and each article stands at an address of its own where it says so.</summary>
    public sealed record Done(params IReadOnlyList<string?> Addresses) : DeliveryOutcome;

    /// <summary>The other side works at it; it is asked again later.</summary>
    public sealed record Later(TimeSpan Pause) : DeliveryOutcome;

    /// <summary>Nobody here can know whether the other side has it.</summary>
    public sealed record Unknown(string Why) : DeliveryOutcome;
}
