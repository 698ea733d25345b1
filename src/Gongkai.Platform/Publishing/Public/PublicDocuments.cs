using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Public;

/// <summary>The one policy for what of the documents is public: publications whose time of showing has not run out. Page, list, search, feed, map of the site, download and API all read through it.</summary>
internal static class PublicDocuments
{
    /// <param name="db">The database.</param>
    /// <param name="today">The day in Beijing.</param>
    public static IQueryable<Publication> PublicPublications(this GongkaiDb db, DateOnly today) =>
        db.Publications.AsNoTracking().Where(publication => publication.ShownUntil == null || publication.ShownUntil >= today);
}
