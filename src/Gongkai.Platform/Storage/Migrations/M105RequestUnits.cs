using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

/// <summary>The units that handle a case together, each with the day by which it reports back.</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("105_request_units")]
internal sealed class M105RequestUnits : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE request_units (
            request_id bigint NOT NULL REFERENCES requests,
            number integer NOT NULL,
            name text NOT NULL,
            report_by date,
            reported_on date,
            opinion text,
            recorded_by_name text,
            PRIMARY KEY (request_id, number));
        CREATE INDEX request_units_due ON request_units (report_by) WHERE reported_on IS NULL AND report_by IS NOT NULL;
        """;
}
