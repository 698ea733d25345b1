using Gongkai.Law.Calendar;

namespace Gongkai.Law.Requests;

/// <summary>Goes through a request's events in the order in which they happened and keeps its periods.</summary>
internal sealed class ClockReckoning(WorkingCalendar calendar, ClockRules rules, DateOnly asOf)
{
    private readonly List<Clock> clocks = [];
    private readonly List<Pending> awaited = [];
    private readonly List<Stop> stops = [];
    private readonly List<DatedBreach> breaches = [];
    private AnswerPeriod? current;
    private DateOnly? receivedOn;
    private bool clarificationAsked;
    private (DateOnly On, Outcome Outcome)? firstConclusion;
    private (DateOnly On, Outcome Outcome)? conclusion;
    private bool concluded;

    public void Take(RequestEvent happened)
    {
        switch (happened.Kind)
        {
            case RequestEventKind.Arrived:
                Await(ClockId.Confirmation, happened.On, happened.On, rules.Confirmation);
                break;
            case RequestEventKind.Received or RequestEventKind.CorrectionReceived:
                Receive(happened);
                break;
            case RequestEventKind.Reopened:
                Begin(current?.Id ?? ClockId.Answer, happened.On, happened.Days ?? rules.Answer);
                concluded = false;
                break;
            case RequestEventKind.ClarificationAsked:
                AskClarification(happened);
                break;
            case RequestEventKind.ClarificationSupplied:
                if (Settle(ClockId.Clarification, 0, happened.On))
                {
                    Begin(current!.Id, happened.On, current.Limit);
                }

                break;
            case RequestEventKind.ThirdPartyAsked:
                Consult(ClockId.ThirdPartyOpinion, happened);
                break;
            case RequestEventKind.AgencyAsked:
                Consult(ClockId.AgencyOpinion, happened);
                break;
            case RequestEventKind.ThirdPartyReplied:
                Settle(ClockId.ThirdPartyOpinion, happened.Party, happened.On);
                break;
            case RequestEventKind.AgencyReplied:
                Settle(ClockId.AgencyOpinion, happened.Party, happened.On);
                break;
            case RequestEventKind.ReasonAsked:
                AskReason(happened);
                break;
            case RequestEventKind.ReasonGiven:
                Settle(ClockId.Reason, 0, happened.On);
                break;
            case RequestEventKind.LaterDateSet:
                SetLaterDate(happened);
                break;
            case RequestEventKind.FeeNoticed:
                NoticeFee(happened);
                break;
            case RequestEventKind.FeePaid:
                if (Settle(ClockId.Payment, 0, happened.On))
                {
                    Begin(current!.Id, happened.On, current.Limit);
                }

                break;
            case RequestEventKind.ExtensionNotified:
                Extend(happened);
                break;
            case RequestEventKind.ThirdPartyInformed:
                if (happened.Days is > 0)
                {
                    Await(ClockId.Objection, happened.On, happened.On, happened.Days.Value, happened.Party);
                }

                break;
            case RequestEventKind.Concluded:
                Conclude(happened);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened.Kind, "No such event.");
        }
    }

    public RequestTimeline Finish()
    {
        if (receivedOn is null && awaited.Count == 0)
        {
            throw new ArgumentException("Nothing says that the request came.");
        }

        var answer = current is { } period ? AnswerClock(period) : null;
        if (answer is not null && !concluded)
        {
            clocks.Add(answer);
        }

        var open = awaited.Select(OpenClock).ToList();
        var stage = Stage(open);
        return new RequestTimeline
        {
            AsOf = asOf,
            ReceivedOn = receivedOn,
            Stage = stage,
            Turn = TurnOf(stage, open),
            Outcome = conclusion?.Outcome,
            ConcludedOn = conclusion?.On,
            FirstConclusion = firstConclusion,
            Clocks = [.. clocks.Concat(open).OrderBy(clock => clock.From).ThenBy(clock => clock.Id)],
            Breaches = breaches,
            Answer = concluded ? clocks.FindLast(clock => clock.Id is ClockId.Answer or ClockId.Correction) : answer,
        };
    }

    private void Receive(RequestEvent happened)
    {
        Settle(ClockId.Confirmation, 0, happened.On);
        if (receivedOn is not null)
        {
            return;
        }

        receivedOn = happened.On;
        if (happened.Kind == RequestEventKind.CorrectionReceived)
        {
            Begin(ClockId.Correction, happened.On, rules.Correction);
            return;
        }

        Begin(ClockId.Answer, happened.On, rules.Answer);
        Await(ClockId.ClarificationNotice, happened.On, happened.On, rules.ClarificationNotice);
    }

    private void Begin(ClockId id, DateOnly from, int limit)
    {
        if (current is { } before && !concluded && before.From != from)
        {
            clocks.Add(AnswerClock(before) with { State = ClockState.Ended, EndedOn = from, LastDay = null, Left = 0 });
        }

        current = new AnswerPeriod(id, from, limit);
    }

    private void AskClarification(RequestEvent happened)
    {
        if (current is null)
        {
            return;
        }

        if (clarificationAsked)
        {
            breaches.Add(new DatedBreach(Breach.SecondClarificationNotice, happened.On, null));
            return;
        }

        clarificationAsked = true;
        var limit = calendar.Add(receivedOn!.Value, rules.ClarificationNotice);
        Settle(ClockId.ClarificationNotice, 0, happened.On);
        if (happened.On > limit)
        {
            breaches.Add(new DatedBreach(Breach.LateClarificationNotice, happened.On, limit));
            if (!rules.LateClarificationStops)
            {
                return;
            }
        }

        Await(ClockId.Clarification, happened.On, happened.ServedOn ?? happened.On, happened.Days ?? 0);
        stops.Add(new Stop(happened.On, DateOnly.MaxValue, ClockId.Clarification, true));
    }

    private void Consult(ClockId id, RequestEvent happened)
    {
        var from = happened.ServedOn ?? happened.On;
        Await(id, happened.On, from, rules.Consultation, happened.Party);
        stops.Add(new Stop(happened.On, calendar.Add(from, rules.Consultation), id, true));
    }

    private void AskReason(RequestEvent happened)
    {
        var due = happened.DueOn ?? happened.On;
        awaited.Add(new Pending(ClockId.Reason, happened.On, happened.On, calendar.Between(happened.On, due), due, 0));
        if (rules.ReasonStops)
        {
            stops.Add(new Stop(happened.On, due, ClockId.Reason, true));
        }
    }

    private void SetLaterDate(RequestEvent happened)
    {
        if (current is not { } period || happened.DueOn is not { } due)
        {
            return;
        }

        if (period.LastDay(stops, calendar).Day is { } last && happened.On > last)
        {
            breaches.Add(new DatedBreach(Breach.LateLaterDate, happened.On, last));
            return;
        }

        current = period with { NamedDay = due };
    }

    private void NoticeFee(RequestEvent happened)
    {
        if (current is not { } period)
        {
            return;
        }

        if (period.LastDay(stops, calendar).Day is { } last && happened.On > last)
        {
            breaches.Add(new DatedBreach(Breach.LateFeeNotice, happened.On, last));
        }

        Await(ClockId.Payment, happened.On, happened.ServedOn ?? happened.On, rules.Payment);
        stops.Add(new Stop(happened.On, DateOnly.MaxValue, ClockId.Payment, true));
    }

    private void Extend(RequestEvent happened)
    {
        if (current is not { } period)
        {
            return;
        }

        if (period.ExtendedBy > 0)
        {
            breaches.Add(new DatedBreach(Breach.SecondExtension, happened.On, null));
        }
        else if (period.LastDay(stops, calendar).Day is { } last && happened.On > last)
        {
            breaches.Add(new DatedBreach(Breach.LateExtension, happened.On, last));
        }
        else
        {
            current = period with { ExtendedBy = Math.Clamp(happened.Days ?? 0, 0, rules.Extension) };
        }
    }

    private void Conclude(RequestEvent happened)
    {
        if (concluded || current is not { } period || happened.Outcome is not { } outcome)
        {
            return;
        }

        foreach (var pending in awaited)
        {
            clocks.Add(ClockOf(pending) with { State = ClockState.Ended, EndedOn = happened.On });
            Resume(pending, happened.On);
        }

        awaited.Clear();
        var (last, elapsed) = period.LastDay(stops, calendar);
        var late = last is { } day && happened.On > day;
        if (late)
        {
            breaches.Add(new DatedBreach(Breach.LateAnswer, happened.On, last));
        }

        if (happened.On == receivedOn)
        {
            clocks.Add(new Clock { Id = ClockId.OnTheSpot, From = period.From, Days = 0, LastDay = period.From, State = ClockState.Met, EndedOn = happened.On });
        }

        clocks.Add(AnswerClock(period) with
        {
            State = late ? ClockState.Late : ClockState.Met,
            EndedOn = happened.On,
            Left = last is { } lastDay ? calendar.Between(happened.On, lastDay) : period.Days - elapsed,
        });
        concluded = true;
        conclusion = (happened.On, outcome);
        firstConclusion ??= conclusion;
    }

    private void Await(ClockId id, DateOnly sentOn, DateOnly from, int days, int party = 0) =>
        awaited.Add(new Pending(id, sentOn, from, days, calendar.Add(from, days), party));

    /// <summary>Ends what was awaited; false when nothing was.</summary>
    private bool Settle(ClockId id, int party, DateOnly on)
    {
        var index = awaited.FindIndex(pending => pending.Id == id && pending.Party == party);
        if (index < 0)
        {
            return false;
        }

        var settled = awaited[index];
        awaited.RemoveAt(index);
        clocks.Add(ClockOf(settled) with
        {
            State = on > settled.LastDay ? ClockState.Late : ClockState.Met,
            EndedOn = on,
            Left = calendar.Between(on, settled.LastDay),
        });
        Resume(settled, on);
        return true;
    }

    private void Resume(Pending settled, DateOnly on)
    {
        var index = stops.FindIndex(stop => stop.IsOpen && stop.Cause == settled.Id && stop.After == settled.SentOn);
        if (index >= 0)
        {
            var until = stops[index].Until;
            stops[index] = stops[index] with { Until = on < until ? on : until, IsOpen = false };
        }
    }

    private Clock OpenClock(Pending pending) => ClockOf(pending) with
    {
        State = asOf > pending.LastDay ? Elapsed(pending.Id) : ClockState.Running,
        Left = calendar.Between(asOf, pending.LastDay),
    };

    /// <summary>A period in which the applicant or another may act, or not, simply ends; one in which the agency has to act is overdue.</summary>
    private static ClockState Elapsed(ClockId id) => id is ClockId.Confirmation ? ClockState.Overdue : ClockState.Ended;

    private Clock ClockOf(Pending pending) => new()
    {
        Id = pending.Id,
        From = pending.From,
        Days = pending.Days,
        LastDay = pending.LastDay,
        State = ClockState.Running,
        Party = pending.Party,
        IsNamedDay = pending.Id == ClockId.Reason,
        IsProvisional = calendar.IsProvisional(pending.LastDay),
    };

    private Clock AnswerClock(AnswerPeriod period)
    {
        var (last, elapsed) = period.LastDay(stops, calendar);
        var stopped = stops.Exists(stop => stop.IsOpen && asOf > stop.After && asOf <= stop.Until && stop.Until > period.From);
        return new Clock
        {
            Id = period.Id,
            From = period.From,
            Days = period.Days,
            ExtendedBy = period.ExtendedBy,
            LastDay = last,
            Stops = [.. period.Merged(stops).Where(stop => last is null || stop.After < last)],
            IsNamedDay = period.NamedDay is not null,
            IsProvisional = last is { } day && calendar.IsProvisional(day),
            State = last is null ? ClockState.Waiting : asOf > last ? ClockState.Overdue : stopped ? ClockState.Paused : ClockState.Running,
            Left = last is not { } end ? period.Days - elapsed
                : asOf > end ? calendar.Between(asOf, end)
                : period.Left(stops, calendar, asOf, end),
        };
    }

    private RequestStage Stage(List<Clock> open)
    {
        bool Awaits(ClockId id) => open.Exists(clock => clock.Id == id && clock.State == ClockState.Running);
        return concluded ? RequestStage.Concluded
            : receivedOn is null ? RequestStage.AwaitingConfirmation
            : Awaits(ClockId.Clarification) ? RequestStage.AwaitingClarification
            : Awaits(ClockId.Payment) ? RequestStage.AwaitingPayment
            : Awaits(ClockId.Reason) ? RequestStage.AwaitingReason
            : Awaits(ClockId.ThirdPartyOpinion) || Awaits(ClockId.AgencyOpinion) ? RequestStage.Consulting
            : RequestStage.Handling;
    }

    private static Turn TurnOf(RequestStage stage, List<Clock> open) => stage switch
    {
        RequestStage.AwaitingConfirmation or RequestStage.Handling => Turn.Agency,
        RequestStage.AwaitingClarification or RequestStage.AwaitingPayment or RequestStage.AwaitingReason => Turn.Applicant,
        RequestStage.Consulting => open.Exists(clock => clock.Id == ClockId.ThirdPartyOpinion && clock.State == ClockState.Running) ? Turn.ThirdParty : Turn.OtherAgency,
        RequestStage.Concluded => Turn.Nobody,
    };

    /// <summary>Something awaited, with the day on which the paper was sent and that from which its period runs.</summary>
    private sealed record Pending(ClockId Id, DateOnly SentOn, DateOnly From, int Days, DateOnly LastDay, int Party);
}
