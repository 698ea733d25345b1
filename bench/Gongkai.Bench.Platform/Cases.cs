using Npgsql;

namespace Gongkai.Bench.Platform;

/// <summary>Half a million requests over ten years at the agencies of <see cref="Province"/>, some twenty thousand of them open.</summary>
internal static class Cases
{
    public const int Count = 500_000;

    private const string Requests = """
        INSERT INTO requests (agency_id, number, kind, channel, arrived_on, applicant_kind, applicant_label, applicant_key, wanted, carrier, supply, desk_step,
            received_on, stage, turn, clock_state, due_on, outcome, concluded_on, first_outcome, first_concluded_on, form_key, query_hash, created_at)
        SELECT 1000 * (1 + n % 25) + 1 + (n / 25) % 120, extract(year FROM day)::int || '-' || n, 'Disclosure', (ARRAY['Online', 'Counter', 'SignedPost'])[1 + n % 3], day,
            (ARRAY['Natural', 'Natural', 'Natural', 'Commercial', 'LegalService', 'Other'])[1 + n % 6], '张**', sha256(((n % 200000)::text)::bytea),
            (ARRAY['征地补偿方案', '河道采砂许可名单', '学校招生计划', '道路改造预算', '低保对象名单'])[1 + n % 5] || '第' || n % 997 || '号', 'Electronic', 'Online',
            CASE WHEN open THEN 'Assigned' ELSE 'Filed' END, day, CASE WHEN open THEN 'Handling' ELSE 'Concluded' END, CASE WHEN open THEN 'Agency' ELSE 'Nobody' END,
            CASE WHEN open THEN 'Running' ELSE 'Met' END, CASE WHEN open THEN day + 28 END,
            CASE WHEN NOT open THEN outcome END, CASE WHEN NOT open THEN day + 5 + n % 20 END, CASE WHEN NOT open THEN outcome END, CASE WHEN NOT open THEN day + 5 + n % 20 END,
            gen_random_uuid(), sha256(n::text::bytea), day
        FROM generate_series(1, 500000) AS n,
            LATERAL (SELECT date '2016-01-01' + (n * 3672::bigint / 500000)::int AS day) AS dated,
            LATERAL (SELECT day >= date '2025-08-25' AS open, (ARRAY['Granted', 'AlreadyPublic', 'PartlyGranted', 'NotHeld', 'OtherAgency', 'ProcessInformation', 'Petition', 'Repeated'])[1 + n % 8] AS outcome) AS said;
        """;

    private const string Events = """
        INSERT INTO request_events (request_id, kind, happened_on, party, recorded_at, recorded_by_name)
        SELECT id, 'Received', received_on, 0, created_at, '经办人' FROM requests;
        INSERT INTO request_events (request_id, kind, happened_on, party, recorded_at, recorded_by_name)
        SELECT id, 'ThirdPartyAsked', received_on + 3, 1, created_at, '经办人' FROM requests WHERE id % 7 = 0;
        INSERT INTO request_events (request_id, kind, happened_on, party, outcome, recorded_at, recorded_by_name)
        SELECT id, 'Concluded', concluded_on, 0, outcome, created_at, '经办人' FROM requests WHERE concluded_on IS NOT NULL;
        INSERT INTO request_steps (request_id, step, at, actor_name) SELECT id, 'Registered', created_at, '经办人' FROM requests;
        INSERT INTO request_items (request_id, number, wanted, outcome) SELECT id, 1, wanted, outcome FROM requests;
        """;

    public static async Task FillAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var sql in (string[])[Requests, Events, "VACUUM ANALYZE"])
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
            await command.ExecuteNonQueryAsync();
        }
    }
}
