using Gongkai.Platform.Organizations.Reform;
using Gongkai.Platform.Organizations.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Organizations;

internal static class OrganizationsSetup
{
    public static void AddOrganizations(this IServiceCollection services) => services
        .AddScoped<AgencyQueries>()
        .AddScoped<AddAgency>().AddScoped<ChangeAgency>().AddScoped<MoveAgency>().AddScoped<EditProfile>()
        .AddScoped<Handover>().AddScoped<RenameAgency>().AddScoped<MergeAgencies>().AddScoped<SplitAgency>().AddScoped<CloseAgency>()
        .AddScoped<AgencyImport>().AddScoped<AgencyExport>();
}
