namespace Gongkai.Platform.Filings.Bulk;

/// <summary>A zip of reports that was dropped on a campaign.</summary>
public sealed class BulkUpload
{
    public Guid Id { get; init; }

    public int CampaignId { get; init; }

    public required string FileName { get; init; }

    /// <summary>The zip, until all of it has been read.</summary>
    public Guid? BlobId { get; set; }

    public Guid? JobId { get; set; }

    /// <summary>How many files it holds.</summary>
    public int Entries { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public Guid CreatedBy { get; init; }

    public required string CreatedByName { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }
}

/// <summary>A file of such a zip, and what became of it.</summary>
public sealed class BulkEntry
{
    public Guid UploadId { get; init; }

    /// <summary>Its place in the zip, from 1.</summary>
    public int Number { get; init; }

    public required string Name { get; init; }

    public BulkState State { get; set; }

    /// <summary>The file itself, so that a person can still decide about it.</summary>
    public Guid? BlobId { get; set; }

    /// <summary>The agency that it is, or seems to be, the report of.</summary>
    public int? AgencyId { get; set; }

    public int? FilingId { get; set; }

    public string? ReadAgency { get; set; }

    public int? ReadYear { get; set; }

    /// <summary>What a person has to know about it, as a sentence.</summary>
    public string? Message { get; set; }

    public int Errors { get; set; }

    public int Warnings { get; set; }

    public int Unsettled { get; set; }
}

/// <summary>What became of a file.</summary>
public enum BulkState
{
    /// <summary>It is being read; where a node died over it, it stays so until the next try.</summary>
    Reading,

    /// <summary>It became the draft of its agency.</summary>
    Filled,

    /// <summary>A person has to say whose report it is.</summary>
    Doubtful,

    /// <summary>Its agency has a report already, which was left alone.</summary>
    Occupied,

    /// <summary>It is no report that can be read.</summary>
    Unreadable,

    /// <summary>A person has put it aside.</summary>
    PutAside,
}
