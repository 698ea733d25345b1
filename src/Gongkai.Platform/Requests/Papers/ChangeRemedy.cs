using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Papers;

/// <summary>Sets to whom one turns against an agency's decisions; what is left empty comes from the agencies above it.</summary>
public sealed class ChangeRemedy(GongkaiDb db, AuditTrail audit)
{
    private const int Longest = 200;

    /// <summary>What is set for the agency itself; empty where nothing is.</summary>
    public async Task<Command> ReadAsync(int agencyId, CancellationToken cancellation) =>
        await db.RemedySettings.AsNoTracking().Where(setting => setting.AgencyId == agencyId)
            .Select(setting => new Command(agencyId, setting.ReviewBody, setting.Court, setting.OnlineChannel, setting.NumberWord)).SingleOrDefaultAsync(cancellation)
        ?? new Command(agencyId, null, null, null, null);

    public async Task<Refusal?> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var path = await db.Agencies.Where(agency => agency.Id == command.AgencyId).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation);
        if (path is null || !Gate.May(actor, Act.ManageAgencies, path))
        {
            return Refusal.NotAllowed;
        }

        var tidy = new Command(command.AgencyId, Tidy(command.ReviewBody), Tidy(command.Court), Tidy(command.OnlineChannel), Tidy(command.NumberWord));
        if (new[] { tidy.ReviewBody, tidy.Court, tidy.OnlineChannel, tidy.NumberWord }.Any(text => text?.Length > Longest))
        {
            return Refusal.TextTooLong;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var before = await ReadAsync(command.AgencyId, cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO remedy_bodies (agency_id, review_body, court, online_channel, number_word)
            VALUES ({tidy.AgencyId}, {tidy.ReviewBody}, {tidy.Court}, {tidy.OnlineChannel}, {tidy.NumberWord})
            ON CONFLICT (agency_id) DO UPDATE SET review_body = excluded.review_body, court = excluded.court,
                online_channel = excluded.online_channel, number_word = excluded.number_word
            """,
            cancellation);
        await audit.RecordAsync(actor, command.AgencyId, "agency.remedyChanged", $"agency/{command.AgencyId}", before, tidy, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public sealed record Command(int AgencyId, string? ReviewBody, string? Court, string? OnlineChannel, string? NumberWord);

    public enum Refusal
    {
        NotAllowed,
        TextTooLong,
    }
}
