using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Reports;

namespace Gongkai.Platform.Filings;

/// <summary>A filing as the editor shows it.</summary>
public sealed record FilingSheet
{
    public required int Id { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required int Year { get; init; }

    public required FilingState State { get; init; }

    public required int Revision { get; init; }

    public required Edition Edition { get; init; }

    /// <summary>Every field in the order of the form.</summary>
    public required IReadOnlyList<FieldValue> Fields { get; init; }

    /// <summary>Gravest first.</summary>
    public required IReadOnlyList<FindingView> Findings { get; init; }

    /// <summary>The cells that a person has to settle before the report is submitted.</summary>
    public required IReadOnlyList<string> Unsettled { get; init; }

    public required IReadOnlyList<RemarkView> Remarks { get; init; }

    /// <summary>Whether what the person who asks remarks now stays from the agency's sight until the report is returned or accepted.</summary>
    public required bool HoldsRemarks { get; init; }

    /// <summary>Last year's fields by name; null where there is no report of last year.</summary>
    public required IReadOnlyDictionary<string, FieldValue>? Last { get; init; }

    /// <summary>What the agency's own cases, documents and acts give, by address; null where it does not say of any that it keeps all of the year's here.</summary>
    public required IReadOnlyDictionary<string, decimal>? Ledger { get; init; }

    /// <summary>What of table two is kept here; empty for a government's report, which is the sum of many.</summary>
    public required IReadOnlyList<LedgerOffer> ProactiveParts { get; init; }

    /// <summary>The sentences that the agency's own ledger gives, by section.</summary>
    public required IReadOnlyDictionary<int, string> DraftedFromLedger { get; init; }

    /// <summary>How many cases of the year are kept here although the agency does not say that these are all.</summary>
    public required int CasesNotAdopted { get; init; }

    /// <summary>What the person who asks may do now.</summary>
    public required IReadOnlyList<FilingAction> Actions { get; init; }

    /// <summary>The reviews that are still to be given before it may be signed.</summary>
    public required IReadOnlyList<Role> PendingReviews { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    public DateTimeOffset? SignedAt { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public int? PublishedVersion { get; init; }

    public Guid? SourceBlobId { get; init; }
}

/// <summary>What happened to a filing since a revision.</summary>
/// <param name="State">Where it stands now.</param>
/// <param name="Revision">Its revision now.</param>
/// <param name="Changed">The fields changed since, by anybody.</param>
/// <param name="Findings">The findings now; null where the revision is the same.</param>
/// <param name="Unsettled">The cells to be settled; empty where the revision is the same.</param>
/// <param name="People">Who else is at it.</param>
/// <param name="OpenRemarks">How many remarks wait to be dealt with.</param>
public sealed record FilingNews(
    FilingState State,
    int Revision,
    IReadOnlyList<ChangedField> Changed,
    IReadOnlyList<FindingView>? Findings,
    IReadOnlyList<string> Unsettled,
    IReadOnlyList<PersonPresent> People,
    int OpenRemarks);

/// <summary>Another person at the same report, and the field that this person is in.</summary>
public sealed record PersonPresent(Guid AccountId, string Name, string? Field);

/// <summary>What to look for in the list of filings; null leaves it open.</summary>
public sealed record FilingFilter(int? Year = null, FilingState? State = null, string? AgencyName = null);

/// <summary>A line of the list of filings.</summary>
public sealed record FilingRow(
    int Id,
    int AgencyId,
    string AgencyName,
    int Year,
    FilingState State,
    int Errors,
    int Warnings,
    int Unsettled,
    DateTimeOffset SavedAt,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset? PublishedAt);
