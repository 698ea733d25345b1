using System.Security.Cryptography;
using Gongkai.Law.Reporting;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Checking;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Gongkai.Bench.Platform;

/// <summary>A province of 25 counties of 120 agencies, each with ten years of reports: the size that is promised to work.</summary>
internal static class Province
{
    public const int Counties = 25;
    public const int AgenciesOfCounty = 120;
    public const int FirstYear = 2016;
    public const int LastYear = 2025;
    public const int Id = 1;
    public const int FirstCountyId = 2;
    public const string Officer = "officer";

    /// <summary>Fills a migrated database.</summary>
    /// <returns>The password of the province's officer.</returns>
    public static async Task<string> FillAsync(IServiceProvider services, string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await RunAsync(connection, Agencies);
        await AddSamplesAsync(connection);
        await RunAsync(connection, Filings);
        await RunAsync(connection, Campaigns);
        await RunAsync(connection, "VACUUM ANALYZE");
        return await AddOfficerAsync(services);
    }

    /// <summary>Fills a migrated database with the agencies alone.</summary>
    /// <returns>The password of the province's officer.</returns>
    public static async Task<string> FillAgenciesAsync(IServiceProvider services, string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await RunAsync(connection, Agencies);
        return await AddOfficerAsync(services);
    }

    private static readonly string Agencies = $"""
        INSERT INTO agencies (id, parent_id, path, name, kind, level, valid_from, must_file, counted_in_sum, is_vertical, sort_order)
        VALUES ({Id}, NULL, '/{Id}/', '松岭省', 'Government', 'Province', '2008-05-01', true, true, false, 0);
        INSERT INTO agencies (id, parent_id, path, name, kind, level, valid_from, must_file, counted_in_sum, is_vertical, sort_order)
        SELECT 1 + county, {Id}, '/{Id}/' || 1 + county || '/', '松岭省第' || county || '县', 'Government', 'County', '2008-05-01', true, true, false, county
        FROM generate_series(1, {Counties}) AS county;
        INSERT INTO agencies (id, parent_id, path, name, kind, level, valid_from, must_file, counted_in_sum, is_vertical, sort_order)
        SELECT 1000 * county + office, 1 + county, '/{Id}/' || 1 + county || '/' || 1000 * county + office || '/',
            '第' || county || '县' || (ARRAY['教育','水利','民政','财政','交通运输','农业农村','卫生健康','自然资源'])[1 + office % 8] || '第' || office || '局',
            'Department', 'County', '2008-05-01', true, true, false, office
        FROM generate_series(1, {Counties}) AS county, generate_series(1, {AgenciesOfCounty}) AS office;
        """;

    private static readonly string Filings = $"""
        INSERT INTO filings (agency_id, year, state, content, revision, field_revisions, figures, errors, warnings, unsettled, created_at, saved_at, submitted_at, accepted_at, published_at, published_version)
        SELECT agency.id, year, CASE WHEN year < {LastYear} OR agency.id % 3 = 0 THEN 'Published' WHEN agency.id % 3 = 1 THEN 'Submitted' ELSE 'Draft' END,
            sample.content, 1, '{"{}"}', sample.figures, sample.errors, sample.warnings, 0, make_date(year + 1, 1, 5), make_date(year + 1, 1, 10),
            make_date(year + 1, 1, 12), make_date(year + 1, 1, 14),
            CASE WHEN year < {LastYear} OR agency.id % 3 = 0 THEN make_date(year + 1, 1, 1 + agency.id % 28) END, CASE WHEN year < {LastYear} OR agency.id % 3 = 0 THEN 1 END
        FROM agencies AS agency CROSS JOIN generate_series({FirstYear}, {LastYear}) AS year
        JOIN samples AS sample ON sample.number = (agency.id + year) % (SELECT count(*) FROM samples)
        WHERE agency.kind = 'Department';
        INSERT INTO filing_versions (filing_id, number, content, figures, created_at, created_by_name, reason, published_at)
        SELECT id, 1, content, figures, saved_at, '经办人', '报送', published_at FROM filings WHERE state <> 'Draft';
        INSERT INTO filing_findings (filing_id, number, rule, severity, at, section, message)
        SELECT filing.id, finding.number, finding.rule, finding.severity, finding.at, finding.section, finding.message
        FROM filings AS filing JOIN sample_findings AS finding ON finding.sample = (filing.agency_id + filing.year) % (SELECT count(*) FROM samples);
        """;

    private static readonly string Campaigns = $"""
        INSERT INTO campaigns (agency_id, year, opens_on, opened_at)
        SELECT id, year, make_date(year + 1, 1, 4), make_date(year + 1, 1, 4) FROM agencies, generate_series({FirstYear}, {LastYear}) AS year WHERE kind = 'Government';
        INSERT INTO campaign_members (campaign_id, agency_id, statutory_due_on, counted_in_sum)
        SELECT campaign.id, member.id, make_date(campaign.year + 1, 1, 31), true
        FROM campaigns AS campaign JOIN agencies AS authority ON authority.id = campaign.agency_id
        JOIN agencies AS member ON member.path LIKE authority.path || '%' AND member.kind = 'Department';
        """;

    private static async Task AddSamplesAsync(NpgsqlConnection connection)
    {
        await RunAsync(connection, """
            CREATE TEMP TABLE samples (number integer PRIMARY KEY, content text, figures numeric[], errors integer, warnings integer);
            CREATE TEMP TABLE sample_findings (sample integer, number integer, rule text, severity text, at text, section integer, message text);
            """);
        var frame = new CheckFrame(new CheckContext { Level = GovernmentLevel.County, Filer = Filer.Department }, CheckSettings.Default);
        for (var number = 0; number < Samples.Reports.Length; number++)
        {
            var check = FilingCheck.Check(Samples.Reports[number], frame);
            await RunAsync(connection, "INSERT INTO samples VALUES ($1, $2, $3, $4, $5)", number, FilingContent.Write(Samples.Reports[number]), check.Figures, check.Errors, check.Warnings);
            foreach (var (finding, index) in check.Findings.Select((finding, index) => (finding, index)))
            {
                await RunAsync(
                    connection, "INSERT INTO sample_findings VALUES ($1, $2, $3, $4, $5, $6, $7)",
                    number, index + 1, finding.Rule, finding.Severity.ToString(), string.Join(' ', finding.At), (object?)finding.Section ?? DBNull.Value, finding.Message);
            }
        }
    }

    private static async Task<string> AddOfficerAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        var password = Convert.ToHexString(RandomNumberGenerator.GetBytes(12));
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = Officer,
            NormalizedUserName = Officer.ToUpperInvariant(),
            DisplayName = "省公开办",
            SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20)),
        };
        account.PasswordHash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, password);
        db.Users.Add(account);
        db.Posts.Add(new Post { AccountId = account.Id, AgencyId = Id, Role = Role.AuthorityOfficer, From = new DateOnly(2008, 5, 1) });
        await db.SaveChangesAsync();
        return password;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        await command.ExecuteNonQueryAsync();
    }
}
