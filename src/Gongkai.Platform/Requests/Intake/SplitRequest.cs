using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Intake;

/// <summary>拆分: one letter that asks for several things becomes several cases, one thing each (一事一申请), with the same day of receipt.</summary>
public sealed class SplitRequest(GongkaiDb db, RequestDesk desk, RequestIntake intake, ApplicantSeal seal, TimeProvider time)
{
    private const int Most = 100;

    public Task<RequestResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(command.RequestId, RequestAction.Split, actor, async hand =>
        {
            var parts = command.Parts.Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
            if (parts.Count is < 2 or > Most)
            {
                return RequestTaken.Refused(RequestRefusal.TextMissing);
            }

            var request = hand.Request;
            var content = await db.RequestApplicants.AsNoTracking().Where(applicant => applicant.RequestId == request.Id).Select(applicant => applicant.Sealed).SingleAsync(cancellation);
            var applicant = seal.Open(content);
            request.Wanted = parts[0];
            await db.RequestItems.Where(item => item.RequestId == request.Id && item.Number == 1).ExecuteUpdateAsync(set => set.SetProperty(item => item.Wanted, parts[0]), cancellation);
            foreach (var part in parts.Skip(1))
            {
                await intake.MakeAsync(
                    new RequestForm
                    {
                        Key = Guid.CreateVersion7(time.GetUtcNow()), AgencyId = request.AgencyId, Kind = request.Kind, ApplicantKind = request.ApplicantKind, Applicant = applicant,
                        Wanted = part, Carrier = request.Carrier, Supply = request.Supply,
                    },
                    request.Channel, request.ArrivedOn, request.ReceivedOn, actor, request.Id, cancellation);
            }

            return RequestTaken.Done(RequestStepKind.Split, $"拆分为{parts.Count}件");
        }, cancellation);

    public sealed record Command(long RequestId, IReadOnlyList<string> Parts);
}
