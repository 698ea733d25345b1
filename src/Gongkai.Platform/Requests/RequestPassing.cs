namespace Gongkai.Platform.Requests;

/// <summary>转交: a request that came to the wrong counter of the same government went to the agency that it is addressed to. The number that it had stays findable.</summary>
public sealed class RequestPassing
{
    public long Id { get; init; }

    public long RequestId { get; init; }

    public int FromAgencyId { get; init; }

    /// <summary>The number that it had there, which may stand on the applicant's receipt.</summary>
    public required string FromNumber { get; init; }

    public int ToAgencyId { get; init; }

    public required string Reason { get; init; }

    public DateTimeOffset PassedAt { get; init; }

    public required string PassedByName { get; init; }
}
