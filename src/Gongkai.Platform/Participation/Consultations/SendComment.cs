using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Consultations;

/// <summary>Somebody says what he thinks of a draft. No account is needed; who it is, he may say or not.</summary>
public sealed class SendComment(GongkaiDb db, ApplicantSeal seal, TimeProvider time)
{
    public const int Longest = 4000;

    private const int LongestLine = 100;

    /// <summary>The most that one consultation takes: beyond, opinions go by the other ways that it names.</summary>
    private const int Most = 50_000;

    public async Task<Result> RunAsync(Command command, CancellationToken cancellation)
    {
        if (Refuse(command) is { } wrong)
        {
            return new(null, wrong);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var today = time.Today();
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({FormattableString.Invariant($"consultation {command.ConsultationId}")}, 3))", cancellation);
        if (await db.ConsultationComments.AsNoTracking().SingleOrDefaultAsync(comment => comment.FormKey == command.Key, cancellation) is { } before)
        {
            return new(new Receipt(before.Number, before.SentAt, false), null);
        }

        if (!await db.PublicConsultations(today).AnyAsync(consultation => consultation.Id == command.ConsultationId && consultation.LastDay >= today, cancellation))
        {
            return new(null, ParticipationRefusal.NotOpen);
        }

        var last = await db.ConsultationComments.Where(comment => comment.ConsultationId == command.ConsultationId).MaxAsync(comment => (int?)comment.Number, cancellation) ?? 0;
        if (last >= Most)
        {
            return new(null, ParticipationRefusal.TooMany);
        }

        var comment = new ConsultationComment
        {
            ConsultationId = command.ConsultationId, Number = last + 1, About = command.About.Trim(), Content = command.Content.Trim(), FormKey = command.Key, SentAt = time.GetUtcNow(),
            SenderLabel = command.Name.Trim() is { Length: > 0 } name ? Applicant.LabelOf(name, isPerson: true) : "匿名",
            Sealed = command.Name.Trim().Length + command.Contact.Trim().Length == 0 ? null
                : seal.Seal(new Applicant { Name = command.Name.Trim(), IdentityKind = "", IdentityNumber = "", Telephone = command.Contact.Trim() }),
        };
        db.ConsultationComments.Add(comment);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        Measures.Changed("consultation.commented");
        return new(new Receipt(comment.Number, comment.SentAt, true), null);
    }

    private static ParticipationRefusal? Refuse(Command command) =>
        command.Key == Guid.Empty ? ParticipationRefusal.NotFound
        : string.IsNullOrWhiteSpace(command.Content) ? ParticipationRefusal.TextMissing
        : command.Content.Length > Longest || command.About.Length > LongestLine || command.Name.Length > LongestLine || command.Contact.Length > LongestLine ? ParticipationRefusal.TextTooLong
        : null;

    /// <param name="ConsultationId">The consultation.</param>
    /// <param name="Key">Of this filling-in alone: sent twice, it makes one comment.</param>
    /// <param name="About">The article that it is about; empty for the whole.</param>
    /// <param name="Content">The opinion.</param>
    /// <param name="Name">Who sends it; may be empty.</param>
    /// <param name="Contact">Where he can be reached; may be empty.</param>
    public sealed record Command(long ConsultationId, Guid Key, string About, string Content, string Name, string Contact);

    public sealed record Result(Receipt? Receipt, ParticipationRefusal? Refusal);

    /// <summary>What whoever sent it takes home.</summary>
    public sealed record Receipt(int Number, DateTimeOffset SentAt, bool IsNew);
}
