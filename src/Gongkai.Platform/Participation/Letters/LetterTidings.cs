using Gongkai.Platform.Accounts;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Letters;

/// <summary>Tells those who answer the letters of an agency.</summary>
public sealed class LetterTidings(GongkaiDb db, Outbox outbox, TimeProvider time)
{
    internal async Task ToAgencyAsync(Letter letter, string text, string mark, CancellationToken cancellation)
    {
        var today = time.Today();
        var people = await (
            from post in db.PostsHeld(today)
            where post.AgencyId == letter.AgencyId && (post.Role == Role.Clerk || post.Role == Role.AuthorityOfficer)
            select post.AccountId).Distinct().ToListAsync(cancellation);
        foreach (var person in people)
        {
            await outbox.TellAsync(new Message(person, $"{letter.Number} {ParticipationWords.Of(letter.Kind)}", text, FormattableString.Invariant($"/work/letters/{letter.Id}"), FormattableString.Invariant($"letter/{letter.Id}/{letter.AgencyId}/{mark}")), cancellation);
        }
    }
}
