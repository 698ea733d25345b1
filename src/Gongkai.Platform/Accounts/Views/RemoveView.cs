using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts.Views;

/// <summary>Takes one of the own views away.</summary>
public sealed class RemoveView(GongkaiDb db)
{
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        await db.Set<SavedView>().Where(view => view.Id == command.Id && view.AccountId == actor.AccountId).ExecuteDeleteAsync(cancellation) > 0;

    public sealed record Command(Guid Id);
}
