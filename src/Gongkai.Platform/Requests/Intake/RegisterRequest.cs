using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Intake;

/// <summary>登记: the clerk enters a request that was handed in, sent or told (条例第二十九条、第三十一条).</summary>
public sealed class RegisterRequest(GongkaiDb db, RequestIntake intake, Calendars.Calendars calendars, TimeProvider time)
{
    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var form = command.Form;
        var path = await db.Agencies.Where(agency => agency.Id == form.AgencyId).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation);
        if (path is null || !Gate.May(actor, Act.HandleRequests, path))
        {
            return new Result { IsRefused = true };
        }

        var faults = form.Faults(isLetter: true).Concat(await DayFaultsAsync(command, cancellation)).ToList();
        if (faults.Count > 0)
        {
            return new Result { Faults = faults };
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var registered = await intake.MakeAsync(form, command.Channel, command.ArrivedOn, command.ConfirmedOn, actor, null, cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result { Registered = registered };
    }

    private async Task<List<RequestFault>> DayFaultsAsync(Command command, CancellationToken cancellation)
    {
        var calendar = await calendars.OfAsync(command.Form.AgencyId, cancellation);
        var faults = new List<RequestFault>();
        if (command.ArrivedOn > time.Today() || command.ConfirmedOn > time.Today())
        {
            faults.Add(RequestFault.ArrivalInFuture);
        }

        if (!calendar.Covers(command.ArrivedOn) || command.ConfirmedOn < command.ArrivedOn)
        {
            faults.Add(RequestFault.ArrivalOutOfRange);
        }

        return faults;
    }

    /// <param name="Form">What it says.</param>
    /// <param name="Channel">How it came.</param>
    /// <param name="ArrivedOn">The day on which it came.</param>
    /// <param name="ConfirmedOn">The day on which it was confirmed with the applicant; null while it was not, or where none is needed.</param>
    public sealed record Command(RequestForm Form, IntakeChannel Channel, DateOnly ArrivedOn, DateOnly? ConfirmedOn);

    public sealed record Result
    {
        public Registered? Registered { get; init; }

        public bool IsRefused { get; init; }

        public IReadOnlyList<RequestFault> Faults { get; init; } = [];
    }
}
