using Gongkai.Law.Fees;
using Gongkai.Law.Requests;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Deciding;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Requests.Papers;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>What the form of a step asks for; each step uses a few of these.</summary>
public sealed record StepForm
{
    /// <summary>The day on which it happened.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The day on which the paper was received.</summary>
    public DateOnly? ServedOn { get; init; }

    public DateOnly? DueOn { get; init; }

    public int? Days { get; init; }

    public string? Text { get; init; }

    public string? Name { get; init; }

    public string? Systems { get; init; }

    public string? Words { get; init; }

    public string? Number { get; init; }

    public bool IsAgency { get; init; }

    /// <summary>Who of those consulted: <c>agency-1</c>, <c>party-2</c>.</summary>
    public string? Party { get; init; }

    public bool? Agrees { get; init; }

    public bool EvenIfLate { get; init; }

    public FeeScale Scale { get; init; }

    public int? Pages { get; init; }

    public Guid? Handler { get; init; }

    public ServiceWay Way { get; init; }

    public long? Event { get; init; }

    public FilePurpose Purpose { get; init; }

    public IFormFile? File { get; init; }

    public Paper? Paper { get; init; }

    /// <summary>The earlier case into which this one goes.</summary>
    public long? Into { get; init; }

    /// <summary>Which unit of the case.</summary>
    public int? Unit { get; init; }

    /// <summary>Whether the unit need not report any more.</summary>
    public bool IsReleased { get; init; }

    /// <summary>Units that help from now on.</summary>
    public List<AssistingUnitForm> Assisting { get; init; } = [];

    /// <summary>Whether the request names the other agency.</summary>
    public bool IsAddressedThere { get; init; }

    /// <summary>How a step's form stands when it is opened.</summary>
    public static StepForm For(RequestAction action, RequestSheet sheet, DateOnly today) => action switch
    {
        RequestAction.AskClarification => new StepForm { On = today, Days = 10 },
        RequestAction.ProposeExtension or RequestAction.Extend => new StepForm { On = today, Days = ClockRules.Default.Extension, Text = ProposedReason(sheet) },
        RequestAction.AskReason or RequestAction.SetLaterDate => new StepForm { On = today, DueOn = sheet.Calendar.Add(today, 10) },
        RequestAction.Assign => new StepForm { Handler = sheet.HandlerId, Name = sheet.Row.Unit, DueOn = sheet.Units.FirstOrDefault(unit => unit.IsInCharge)?.ReportBy, Assisting = [new(), new(), new()] },
        RequestAction.NoticeFee => new StepForm { On = today, Scale = ProcessingFee.Proposed(sheet.Ordinal, 0) },
        RequestAction.Serve => new StepForm { On = today, Way = WayOf(sheet.Supply) },
        RequestAction.Split => new StepForm { Text = string.Join('\n', sheet.Row.Wanted.Split(['；', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) },
        _ => new StepForm { On = today },
    };

    /// <summary>Whether a step needs the day on which it happened.</summary>
    public static bool NeedsDay(RequestAction action) => action is not (
        RequestAction.Assign or RequestAction.SendToReview or RequestAction.ApproveLegality or RequestAction.ApproveSecrecy or RequestAction.SendBack or RequestAction.Sign
        or RequestAction.File or RequestAction.Retract or RequestAction.Split or RequestAction.Pass or RequestAction.PointElsewhere or RequestAction.AddFile or RequestAction.MakePaper or RequestAction.Note or RequestAction.Draft);

    private static ServiceWay WayOf(Supply supply) => supply switch
    {
        Supply.Online or Supply.Email or Supply.Fax => ServiceWay.Electronic,
        Supply.Post => ServiceWay.Post,
        Supply.Collect => ServiceWay.Direct,
    };

    /// <summary>What the handler wrote when proposing the extension.</summary>
    private static string? ProposedReason(RequestSheet sheet) =>
        sheet.Steps.LastOrDefault(step => step.Step == RequestStepKind.ExtensionProposed)?.Note?.Split('：', 2) is [_, var reason] ? reason : null;
}

/// <summary>A unit that is to help, and by when it reports back.</summary>
public sealed record AssistingUnitForm
{
    public string? Name { get; init; }

    public DateOnly? ReportBy { get; init; }
}

/// <summary>Does a step with what its form says.</summary>
public sealed class StepTaking(IServiceProvider services)
{
    public async Task<RequestResult> RunAsync(long id, RequestAction action, StepForm form, Platform.Accounts.Actor actor, CancellationToken cancellation)
    {
        var on = form.On ?? default;
        var text = form.Text ?? "";
        return action switch
        {
            RequestAction.Confirm => await Use<ConfirmRequest>().RunAsync(new(id, on), actor, cancellation),
            RequestAction.Assign => await Use<AssignRequest>().RunAsync(
                new(id, form.Handler ?? Guid.Empty, form.Name, form.Text) { ReportBy = form.DueOn, Assisting = [.. form.Assisting.Select(unit => new AssignRequest.AssistingUnit(unit.Name ?? "", unit.ReportBy))] }, actor, cancellation),
            RequestAction.RecordUnit => await Use<RecordUnit>().RunAsync(new(id, form.Unit ?? -1, on, text, form.IsReleased), actor, cancellation),
            RequestAction.RecordSearch => await Use<RecordSearch>().RunAsync(new(id, on, form.Systems ?? "", form.Words ?? "", text), actor, cancellation),
            RequestAction.AskClarification => await Use<Clarify>().AskAsync(new(id, text, form.Days ?? 0, on, form.ServedOn, form.EvenIfLate), actor, cancellation),
            RequestAction.RecordClarification => await Use<Clarify>().RecordAsync(new(id, text, on), actor, cancellation),
            RequestAction.AskParty => await Use<Consult>().AskAsync(new(id, form.IsAgency, form.Name ?? "", on, form.ServedOn), actor, cancellation),
            RequestAction.RecordOpinion => await Use<Consult>().RecordAsync(new(id, IsAgency(form), PartyOf(form), form.Agrees ?? false, form.Text, on), actor, cancellation),
            RequestAction.InformThirdParty => await Use<Consult>().InformAsync(new(id, PartyOf(form), text, form.Days, on), actor, cancellation),
            RequestAction.AskReason => await Use<AskReason>().AskAsync(new(id, text, on, form.DueOn ?? on), actor, cancellation),
            RequestAction.RecordReason => await Use<AskReason>().RecordAsync(new(id, text, on), actor, cancellation),
            RequestAction.SetLaterDate => await Use<AskReason>().SetLaterDateAsync(new(id, text, on, form.DueOn ?? on), actor, cancellation),
            RequestAction.ProposeExtension => await Use<ExtendDeadline>().ProposeAsync(new(id, form.Days ?? 0, text, on), actor, cancellation),
            RequestAction.Extend => await Use<ExtendDeadline>().RunAsync(new(id, form.Days ?? 0, text, on), actor, cancellation),
            RequestAction.NoticeFee => await Use<ChargeFee>().NoticeAsync(new(id, form.Scale, form.Pages ?? 0, on, form.ServedOn), actor, cancellation),
            RequestAction.RecordPayment => await Use<ChargeFee>().RecordPaymentAsync(new(id, on, form.Number), actor, cancellation),
            RequestAction.RefundFee => await Use<ChargeFee>().RefundAsync(new(id, on, text), actor, cancellation),
            RequestAction.SendToReview => await Use<ReviewDecision>().SendAsync(id, actor, cancellation),
            RequestAction.ApproveLegality => await Use<ReviewDecision>().ApproveAsync(id, Review.Legality, form.Text, actor, cancellation),
            RequestAction.ApproveSecrecy => await Use<ReviewDecision>().ApproveAsync(id, Review.Secrecy, form.Text, actor, cancellation),
            RequestAction.SendBack => await Use<ReviewDecision>().SendBackAsync(id, text, actor, cancellation),
            RequestAction.Sign => await Use<SignDecision>().RunAsync(id, actor, cancellation),
            RequestAction.Serve => await Use<ServeDecision>().RunAsync(new(id, form.Way, on, form.ServedOn, form.Number), actor, cancellation),
            RequestAction.Withdraw => await Use<CloseRequest>().WithdrawAsync(id, on, text, actor, cancellation),
            RequestAction.File => await Use<CloseRequest>().FileAsync(id, actor, cancellation),
            RequestAction.Reopen => await Use<CloseRequest>().ReopenAsync(new(id, on, form.Days, text), actor, cancellation),
            RequestAction.Retract => await Use<RetractEvent>().RunAsync(new(id, form.Event ?? 0, text), actor, cancellation),
            RequestAction.Split => await Use<SplitRequest>().RunAsync(new(id, text.Split('\n')), actor, cancellation),
            RequestAction.Merge => await Use<MergeRequest>().RunAsync(new(id, form.Into ?? 0, on, text), actor, cancellation),
            RequestAction.Pass => await Use<PassRequest>().RunAsync(new(id, await NamedAsync(form.Name, cancellation) ?? 0, form.IsAddressedThere, text), actor, cancellation),
            RequestAction.PointElsewhere => await Use<PointElsewhere>().RunAsync(
                new(id, string.IsNullOrWhiteSpace(form.Name) ? null : await NamedAsync(form.Name, cancellation) ?? 0, text), actor, cancellation),
            RequestAction.AddFile => await Use<AddRequestFile>().RunAsync(new(id, form.Purpose, new SentFile(form.File!.FileName, form.File.OpenReadStream)), actor, cancellation),
            RequestAction.MakePaper => await Use<MakePaper>().RunAsync(id, form.Paper!.Value, actor, cancellation),
            RequestAction.Note => await Use<NoteRequest>().RunAsync(id, text, actor, cancellation),
            RequestAction.Draft or RequestAction.ReissueCode => throw new ArgumentOutOfRangeException(nameof(action), action, "It has a page of its own."),
        };
    }

    private async Task<int?> NamedAsync(string? name, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(name) ? null : await Use<AgencyQueries>().NamedAsync(name, cancellation) is [var only] ? only.Id : null;

    private static bool IsAgency(StepForm form) => form.Party?.StartsWith("agency-", StringComparison.Ordinal) ?? false;

    private static int PartyOf(StepForm form) => form.Party?.Split('-') is [_, var number] && int.TryParse(number, out var parsed) ? parsed : 0;

    private T Use<T>()
        where T : notnull => services.GetRequiredService<T>();
}
