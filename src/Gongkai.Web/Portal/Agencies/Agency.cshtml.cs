using Gongkai.Law.Publishing;
using Gongkai.Platform.Filings.Public;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Agencies;

public sealed class AgencyModel(PublicAgencyQueries agencies, PublicReportQueries reports, PublicDocumentQueries documents, PublicParticipation participation, TimeProvider time) : PageModel
{
    public PublicAgency Agency { get; private set; } = null!;

    public IReadOnlyList<ReportLine> Reports { get; private set; } = [];

    public IReadOnlyList<PublicDocumentLine> Guides { get; private set; } = [];

    public IReadOnlyList<PublicDocumentLine> Regimes { get; private set; } = [];

    public IReadOnlyList<PublicDocumentLine> Newest { get; private set; } = [];

    public IReadOnlyDictionary<CatalogCategory, int> Counts { get; private set; } = new Dictionary<CatalogCategory, int>();

    public ParticipationLines Participation { get; private set; } = null!;

    public DateOnly Today => time.Today();

    public IReadOnlyList<PublicAgencyLine> Below { get; private set; } = [];

    public bool TakesRequests => KindDefaults.Of(Agency.Line.Kind).TakesRequests && Agency.Line.ValidTo is null;

    public IReadOnlyList<(string Name, string Value)> Facts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (await agencies.FindAsync(id, cancellation) is not { } agency)
        {
            return NotFound();
        }

        Agency = agency;
        Reports = await reports.OfAgencyAsync(id, cancellation);
        Guides = await documents.NewestAsync(new PublicDocumentFilter { AgencyId = id, Kinds = [DocumentKind.Guide] }, 5, cancellation);
        Regimes = await documents.NewestAsync(new PublicDocumentFilter { AgencyId = id, Kinds = [DocumentKind.Regime] }, 10, cancellation);
        Newest = await documents.NewestAsync(new PublicDocumentFilter { AgencyId = id }, 10, cancellation);
        Counts = await documents.CountsAsync(id, cancellation);
        Participation = await participation.OfAgencyAsync(id, cancellation);
        Below = await agencies.BelowAsync(id, cancellation);
        Facts =
        [
            .. new (string Name, string? Value)[]
            {
                ("职能", agency.Functions), ("负责人", agency.Head), ("办公地址", agency.Address), ("办公时间", agency.OfficeHours), ("联系电话", agency.Telephone),
                ("电子邮箱", agency.Email), ("邮政编码", agency.Postcode), ("统一社会信用代码", agency.Line.CreditCode), ("行政区划代码", agency.Line.DivisionCode),
            }.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)).Select(fact => (fact.Name, fact.Value!)),
        ];
        return Page();
    }
}
