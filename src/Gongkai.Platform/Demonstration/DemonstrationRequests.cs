using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Demonstration;

/// <summary>Requests of three years at several agencies, in every stage that there is, and the disputes of last year.</summary>
public sealed class DemonstrationRequests(GongkaiDb db, Calendars.Calendars calendars, ApplicantSeal seal, TimeProvider time)
{
    private static readonly string[] EarlierAgencies = ["云溪镇", "教育局", "鹤坪乡", "自然资源局"];

    private static readonly DemonstrationWay[] EarlierWays =
        [DemonstrationWay.Granted, DemonstrationWay.Partly, DemonstrationWay.Granted, DemonstrationWay.NotHeld, DemonstrationWay.Granted, DemonstrationWay.Withheld, DemonstrationWay.Withdrawn];

    private static readonly IntakeChannel[] Channels = [IntakeChannel.Online, IntakeChannel.Counter, IntakeChannel.SignedPost];

    private readonly Dictionary<(int Agency, int Year), int> numbers = [];

    public async Task AddAsync(IReadOnlyList<Agency> agencies, CancellationToken cancellation)
    {
        var calendar = await calendars.NationalAsync(cancellation);
        var today = time.Today();
        var accounts = await db.Users.AsNoTracking().ToDictionaryAsync(account => account.DisplayName, account => account.Id, cancellation);
        var cases = DemonstrationCases.Current.Select(given => (Given: given, On: Back(calendar, today, given.DaysAgo))).Concat(Earlier(calendar, today))
            .OrderBy(pair => DemonstrationWayScript.ArrivedOn(pair.Given, pair.On));
        foreach (var (given, on) in cases)
        {
            var agency = agencies.Single(candidate => candidate.ShortName == given.Agency);
            var script = new DemonstrationWayScript(calendar, on, today, StaffOf(given.Agency));
            script.Play(given);
            await AddAsync(given, DemonstrationWayScript.ArrivedOn(given, on), agency, script, calendar, accounts, cancellation);
        }

        foreach (var (key, last) in numbers)
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO request_numbers (agency_id, series, year, last) VALUES ({key.Agency}, {RunningNumbers.Requests}, {key.Year}, {last})", cancellation);
        }

        await DemonstrationDisputes.AddAsync(db, agencies, calendar, today, cancellation);
    }

    private static IEnumerable<(DemonstrationCase Given, DateOnly On)> Earlier(WorkingCalendar calendar, DateOnly today)
    {
        for (var index = 0; index < DemonstrationCases.Earlier.Count; index++)
        {
            foreach (var year in new[] { today.Year - 2, today.Year - 1 })
            {
                var on = calendar.SameOrNext(new DateOnly(year, 1 + (index * 3 % 9), 4 + (index * 5 % 20)));
                var agency = EarlierAgencies[(index + year) % EarlierAgencies.Length];
                yield return (
                    new DemonstrationCase(agency, 60, Channels[index % Channels.Length], (index + year) % DemonstrationCases.Applicants.Count, $"{year}年{DemonstrationCases.Earlier[index]}",
                        EarlierWays[(index + year) % EarlierWays.Length]),
                    on);
            }
        }
    }

    private async Task AddAsync(
        DemonstrationCase given, DateOnly arrivedOn, Agency agency, DemonstrationWayScript script, WorkingCalendar calendar, Dictionary<string, Guid> accounts, CancellationToken cancellation)
    {
        var (kind, applicant) = DemonstrationCases.Applicants[given.Applicant];
        var key = Guid.CreateVersion7(time.GetUtcNow());
        var clerk = accounts.TryGetValue(StaffOf(given.Agency).Clerk, out var account) ? account : (Guid?)null;
        var number = numbers[(agency.Id, arrivedOn.Year)] = numbers.GetValueOrDefault((agency.Id, arrivedOn.Year)) + 1;
        var request = new Request
        {
            AgencyId = agency.Id,
            Number = FormattableString.Invariant($"{arrivedOn.Year}-{number:0000}"),
            Channel = given.Channel,
            ArrivedOn = arrivedOn,
            ApplicantKind = kind,
            ApplicantLabel = Applicant.LabelOf(applicant.Name, kind == ApplicantKind.Natural),
            ApplicantKey = await seal.KeyOfAsync(applicant.IdentityNumber.Length > 0 ? applicant.IdentityNumber : applicant.Name, cancellation),
            Wanted = given.Wanted,
            Carrier = given.Channel == IntakeChannel.Online ? Carrier.Electronic : Carrier.Paper,
            Supply = given.Channel == IntakeChannel.Online ? Supply.Online : Supply.Post,
            Unit = script.IsAssigned ? "党政办" : null,
            HandlerId = script.IsAssigned ? clerk : null,
            DeskStep = script.DeskStep,
            FormKey = key,
            QueryHash = QueryCode.HashOf(await seal.CodeOfAsync(key, cancellation)),
            CreatedAt = DemonstrationSteps.At(arrivedOn, 9),
            CreatedBy = given.Channel == IntakeChannel.Online ? null : clerk,
        };
        db.Requests.Add(request);
        await db.SaveChangesAsync(cancellation);
        db.RequestApplicants.Add(new SealedApplicant { RequestId = request.Id, Sealed = seal.Seal(applicant) });
        AddRecords(request, script);
        var events = AddSteps(request, script, accounts);
        RequestDesk.Mirror(new RequestInHand(
            request, events, agency.Name, calendar, ClockRules.Default, time.Today(), new RequestSituation(agency.Path, request.Stage, request.DeskStep, null, [], false, 0)));
        await db.SaveChangesAsync(cancellation);
        db.Entry(request).State = EntityState.Detached;
    }

    private void AddRecords(Request request, DemonstrationWayScript script)
    {
        db.RequestItems.AddRange(script.Items.Count == 0
            ? [new RequestItem { RequestId = request.Id, Number = 1, Wanted = request.Wanted }]
            : script.Items.Select(item => new RequestItem { RequestId = request.Id, Number = item.Number, Wanted = item.Wanted, Outcome = item.Outcome, Reason = item.Reason, Supplied = item.Supplied }));
        db.ConsultedParties.AddRange(script.Parties.Select(party => new ConsultedParty { RequestId = request.Id, Number = party.Number, IsAgency = party.IsAgency, Name = party.Name }));
        db.SearchRecords.AddRange(script.Searches.Select(search => new SearchRecord
        {
            RequestId = request.Id, SearchedOn = search.SearchedOn, Systems = search.Systems, Words = search.Words, Found = search.Found,
            RecordedAt = DemonstrationSteps.At(search.SearchedOn, 16), RecordedByName = search.RecordedByName,
        }));
        if (script.Fee is { } fee)
        {
            db.RequestFees.Add(new RequestFee { RequestId = request.Id, Scale = fee.Scale, Ordinal = fee.Ordinal, Pages = fee.Pages, Amount = fee.Amount });
        }
    }

    private List<RecordedEvent> AddSteps(Request request, DemonstrationWayScript script, Dictionary<string, Guid> accounts)
    {
        var events = new List<RecordedEvent>();
        for (var index = 0; index < script.Steps.Count; index++)
        {
            var step = script.Steps[index];
            var at = DemonstrationSteps.At(step.On, 9).AddMinutes(7 * index);
            Guid? account = accounts.TryGetValue(step.Actor, out var id) ? id : null;
            db.RequestSteps.Add(new RequestStep { RequestId = request.Id, Step = step.Step, At = at, AccountId = account, ActorName = step.Actor, Role = step.Role, Note = step.Note });
            if (step.Happened is { } happened)
            {
                events.Add(RequestDesk.Recorded(request.Id, happened, step.Note, at, account, step.Actor));
            }
        }

        db.RequestEvents.AddRange(events);
        return events;
    }

    private static DemonstrationStaff StaffOf(string agency) => agency switch
    {
        "云溪镇" => new DemonstrationStaff("陈小禾", "何建", "赵青", "孙雅"),
        "教育局" => new DemonstrationStaff("徐蕾", "高远", null, null),
        "鹤坪乡" => new DemonstrationStaff("潘文", "负责人", null, null),
        "县政府" => new DemonstrationStaff("林晓梅", "方启明", null, null),
        _ => new DemonstrationStaff("信息员", "负责人", null, null),
    };

    private static DateOnly Back(WorkingCalendar calendar, DateOnly today, int workingDays)
    {
        var day = today;
        while (calendar.Between(day, today) < workingDays || !calendar.IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}
