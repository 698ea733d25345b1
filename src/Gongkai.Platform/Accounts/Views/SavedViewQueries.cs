using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts.Views;

/// <summary>The views that a person keeps of a list.</summary>
public sealed class SavedViewQueries(GongkaiDb db)
{
    public async Task<IReadOnlyList<SavedViewLine>> ListAsync(string list, Actor actor, CancellationToken cancellation) =>
        await db.Set<SavedView>().AsNoTracking().Where(view => view.AccountId == actor.AccountId && view.List == list).OrderBy(view => view.Id)
            .Select(view => new SavedViewLine(view.Id, view.Name, view.Query)).ToListAsync(cancellation);
}

/// <summary>A view in the menu of its list.</summary>
public sealed record SavedViewLine(Guid Id, string Name, string Query);
