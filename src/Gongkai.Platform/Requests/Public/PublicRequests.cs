using Gongkai.Law.Requests;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Public;

/// <summary>
/// The one policy for what of the requests is public: that one was concluded, when, and how. Who asked is in no row; requests about a person's own record
/// are left out altogether. Page, download, open data and API all read through it.
/// </summary>
internal static class PublicRequests
{
    /// <summary>Requests that stand in the public ledger.</summary>
    public static IQueryable<Request> PublicLedger(this GongkaiDb db) => db.Requests.AsNoTracking()
        .Where(request => request.Kind == RequestKind.Disclosure && request.Stage == RequestStage.Concluded && request.Outcome != null && request.ConcludedOn != null && request.ReceivedOn != null);

    /// <summary>Requests that the figures count, of which no single one is shown.</summary>
    public static IQueryable<Request> PublicCount(this GongkaiDb db) => db.Requests.AsNoTracking().Where(request => request.Kind == RequestKind.Disclosure && request.ReceivedOn != null);
}
