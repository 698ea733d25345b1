using Gongkai.Platform.Accounts;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Participation.Letters;

/// <summary>Tells whoever is in charge of a letter or, where nobody is, all who answer the letters of its agency.</summary>
public sealed class LetterTidings(GongkaiDb db, Outbox outbox, TimeProvider time)
{
    internal async Task TellAsync(Letter letter, string text, string mark, CancellationToken cancellation)
    {
        foreach (var person in await db.ToTellAsync(letter.AgencyId, letter.HandlerId, time.Today(), cancellation))
        {
            await outbox.TellAsync(new Message(person, $"{letter.Number} {ParticipationWords.Of(letter.Kind)}", text, FormattableString.Invariant($"/work/letters/{letter.Id}"), FormattableString.Invariant($"letter/{letter.Id}/{letter.AgencyId}/{mark}")), cancellation);
        }
    }
}
