using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Operations;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Demonstration;

/// <summary>Fills an empty database with an invented county: its agencies, its people, five years of reports and a campaign in which every state occurs.</summary>
public sealed class DemonstrationCounty(GongkaiDb db, TimeProvider time, AuditTrail audit, IPasswordHasher<Account> hasher, DemonstrationFilings filings, DemonstrationRequests requests)
{
    private const string PasswordSetting = "demonstration.password";

    private static readonly SiteSettings Site = new()
    {
        SiteName = "青禾县政府信息公开",
        Organizer = "青禾县人民政府",
        Operator = "青禾县人民政府办公室",
        Phone = "000-5550100",
        Mail = "gongkai@example.org",
        Address = "青禾县和顺路1号",
    };

    /// <summary>The password of all its people, or null where the database holds no demonstration.</summary>
    public async Task<string?> PasswordAsync(CancellationToken cancellation) =>
        await db.Settings.AsNoTracking().Where(setting => setting.Name == PasswordSetting).Select(setting => setting.Value).SingleOrDefaultAsync(cancellation);

    /// <summary>Makes the county, in one transaction, where no agency exists yet.</summary>
    /// <returns>Whether it was made.</returns>
    public async Task<bool> MakeAsync(CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"LOCK TABLE agencies IN EXCLUSIVE MODE", cancellation);
        if (await db.Agencies.AnyAsync(cancellation))
        {
            return false;
        }

        var agencies = await AddAgenciesAsync(cancellation);
        var password = FormattableString.Invariant($"qinghe-{RandomNumberGenerator.GetInt32(100_000, 1_000_000)}");
        db.Settings.Add(new Setting { Name = PasswordSetting, Value = password });
        db.Settings.Add(new Setting { Name = SiteSettings.Setting, Value = JsonSerializer.Serialize(Site, JsonSerializerOptions.Web) });
        AddPeople(agencies, password);
        await db.SaveChangesAsync(cancellation);
        await filings.AddAsync(agencies, cancellation);
        await requests.AddAsync(agencies, cancellation);
        await DemonstrationDocuments.AddAsync(db, agencies, time, cancellation);
        await DemonstrationParticipation.AddAsync(db, agencies, time, cancellation);
        await audit.RecordAsync(Actor.Program, null, "demonstration.made", $"agency/{agencies[0].Id}", null, new { agencies = agencies.Count }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private async Task<List<Agency>> AddAgenciesAsync(CancellationToken cancellation)
    {
        var since = new DateOnly(time.Today().Year - 8, 1, 1);
        var root = DemonstrationAgencies.Root(since);
        db.Agencies.Add(root);
        await db.SaveChangesAsync(cancellation);
        root.Path = $"/{root.Id}/";
        var below = DemonstrationAgencies.Below(root.Id, since).ToList();
        db.Agencies.AddRange(below);
        await db.SaveChangesAsync(cancellation);
        below.ForEach(agency => agency.Path = $"{root.Path}{agency.Id}/");
        var villages = below.Where(agency => agency.Kind == AgencyKind.Township).Take(3).SelectMany(township => DemonstrationAgencies.VillagesOf(township, since)).ToList();
        db.Agencies.AddRange(villages);
        await db.SaveChangesAsync(cancellation);
        villages.ForEach(village => village.Path = $"{root.Path}{village.ParentId}/{village.Id}/");
        return [root, .. below, .. villages];
    }

    private void AddPeople(List<Agency> agencies, string password)
    {
        foreach (var person in DemonstrationPeople.All)
        {
            var account = new Account
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                UserName = person.UserName,
                NormalizedUserName = person.UserName.ToUpperInvariant(),
                DisplayName = person.Name,
                CreatedAt = time.GetUtcNow(),
                SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20)),
                LockoutEnabled = true,
            };
            account.PasswordHash = hasher.HashPassword(account, password);
            db.Users.Add(account);
            var agency = agencies.Single(candidate => candidate.ShortName == person.Agency);
            db.Posts.AddRange(person.Roles.Select(role => new Post { AccountId = account.Id, AgencyId = agency.Id, Role = role, From = agency.ValidFrom }));
        }
    }
}
