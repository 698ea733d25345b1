using Gongkai.Law.Calendar;
using Gongkai.Law.Disputes;
using Gongkai.Platform.Disputes;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Demonstration;

/// <summary>Three disputes of last year: one decided, one given up, and a suit that is still before the court.</summary>
internal static class DemonstrationDisputes
{
    /// <summary>Adds them to what is to be saved, with the numbers that they take.</summary>
    public static async Task AddAsync(GongkaiDb db, IReadOnlyList<Agency> agencies, WorkingCalendar calendar, DateOnly today, CancellationToken cancellation)
    {
        var year = today.Year - 1;
        foreach (var given in Of(year))
        {
            var agency = agencies.Single(candidate => candidate.ShortName == given.Agency);
            var dispute = new Dispute
            {
                AgencyId = agency.Id,
                Number = await DisputeDesk.NumberAsync(db, agency.Id, year, cancellation),
                Kind = given.Kind,
                Body = given.Body,
                CaseNumber = given.CaseNumber,
                ComplainantLabel = Applicant.LabelOf(given.Complainant, isPerson: true),
                Subject = given.Subject,
                CreatedAt = DemonstrationSteps.At(given.Steps[0].On, 10),
                CreatedByName = given.Clerk,
            };
            db.Disputes.Add(dispute);
            await db.SaveChangesAsync(cancellation);
            var steps = given.Steps.Where(step => step.On <= today).ToList();
            db.DisputeEvents.AddRange(steps.Select(step => new RecordedDisputeEvent
            {
                DisputeId = dispute.Id, Step = step.Step, HappenedOn = step.On, Result = step.Result, RecordedAt = DemonstrationSteps.At(step.On, 10), RecordedByName = given.Clerk,
            }));
            DisputeDesk.Mirror(dispute, steps, calendar, today);
            await db.SaveChangesAsync(cancellation);
        }
    }

    private static IEnumerable<Given> Of(int year)
    {
        DateOnly Day(int month, int day) => new(year, month, day);
        yield return new Given(
            "云溪镇", "陈小禾", DisputeKind.Reconsideration, "青禾县人民政府", $"青复〔{year}〕7号", "袁长河", "不服答复“本机关没有所申请的信息”",
            [new(DisputeStep.CopyReceived, Day(3, 6)), new(DisputeStep.Answered, Day(3, 18)), new(DisputeStep.Decided, Day(4, 28), DisputeResult.Upheld)]);
        yield return new Given(
            "教育局", "徐蕾", DisputeKind.Reconsideration, "青禾县人民政府", $"青复〔{year}〕15号", "孟晓岚", "认为没有在法定期限内答复",
            [new(DisputeStep.CopyReceived, Day(9, 8)), new(DisputeStep.Answered, Day(9, 17)), new(DisputeStep.Decided, Day(10, 15), DisputeResult.Withdrawn)]);
        yield return new Given(
            "云溪镇", "陈小禾", DisputeKind.LitigationAfterReconsideration, "青禾县人民法院", $"（{year}）青行初12号", "袁长河", "不服复议决定，请求撤销原答复",
            [new(DisputeStep.ComplaintReceived, Day(11, 20)), new(DisputeStep.DefenceGiven, Day(12, 2))]);
    }

    private sealed record Given(
        string Agency, string Clerk, DisputeKind Kind, string Body, string CaseNumber, string Complainant, string Subject, IReadOnlyList<DisputeEvent> Steps);
}
