using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Organizations;

/// <summary>Corrects what the tree knows of an agency. A change of name by decision is <see cref="Reform.RenameAgency"/>.</summary>
public sealed class ChangeAgency(GongkaiDb db, AuditTrail audit)
{
    public Task<AgencyEditResult<AgencyFacts>> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        new AgencyEdit<AgencyFacts>(Act.ManageAgencies, "agency.changed", AgencyFacts.Of, (facts, agency) => facts.WriteTo(agency))
        {
            FaultsAsync = (facts, agency) => FaultsAsync(facts, agency, cancellation),
            DifferencesAsync = (theirs, mine) => DifferencesAsync(theirs, mine, cancellation),
        }.RunAsync(db, audit, (command.AgencyId, command.Version), AgencyChecks.Tidy(command.Facts), actor, cancellation);

    private async Task<List<AgencyFault>> FaultsAsync(AgencyFacts facts, Agency agency, CancellationToken cancellation)
    {
        var above = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(parent => parent.Id == agency.ParentId, cancellation);
        return
        [
            .. AgencyChecks.FaultsOf(facts, above?.Level, agency.ValidTo),
            .. agency.ValidTo is null ? await AgencyChecks.TakenAsync(db, facts, agency.ParentId, [agency.Id], cancellation) : [],
        ];
    }

    private async Task<IReadOnlyList<FieldChange>> DifferencesAsync(AgencyFacts theirs, AgencyFacts mine, CancellationToken cancellation)
    {
        var names = await db.Agencies.AsNoTracking().Where(other => other.Id == theirs.AuthorityId || other.Id == mine.AuthorityId)
            .ToDictionaryAsync(other => other.Id, other => other.Name, cancellation);
        string AuthorityOf(AgencyFacts one) => one.AuthorityId is { } id ? names.GetValueOrDefault(id, "") : "";
        var profile = new AgencyProfile();
        return AgencyColumns.Differences((theirs, profile, AuthorityOf(theirs)), (mine, profile, AuthorityOf(mine)));
    }

    /// <summary><see cref="Version"/> is that of the agency when the form was shown.</summary>
    public sealed record Command(int AgencyId, uint Version, AgencyFacts Facts);
}
