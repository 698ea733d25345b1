using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Organizations;

/// <summary>Changes what the public reads about an agency.</summary>
public sealed class EditProfile(GongkaiDb db, AuditTrail audit)
{
    public Task<AgencyEditResult<AgencyProfile>> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        new AgencyEdit<AgencyProfile>(Act.EditProfile, "agency.profileEdited", AgencyProfile.Of, (profile, agency) => profile.WriteTo(agency))
        {
            FaultsAsync = (profile, _) => Task.FromResult(AgencyChecks.FaultsOf(profile)),
            DifferencesAsync = (theirs, mine) => Task.FromResult(AgencyColumns.Differences((Unnamed, theirs, ""), (Unnamed, mine, ""))),
        }.RunAsync(db, audit, (command.AgencyId, command.Version), AgencyChecks.Tidy(command.Profile), actor, cancellation);

    private static AgencyFacts Unnamed { get; } = new() { Name = "" };

    public sealed record Command(int AgencyId, uint Version, AgencyProfile Profile);
}
