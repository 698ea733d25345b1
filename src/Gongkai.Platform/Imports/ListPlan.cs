using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Imports;

/// <summary>What taking a list in would do.</summary>
public abstract record ListPlan
{
    /// <summary>Why the file could not be read, in a sentence.</summary>
    public string? Unreadable { get; init; }

    /// <summary>While there are faults, nothing is applied.</summary>
    public abstract bool HasFaults { get; }

    public abstract bool ChangesNothing { get; }

    /// <summary>Tells this plan from one that does something else: what was not shown is not applied.</summary>
    public abstract string Hash { get; }
}

/// <summary>An uploaded list, and what it would do as things stand.</summary>
public sealed record ImportPreview<TPlan>
    where TPlan : ListPlan, new()
{
    /// <summary>Under which it is kept; null where it was not.</summary>
    public Guid? Id { get; init; }

    public string FileName { get; init; } = "";

    public TPlan Plan { get; init; } = new();

    public ImportRefusal? Refusal { get; init; }
}

public enum ImportRefusal
{
    NotFound,
    NotAllowed,
    AlreadyApplied,
    HasErrors,

    /// <summary>Others have changed things since the preview: what would be done now is not what was shown.</summary>
    ChangedMeanwhile,
}

/// <summary>Takes lists of one kind in: first what it would do, then exactly that.</summary>
public interface IListImport<TPlan>
    where TPlan : ListPlan, new()
{
    /// <summary>Keeps an uploaded list, and tells what it would do.</summary>
    Task<ImportPreview<TPlan>> PreviewAsync(string fileName, byte[] content, Actor actor, CancellationToken cancellation);

    /// <summary>What a kept list would do as things stand now.</summary>
    Task<ImportPreview<TPlan>> AgainAsync(Guid id, Actor actor, CancellationToken cancellation);

    /// <summary>Does what the preview showed, all of it in one transaction; refuses where that would be something else by now.</summary>
    /// <param name="id">The kept list.</param>
    /// <param name="planHash">That of the plan which the person saw.</param>
    /// <param name="actor">The person.</param>
    /// <param name="cancellation">Ends the work.</param>
    Task<ImportPreview<TPlan>> ApplyAsync(Guid id, string planHash, Actor actor, CancellationToken cancellation);
}
