using System.Net.Mail;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Letters;

/// <summary>Somebody writes to an agency over the portal. Number and code follow the letter; the same form makes one letter and gives the same receipt.</summary>
public sealed class SendLetter(GongkaiDb db, LetterClock clock, LetterTidings tidings, ApplicantSeal seal, AuditTrail audit, TimeProvider time)
{
    public const int Longest = 4000;

    private const int LongestSubject = 100;
    private const int LongestLine = 100;

    public async Task<Result> RunAsync(Command command, CancellationToken cancellation)
    {
        if (await RefuseAsync(command, cancellation) is { } wrong)
        {
            return new(null, false, wrong);
        }

        var today = time.Today();
        var code = await seal.CodeOfAsync(command.Key, cancellation);
        var hash = QueryCode.HashOf(code);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({command.Key.ToString()}, 4))", cancellation);
        if (await db.Letters.Where(found => found.FormKey == command.Key).Select(found => (long?)found.Id).SingleOrDefaultAsync(cancellation) is { } before)
        {
            return new(new LetterKey(before, hash), false, null);
        }

        var name = command.Name.Trim();
        var letter = new Letter
        {
            AgencyId = command.AgencyId, FirstAgencyId = command.AgencyId, Kind = command.Kind, Subject = command.Subject.Trim(), Content = command.Content.Trim(), WantsPublic = command.WantsPublic,
            Number = FormattableString.Invariant($"信{today.Year}-{await db.NextNumberAsync(command.AgencyId, RunningNumbers.Letters, today.Year, cancellation):0000}"),
            SenderLabel = name.Length == 0 ? "匿名" : Applicant.LabelOf(name, isPerson: true), Sealed = name.Length + command.Telephone.Trim().Length + command.Email.Trim().Length == 0
                ? null : seal.Seal(new Applicant { Name = name, IdentityKind = "", IdentityNumber = "", Telephone = command.Telephone.Trim(), Email = command.Email.Trim() }),
            DocumentId = command.DocumentId, QueryHash = hash, FormKey = command.Key, SentAt = time.GetUtcNow(), CountedFrom = today, DueOn = await clock.DueAsync(command.AgencyId, command.Kind, today, cancellation),
        };
        db.Letters.Add(letter);
        await db.SaveChangesAsync(cancellation);
        var sender = SubmitRequest.Applicant(command.Address) with { Name = "来信人" };
        db.LetterSteps.Add(new LetterStep { LetterId = letter.Id, Step = LetterStepKind.Received, AgencyId = letter.AgencyId, At = letter.SentAt, ByName = sender.Name });
        await audit.RecordAsync(sender, letter.AgencyId, "letter.received", FormattableString.Invariant($"letters/{letter.Id}"), null, new { letter.Number, letter.Kind }, cancellation);
        await tidings.TellAsync(letter, $"收到{ParticipationWords.Of(letter.Kind)}{letter.Number}，请在 {letter.DueOn:yyyy-MM-dd} 前答复。", "received", cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(new LetterKey(letter.Id, hash), true, null);
    }

    private async Task<ParticipationRefusal?> RefuseAsync(Command command, CancellationToken cancellation)
    {
        var today = time.Today();
        return command.Key == Guid.Empty ? ParticipationRefusal.NotFound
            : string.IsNullOrWhiteSpace(command.Subject) ? ParticipationRefusal.TitleMissing
            : string.IsNullOrWhiteSpace(command.Content) ? ParticipationRefusal.TextMissing
            : command.Subject.Length > LongestSubject || command.Content.Length > Longest || command.Name.Length > LongestLine || command.Telephone.Length > LongestLine || command.Email.Length > LongestLine ? ParticipationRefusal.TextTooLong
            : command.Email.Trim().Length > 0 && !MailAddress.TryCreate(command.Email.Trim(), out _) ? ParticipationRefusal.ContactWrong
            : !await db.Agencies.AnyAsync(agency => agency.Id == command.AgencyId && agency.ValidFrom <= today && (agency.ValidTo == null || agency.ValidTo >= today), cancellation)
                || !KindDefaults.Of(await db.Agencies.Where(agency => agency.Id == command.AgencyId).Select(agency => agency.Kind).SingleAsync(cancellation)).TakesRequests ? ParticipationRefusal.NoSuchAgency
            : command.DocumentId is { } document && !await db.PublicPublications(today).AnyAsync(publication => publication.DocumentId == document, cancellation) ? ParticipationRefusal.NoSuchDocument
            : null;
    }

    /// <param name="Key">Of this filling-in alone.</param>
    /// <param name="AgencyId">To whom it is written.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Subject">In a few words.</param>
    /// <param name="Content">What it says.</param>
    /// <param name="WantsPublic">Whether the sender agrees that all may read question and answer.</param>
    /// <param name="Address">The address from which it was sent, for the audit trail.</param>
    public sealed record Command(Guid Key, int AgencyId, LetterKind Kind, string Subject, string Content, bool WantsPublic, string? Address)
    {
        public string Name { get; init; } = "";

        public string Telephone { get; init; } = "";

        public string Email { get; init; } = "";

        /// <summary>The public document that it is about.</summary>
        public long? DocumentId { get; init; }
    }

    /// <param name="Key">Opens the letter to its sender.</param>
    /// <param name="IsNew">Whether this sending made it.</param>
    /// <param name="Refusal">Why not.</param>
    public sealed record Result(LetterKey? Key, bool IsNew, ParticipationRefusal? Refusal);
}
