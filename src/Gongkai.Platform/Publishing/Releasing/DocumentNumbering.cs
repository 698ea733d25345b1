using Gongkai.Law.Publishing;
using Gongkai.Platform.Operations;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Releasing;

/// <summary>Gives documents their numbers, in the transaction that publishes them: without gaps, and none twice.</summary>
public sealed class DocumentNumbering(GongkaiDb db, InstallationSettings settings, TimeProvider time)
{
    /// <summary>索引号, that runs through the year of the agency.</summary>
    internal async Task<string> IndexNumberAsync(int agencyId, CancellationToken cancellation)
    {
        var agency = await db.Agencies.AsNoTracking().SingleAsync(found => found.Id == agencyId, cancellation);
        return await NextAsync((await RulesAsync(cancellation)).IndexNumber, agencyId, agency.CreditCode ?? agency.DivisionCode, RunningNumbers.Documents, cancellation);
    }

    /// <summary>登记编号 of a normative document, that runs through the year of the government to which the agency belongs (国办发〔2018〕37号：统一登记、统一编号).</summary>
    internal async Task<string> RegisterNumberAsync(int agencyId, CancellationToken cancellation)
    {
        var path = await db.Agencies.AsNoTracking().Where(found => found.Id == agencyId).Select(found => found.Path).SingleAsync(cancellation);
        var government = await db.Agencies.AsNoTracking().Where(above => path.StartsWith(above.Path) && above.Kind == AgencyKind.Government).OrderByDescending(above => above.Path.Length).FirstOrDefaultAsync(cancellation)
            ?? await db.Agencies.AsNoTracking().SingleAsync(found => found.Id == agencyId, cancellation);
        return await NextAsync((await RulesAsync(cancellation)).RegisterNumber, government.Id, government.DivisionCode, RunningNumbers.NormativeDocuments, cancellation);
    }

    private async Task<string> NextAsync(string template, int agencyId, string? code, string series, CancellationToken cancellation)
    {
        var year = time.Today().Year;
        return NumberTemplate.Of(template, string.IsNullOrEmpty(code) ? FormattableString.Invariant($"JG{agencyId:00000}") : code, year, await db.NextNumberAsync(agencyId, series, year, cancellation));
    }

    private async Task<PublishingRules> RulesAsync(CancellationToken cancellation) => await settings.ReadAsync<PublishingRules>(PublishingRules.Setting, cancellation) ?? new();
}
