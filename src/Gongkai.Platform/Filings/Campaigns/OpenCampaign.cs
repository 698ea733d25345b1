using Gongkai.Law.Reporting;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Campaigns;

/// <summary>An authority opens the year: who must file is read from the tree as of the year's last day.</summary>
public sealed class OpenCampaign(GongkaiDb db, TimeProvider time, AuditTrail audit, CampaignMembership membership)
{
    public sealed record Command(int AgencyId, int Year, DateOnly OpensOn, DateOnly? InternalDueOn);

    public enum Refusal
    {
        /// <summary>The actor is no officer of this authority.</summary>
        NotAllowed,

        /// <summary>Only a government opens a campaign.</summary>
        NoAuthority,

        /// <summary>The year has been opened before.</summary>
        AlreadyOpen,

        /// <summary>The year is not over, so there is nothing to report yet.</summary>
        YearNotOver,

        /// <summary>The day set for submitting lies before the opening or after the statutory day.</summary>
        DueOutsideCampaign,
    }

    public sealed record Result(int? CampaignId, Refusal? Refusal)
    {
        public static implicit operator Result(Refusal refusal) => new(null, refusal);
    }

    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var authority = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(agency => agency.Id == command.AgencyId, cancellation);
        if (authority is null || !Gate.May(actor, Act.SuperviseFilings, authority.Path))
        {
            return Refusal.NotAllowed;
        }

        if (authority.Kind != AgencyKind.Government)
        {
            return Refusal.NoAuthority;
        }

        if (command.OpensOn.Year <= command.Year && (command.OpensOn.Year < command.Year || command.OpensOn.Month < 12))
        {
            return Refusal.YearNotOver;
        }

        if (command.InternalDueOn is { } due && (due < command.OpensOn || due > FilingDeadline.LastDay(command.Year, Filer.Government)))
        {
            return Refusal.DueOutsideCampaign;
        }

        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM agencies WHERE id = {authority.Id} FOR UPDATE", cancellation);
        if (await db.Campaigns.AnyAsync(campaign => campaign.AgencyId == authority.Id && campaign.Year == command.Year, cancellation))
        {
            return Refusal.AlreadyOpen;
        }

        var opened = new Campaign { AgencyId = authority.Id, Year = command.Year, OpensOn = command.OpensOn, InternalDueOn = command.InternalDueOn, OpenedAt = time.GetUtcNow() };
        db.Campaigns.Add(opened);
        await db.SaveChangesAsync(cancellation);
        var members = await membership.RefreshAsync(opened, authority.Path, cancellation);
        await audit.RecordAsync(actor, authority.Id, "campaign.opened", $"campaign/{opened.Id}", null, new { opened.Year, opened.OpensOn, opened.InternalDueOn, members }, cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result(opened.Id, null);
    }
}
