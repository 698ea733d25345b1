using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts.Views;

/// <summary>
/// Keeps a list as a person has set it up; under a name that is taken it replaces what stood there.
/// It changes nothing for anyone else and no record of the office, so it is no entry of the audit trail.
/// </summary>
public sealed class SaveView(GongkaiDb db, TimeProvider time)
{
    public const int LongestName = 30;
    public const int MostOfAList = 20;

    private const int LongestQuery = 2000;

    public async Task<Refusal?> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (command.Name.Trim() is not { Length: > 0 and <= LongestName } name || name.Any(char.IsControl))
        {
            return Refusal.NameWrong;
        }

        if (command.Query.Length > LongestQuery || command.Query is not ("" or ['?', ..]) || command.Query.Any(char.IsControl) || command.List.Any(char.IsControl))
        {
            return Refusal.NotAList;
        }

        var own = db.Set<SavedView>().Where(view => view.AccountId == actor.AccountId && view.List == command.List);
        if (await own.CountAsync(view => view.Name != name, cancellation) >= MostOfAList)
        {
            return Refusal.TooMany;
        }

        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO saved_views (id, account_id, list, name, query, created_at)
            VALUES ({Guid.CreateVersion7(now)}, {actor.AccountId}, {command.List}, {name}, {command.Query}, {now})
            ON CONFLICT (account_id, list, name) DO UPDATE SET query = excluded.query
            """,
            cancellation);
        return null;
    }

    /// <param name="List">Which list.</param>
    /// <param name="Name">What the person calls the view.</param>
    /// <param name="Query">What stands after the path in the address, empty or with its question mark.</param>
    public sealed record Command(string List, string Name, string Query);

    public enum Refusal
    {
        /// <summary>Missing or too long.</summary>
        NameWrong,

        TooMany,

        /// <summary>The address is none that a list makes.</summary>
        NotAList,
    }
}
