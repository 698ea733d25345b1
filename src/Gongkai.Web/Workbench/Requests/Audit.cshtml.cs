using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Requests;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>What the audit trail says of a request, and whether the agency's chain is unbroken: for everyone who may see the request.</summary>
[Requires(Act.ViewRequests)]
public sealed class AuditModel(RequestQueries requests, AuditQueries audit) : RequestPage(requests)
{
    public IReadOnlyList<AuditRow> Entries { get; private set; } = [];

    /// <summary>What came of going through the chain; null where it was not asked for.</summary>
    public AuditVerification.Result? Verified { get; private set; }

    public async Task OnGetAsync(bool verify, [FromServices] AuditVerification verification, CancellationToken cancellation)
    {
        Entries = await audit.OfSubjectAsync(Row.AgencyId, $"request/{Row.Id}", cancellation);
        Verified = verify ? await verification.RunAsync(Row.AgencyId, cancellation) : null;
    }

    public bool IsWrong(AuditRow entry) => Verified is { } verified && verified.Faults.Any(fault => fault.Number == entry.Number);
}
