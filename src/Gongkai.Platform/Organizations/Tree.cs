using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Organizations;

/// <summary>Changes to the shape of the tree, one at a time across all nodes.</summary>
internal static class Tree
{
    private const long Lock = 0x676F6E67_74726565;

    /// <summary>Waits until no one else changes the tree; held until the transaction ends.</summary>
    public static Task LockAsync(GongkaiDb db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);

    public static string PathOf(Agency? parent, int id) => FormattableString.Invariant($"{parent?.Path ?? "/"}{id}/");

    /// <summary>Puts a new agency under its parent.</summary>
    public static async Task PlantAsync(GongkaiDb db, Agency agency, Agency? parent, CancellationToken cancellation)
    {
        agency.ParentId = parent?.Id;
        db.Agencies.Add(agency);
        await db.SaveChangesAsync(cancellation);
        agency.Path = PathOf(parent, agency.Id);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Hangs a subtree elsewhere, all its paths in one statement, and keeps since when.</summary>
    public static async Task MoveAsync(GongkaiDb db, Agency agency, Agency parent, DateOnly on, CancellationToken cancellation)
    {
        var from = agency.Path;
        var to = PathOf(parent, agency.Id);
        db.Set<AgencyMove>().Add(new AgencyMove { AgencyId = agency.Id, FromParentId = agency.ParentId, ToParentId = parent.Id, On = on });
        await db.SaveChangesAsync(cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE agencies SET path = {to} || substr(path, length({from}) + 1), parent_id = CASE WHEN id = {agency.Id} THEN {parent.Id} ELSE parent_id END
            WHERE starts_with(path, {from})
            """,
            cancellation);
        await db.Entry(agency).ReloadAsync(cancellation);
    }

    /// <summary>Works out every path from the parents, and writes those that are not right: one statement for any number of changes.</summary>
    public static Task RewritePathsAsync(GongkaiDb db, CancellationToken cancellation) => db.Database.ExecuteSqlAsync(
        $"""
        WITH RECURSIVE places AS (
            SELECT id, '/' || id || '/' AS path FROM agencies WHERE parent_id IS NULL
            UNION ALL
            SELECT child.id, places.path || child.id || '/' FROM agencies child JOIN places ON child.parent_id = places.id)
        UPDATE agencies SET path = places.path FROM places WHERE agencies.id = places.id AND agencies.path <> places.path
        """,
        cancellation);
}
