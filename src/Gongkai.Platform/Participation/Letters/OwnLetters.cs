using System.Security.Cryptography;
using System.Text;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Letters;

/// <summary>What opens a letter to its sender: which letter, and the hash of its code. Compared anew at every step.</summary>
public sealed record LetterKey(long LetterId, byte[] CodeHash);

/// <summary>A letter as its sender sees it, opened with number and code.</summary>
public sealed class OwnLetters(GongkaiDb db, ApplicantSeal seal)
{
    private const int LongestNumber = 20;
    private const int LongestCode = 60;

    /// <summary>The key of the letter; null where number and code open none.</summary>
    public async Task<LetterKey?> OpenAsync(string number, string code, CancellationToken cancellation)
    {
        if (number.Length > LongestNumber || code.Length > LongestCode)
        {
            return null;
        }

        var (hash, normal) = (QueryCode.HashOf(code), Normal(number));
        LetterKey? found = null;
        foreach (var letter in await db.Letters.AsNoTracking().Where(letter => letter.Number == normal).Select(letter => new { letter.Id, letter.QueryHash }).ToListAsync(cancellation))
        {
            if (CryptographicOperations.FixedTimeEquals(letter.QueryHash, hash))
            {
                found = new LetterKey(letter.Id, hash);
            }
        }

        return found;
    }

    /// <summary>The letter; null where the key does not open it.</summary>
    public async Task<OwnLetter?> FindAsync(LetterKey key, CancellationToken cancellation)
    {
        var letter = await db.Letters.AsNoTracking().SingleOrDefaultAsync(found => found.Id == key.LetterId, cancellation);
        if (letter is null || !CryptographicOperations.FixedTimeEquals(letter.QueryHash, key.CodeHash))
        {
            return null;
        }

        var steps = await (
            from step in db.LetterSteps.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on step.AgencyId equals agency.Id
            where step.LetterId == letter.Id && step.Step != LetterStepKind.Assigned
            orderby step.Id
            select new OwnLetterStep(step.Step, agency.Name, step.At, step.Step == LetterStepKind.Received ? null : step.Note)).ToListAsync(cancellation);
        return new OwnLetter
        {
            Number = letter.Number, Code = await seal.CodeOfAsync(letter.FormKey, cancellation), Kind = letter.Kind, Subject = letter.Subject, Content = letter.Content, WantsPublic = letter.WantsPublic, SentAt = letter.SentAt,
            AgencyName = steps.Count == 0 ? "" : steps[^1].AgencyName, DueOn = letter.DueOn, BeganAnew = letter.Transfers == 0 ? null : Letter.BeganAnew(letter.SentAt, letter.CountedFrom), Answer = letter.Answer, AnsweredOn = letter.AnsweredOn, Steps = steps,
            IsPublic = await db.PublicLetters().AnyAsync(publication => publication.LetterId == letter.Id, cancellation), Id = letter.Id,
        };
    }

    /// <summary>The number as it is kept, whatever letters and spaces it was typed with.</summary>
    private static string Normal(string number)
    {
        var typed = string.Concat(number.Normalize(NormalizationForm.FormKC).Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '—' or '–')).Replace('—', '-').Replace('–', '-');
        return typed.Split('-') is [var year, { Length: > 0 and <= 4 } running] ? $"信{year}-{running.PadLeft(4, '0')}" : $"信{typed}";
    }
}

/// <summary>A letter as its sender sees it.</summary>
public sealed record OwnLetter
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required string Code { get; init; }

    public required LetterKind Kind { get; init; }

    public required string Subject { get; init; }

    public required string Content { get; init; }

    public required bool WantsPublic { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public required string AgencyName { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>Whether the period began anew when the letter was handed on; null where it was not.</summary>
    public required bool? BeganAnew { get; init; }

    public required string? Answer { get; init; }

    public required DateOnly? AnsweredOn { get; init; }

    public required IReadOnlyList<OwnLetterStep> Steps { get; init; }

    /// <summary>Whether all may read question and answer.</summary>
    public required bool IsPublic { get; init; }
}

public sealed record OwnLetterStep(LetterStepKind Step, string AgencyName, DateTimeOffset At, string? Note);
