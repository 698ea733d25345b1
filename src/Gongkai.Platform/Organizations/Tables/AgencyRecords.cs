using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Organizations.Tables;

/// <summary>Writes thousands of agencies in a few statements.</summary>
internal static class AgencyRecords
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Converters = { new JsonStringEnumConverter() },
    };

    public static Task<List<int>> NewIdsAsync(GongkaiDb db, int count, CancellationToken cancellation) =>
        db.Database.SqlQuery<int>($"""SELECT nextval(pg_get_serial_sequence('agencies', 'id'))::integer AS "Value" FROM generate_series(1, {count})""").ToListAsync(cancellation);

    public static async Task InsertAsync(GongkaiDb db, IReadOnlyList<Agency> agencies, CancellationToken cancellation)
    {
        var json = JsonSerializer.Serialize(agencies, Json);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO agencies (id, parent_id, path, name, short_name, kind, level, credit_code, division_code, site_code, valid_from, authority_id,
                must_file, files_from, counted_in_sum, is_vertical, functions, address, office_hours, telephone, email, postcode, head, sort_order)
            SELECT id, parent_id, '', name, short_name, kind, level, credit_code, division_code, site_code, valid_from, authority_id,
                must_file, files_from, counted_in_sum, is_vertical, functions, address, office_hours, telephone, email, postcode, head, sort_order
            FROM json_populate_recordset(NULL::agencies, {json}::json)
            """,
            cancellation);
    }

    public static async Task UpdateAsync(GongkaiDb db, IReadOnlyList<Agency> agencies, CancellationToken cancellation)
    {
        // Two agencies may exchange their names or codes; a unique index looks at each row as it is written.
        var ids = agencies.Select(agency => agency.Id).ToArray();
        await db.Database.ExecuteSqlAsync($"UPDATE agencies SET credit_code = NULL, name = '#' || id WHERE id = ANY ({ids})", cancellation);
        var json = JsonSerializer.Serialize(agencies, Json);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE agencies SET parent_id = r.parent_id, name = r.name, short_name = r.short_name, kind = r.kind, level = r.level,
                credit_code = r.credit_code, division_code = r.division_code, site_code = r.site_code, valid_from = r.valid_from, authority_id = r.authority_id,
                must_file = r.must_file, files_from = r.files_from, counted_in_sum = r.counted_in_sum, is_vertical = r.is_vertical,
                functions = r.functions, address = r.address, office_hours = r.office_hours, telephone = r.telephone, email = r.email,
                postcode = r.postcode, head = r.head, sort_order = r.sort_order
            FROM json_populate_recordset(NULL::agencies, {json}::json) AS r WHERE agencies.id = r.id
            """,
            cancellation);
    }
}
