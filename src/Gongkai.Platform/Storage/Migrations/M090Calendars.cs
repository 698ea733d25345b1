using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

[DbContext(typeof(GongkaiDb))]
[Migration("090_calendars")]
internal sealed class M090Calendars : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE calendar_years (
            year integer NOT NULL,
            number integer NOT NULL,
            notice text NOT NULL,
            off date[] NOT NULL,
            work date[] NOT NULL,
            created_at timestamptz NOT NULL,
            created_by_name text NOT NULL,
            PRIMARY KEY (year, number));

        CREATE TABLE regional_days (
            division text NOT NULL,
            day date NOT NULL,
            is_off boolean NOT NULL,
            name text NOT NULL,
            source text NOT NULL,
            PRIMARY KEY (division, day));
        """;
}
