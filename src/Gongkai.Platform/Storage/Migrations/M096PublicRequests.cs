using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

/// <summary>The public ledger is read by the day of conclusion; an applicant finds the own case by its number.</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("096_public_requests")]
internal sealed class M096PublicRequests : SqlMigration
{
    protected override string Sql => """
        CREATE INDEX requests_public ON requests (concluded_on DESC, id DESC) WHERE stage = 'Concluded';
        CREATE INDEX requests_public_agency ON requests (agency_id, concluded_on DESC, id DESC) WHERE stage = 'Concluded';
        CREATE INDEX requests_number ON requests (number);
        """;
}
