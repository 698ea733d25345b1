using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Intake;

/// <summary>The citizen sends a request over the portal (条例第二十九条). No purpose is asked for.</summary>
public sealed class SubmitRequest(GongkaiDb db, RequestIntake intake, Attachments attachments, TimeProvider time)
{
    public const string ApplicantName = "申请人";

    /// <summary>Who acts on the portal: nobody with an account.</summary>
    public static Actor Applicant(string? address) => new(Guid.Empty, ApplicantName, 0, [], address);

    public async Task<Result> RunAsync(Command command, CancellationToken cancellation)
    {
        var today = time.Today();
        var faults = command.Form.Faults(isLetter: false).ToList();
        var kinds = await db.Agencies.Where(agency => agency.Id == command.Form.AgencyId && agency.ValidFrom <= today && (agency.ValidTo == null || agency.ValidTo >= today))
            .Select(agency => agency.Kind).ToListAsync(cancellation);
        if (!kinds.Exists(kind => KindDefaults.Of(kind).TakesRequests))
        {
            faults.Add(RequestFault.AgencyUnknown);
        }

        var files = await attachments.TakeAsync(command.Files, cancellation);
        if (files is null)
        {
            faults.Add(RequestFault.FileRefused);
        }

        if (command.Form.Kind == RequestKind.Correction && command.Files.Count == 0)
        {
            faults.Add(RequestFault.ProofMissing);
        }

        if (faults.Count > 0)
        {
            return new Result(null, faults);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var registered = await intake.MakeAsync(command.Form, IntakeChannel.Online, today, null, Applicant(command.Address), null, cancellation);
        if (registered.IsNew && files!.Count > 0)
        {
            await attachments.KeepAsync(registered.RequestId, files, FilePurpose.Application, ApplicantName, cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return new Result(registered, []);
    }

    /// <param name="Form">What was filled in.</param>
    /// <param name="Address">The address from which it was sent, for the audit trail.</param>
    public sealed record Command(RequestForm Form, string? Address)
    {
        /// <summary>What comes with it.</summary>
        public IReadOnlyList<SentFile> Files { get; init; } = [];
    }

    public sealed record Result(Registered? Registered, IReadOnlyList<RequestFault> Faults);
}
