using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Campaigns;

/// <summary>Reminds agencies that have not submitted: their clerks and heads are told in the program, and by mail where mail is set up.</summary>
public sealed class UrgeAgencies(GongkaiDb db, TimeProvider time, AuditTrail audit, CampaignQueries campaigns, Outbox outbox)
{
    private static readonly Role[] Told = [Role.Clerk, Role.Head];

    /// <summary>Which agencies to urge; null for all that owe a report.</summary>
    public sealed record Command(int CampaignId, IReadOnlyList<int>? Agencies);

    public enum Refusal
    {
        /// <summary>The actor does not supervise this campaign.</summary>
        NotAllowed,

        /// <summary>No agency was given.</summary>
        NobodyChosen,

        /// <summary>All of them have submitted.</summary>
        NobodyOwes,
    }

    public sealed record Result(int Urged, Refusal? Refusal)
    {
        public static implicit operator Result(Refusal refusal) => new(0, refusal);
    }

    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await campaigns.FindAsync(command.CampaignId, actor, cancellation) is not { } board)
        {
            return Refusal.NotAllowed;
        }

        if (command.Agencies is { Count: 0 })
        {
            return Refusal.NobodyChosen;
        }

        var owing = await campaigns.OwingAsync(board.Campaign, command.Agencies, cancellation);
        if (owing.Count == 0)
        {
            return Refusal.NobodyOwes;
        }

        var now = time.GetUtcNow();
        await db.CampaignMembers.Where(member => member.CampaignId == command.CampaignId && owing.Contains(member.AgencyId))
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.LastUrgedAt, now).SetProperty(member => member.TimesUrged, member => member.TimesUrged + 1), cancellation);
        await TellAsync(board.Campaign, owing, cancellation);
        await audit.RecordAsync(actor, board.Campaign.AgencyId, "campaign.urged", $"campaign/{command.CampaignId}", null, new { agencies = owing }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result(owing.Count, null);
    }

    /// <summary>Whom an urging would reach, and with what words; null where the actor does not supervise the campaign.</summary>
    public async Task<Preview?> PreviewAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(command.CampaignId, actor, cancellation) is not { } board)
        {
            return null;
        }

        var owing = await campaigns.OwingAsync(board.Campaign, command.Agencies, cancellation);
        var people = (await PeopleAsync(owing, cancellation)).ToLookup(person => person.AgencyId, person => person.Name);
        var agencies = await (
            from agency in db.Agencies.AsNoTracking()
            join member in db.CampaignMembers.AsNoTracking() on agency.Id equals member.AgencyId
            where member.CampaignId == command.CampaignId && owing.Contains(agency.Id)
            orderby agency.SortOrder, agency.Id
            select new { agency.Id, Name = agency.ShortName ?? agency.Name, member.TimesUrged, member.LastUrgedAt }).ToListAsync(cancellation);
        return new Preview(board.Campaign, TextOf(board.Campaign), [.. agencies.Select(agency => new UrgedAgency(agency.Id, agency.Name, [.. people[agency.Id].Distinct()], agency.TimesUrged, agency.LastUrgedAt))]);
    }

    private async Task TellAsync(CampaignLine campaign, List<int> agencies, CancellationToken cancellation)
    {
        foreach (var person in (await PeopleAsync(agencies, cancellation)).Select(person => person.AccountId).Distinct())
        {
            await outbox.TellAsync(new Message(person, $"请报送 {campaign.Year} 年度报告", TextOf(campaign), "/work/filings"), cancellation);
        }
    }

    private static string TextOf(CampaignLine campaign)
    {
        var due = campaign.InternalDueOn is { } day ? $"，请在 {day:yyyy-MM-dd} 前报送" : "，请尽快报送";
        return $"{campaign.AgencyName}提醒：本单位 {campaign.Year} 年度政府信息公开工作报告还没有报送{due}。";
    }

    private async Task<List<ToldPerson>> PeopleAsync(List<int> agencies, CancellationToken cancellation)
    {
        var today = time.Today();
        return await (
            from post in db.PostsHeld(today)
            join account in db.Users.AsNoTracking() on post.AccountId equals account.Id
            where agencies.Contains(post.AgencyId) && Told.Contains(post.Role)
            orderby post.AgencyId, post.Role
            select new ToldPerson(post.AgencyId, account.Id, account.DisplayName)).ToListAsync(cancellation);
    }

    /// <summary>What an urging would do.</summary>
    public sealed record Preview(CampaignLine Campaign, string Text, IReadOnlyList<UrgedAgency> Agencies);

    private sealed record ToldPerson(int AgencyId, Guid AccountId, string Name);
}

/// <summary>An agency that would be urged, and the people who would be told; where there is none, somebody has to call.</summary>
public sealed record UrgedAgency(int AgencyId, string AgencyName, IReadOnlyList<string> People, int TimesUrged, DateTimeOffset? LastUrgedAt);
