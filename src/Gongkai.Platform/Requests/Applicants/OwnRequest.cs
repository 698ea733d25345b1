using Gongkai.Law.Calendar;
using Gongkai.Law.Fees;
using Gongkai.Law.Requests;

namespace Gongkai.Platform.Requests.Applicants;

/// <summary>A case as its applicant sees it: no names of those who work on it, nothing that has not been served.</summary>
public sealed record OwnRequest
{
    public required string Number { get; init; }

    public required OwnAgency Agency { get; init; }

    public required RequestKind Kind { get; init; }

    public required IntakeChannel Channel { get; init; }

    public required DateOnly ArrivedOn { get; init; }

    public required string Wanted { get; init; }

    public required string? DocumentNumber { get; init; }

    public required string? Features { get; init; }

    public required Carrier Carrier { get; init; }

    public required Supply Supply { get; init; }

    /// <summary>What the law says of its periods today, with the calendar to explain them by.</summary>
    public required RequestTimeline Timeline { get; init; }

    public required WorkingCalendar Calendar { get; init; }

    /// <summary>What has to be made clear, while it is awaited; null otherwise.</summary>
    public required OwnQuestion? Clarification { get; init; }

    /// <summary>Why so many requests, while that is awaited; null otherwise.</summary>
    public required OwnQuestion? Reason { get; init; }

    public required OwnFee? Fee { get; init; }

    public required bool MayWithdraw { get; init; }

    public required bool IsWithdrawn { get; init; }

    /// <summary>The earlier request of the applicant with which it is handled; null where it stands on its own.</summary>
    public required string? MergedInto { get; init; }

    /// <summary>The numbers that it had at agencies that passed it on.</summary>
    public required IReadOnlyList<string> FormerNumbers { get; init; }

    /// <summary>The day on which the reply was served; null while it was not.</summary>
    public required DateOnly? ServedOn { get; init; }

    /// <summary>What was decided, item by item; empty before it was served.</summary>
    public required IReadOnlyList<OwnItem> Items { get; init; }

    public required IReadOnlyList<OwnStep> Story { get; init; }

    public required IReadOnlyList<OwnPaper> Papers { get; init; }

    /// <summary>What was supplied with the reply.</summary>
    public required IReadOnlyList<OwnFile> Supplied { get; init; }

    /// <summary>What the applicant sent.</summary>
    public required IReadOnlyList<OwnFile> Sent { get; init; }

    public required IReadOnlyList<OwnRemedy> Remedies { get; init; }
}

/// <summary>The agency that handles the case, and the one above it to which one complains.</summary>
public sealed record OwnAgency(int Id, string Name, string? Telephone, string? Address, string? OfficeHours, string? Superior, string? SuperiorTelephone);

/// <summary>What the agency asks of the applicant, and until when.</summary>
public sealed record OwnQuestion(string Text, DateOnly AskedOn, Clock Clock);

/// <summary>信息处理费, and until when it is to be paid; the day is null once it was paid.</summary>
public sealed record OwnFee(FeeScale Scale, int Ordinal, int Pages, int Amount, DateOnly? LastDay, DateOnly? PaidOn, DateOnly? RefundedOn);

public sealed record OwnItem(string Wanted, Outcome Outcome, string? Reason, string? Supplied);

/// <summary>Something that happened, in plain words.</summary>
public sealed record OwnStep(DateOnly On, string Text, string? Note);

public sealed record OwnPaper(long Id, string Title, string? Number, DateOnly SentOn);

public sealed record OwnFile(long Id, string Name, long Length, DateTimeOffset AddedAt);

/// <summary>A way to have the reply looked at by others.</summary>
/// <param name="Name">复议 or 诉讼.</param>
/// <param name="Where">Against what it goes and where.</param>
/// <param name="LastDay">The last day for it, counted from the day of service.</param>
/// <param name="Why">How that day is counted.</param>
public sealed record OwnRemedy(string Name, string Where, DateOnly LastDay, string Why);

/// <summary>The receipt of a request.</summary>
public sealed record OwnReceipt
{
    public required string Number { get; init; }

    /// <summary>Null where it was issued anew: that one is told once.</summary>
    public required string? Code { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required string? AgencyTelephone { get; init; }

    public required DateOnly ArrivedOn { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public required string Wanted { get; init; }

    public required IReadOnlyList<string> Files { get; init; }

    public required Carrier Carrier { get; init; }

    public required Supply Supply { get; init; }

    public required Reckoning Reckoning { get; init; }
}

/// <summary>By when an answer is due, depending on the day on which the agency confirms that it has the request.</summary>
/// <param name="IsConfirmed">Whether it is confirmed; both days are then the same.</param>
/// <param name="FirstConfirmation">The earliest day of confirmation.</param>
/// <param name="First">The last day for the answer then.</param>
/// <param name="NextConfirmation">The next working day.</param>
/// <param name="Next">The last day for the answer when it is confirmed on that.</param>
/// <param name="Days">The working days of the period.</param>
/// <param name="Extension">The working days by which it can be extended.</param>
public sealed record Reckoning(bool IsConfirmed, DateOnly FirstConfirmation, DateOnly First, DateOnly NextConfirmation, DateOnly Next, int Days, int Extension)
{
    /// <summary>Of a request that is sent, or waits for its confirmation, on a day.</summary>
    public static Reckoning Of(DateOnly today, WorkingCalendar calendar, ClockRules rules)
    {
        var next = calendar.Add(today, 1);
        return new Reckoning(false, today, calendar.Add(today, rules.Answer), next, calendar.Add(next, rules.Answer), rules.Answer, rules.Extension);
    }
}
