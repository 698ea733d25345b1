using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels;

/// <summary>Sets up the channels of an agency, changes and switches them.</summary>
public sealed class ChannelDesk(GongkaiDb db, ChannelSeal seal, Blobs blobs, AuditTrail audit, TimeProvider time)
{
    private const int LongestName = 60;
    private const int LongestAuthor = 16;
    private const int LongestAddress = 500;
    private const int AppIdLength = 18;
    private const int MostCoverBytes = 2_000_000;

    /// <summary>Sets one up. The secret of a webhook is made here and given back this once.</summary>
    public async Task<Result> SetUpAsync(int agencyId, ChannelKind kind, Facts facts, Guid formKey, Actor actor, CancellationToken cancellation)
    {
        if (await PathAsync(agencyId, cancellation) is not { } path || !Gate.May(actor, Act.ManageChannels, path))
        {
            return new Result(ChannelRefusal.NotAllowed);
        }

        if (FaultOf(kind, facts, isNew: true) is { } fault)
        {
            return new Result(fault);
        }

        if (await db.Channels.AsNoTracking().Where(made => made.FormKey == formKey).Select(made => (long?)made.Id).SingleOrDefaultAsync(cancellation) is { } before)
        {
            return new Result(null) { ChannelId = before };
        }

        var secret = kind == ChannelKind.Webhook ? ChannelSeal.NewSecret() : facts.Secret!.Trim();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var channel = new Channel
        {
            AgencyId = agencyId, Kind = kind, Name = facts.Name.Trim(), FormKey = formKey, CreatedAt = time.GetUtcNow(), CreatedByName = actor.Name, SealedSecret = seal.Seal(secret),
        };
        db.Channels.Add(channel);
        await FillAsync(channel, facts, cancellation);
        await db.SaveChangesAsync(cancellation);
        await audit.RecordAsync(actor, agencyId, "channel.setUp", $"channel/{channel.Id}", before: null, Shown(channel), cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result(null) { ChannelId = channel.Id, Secret = kind == ChannelKind.Webhook ? secret : null };
    }

    /// <summary>Changes one; an empty secret or no cover leaves what is there.</summary>
    public Task<Result> ChangeAsync(long channelId, uint version, Facts facts, Actor actor, CancellationToken cancellation) => TakeAsync(channelId, "channel.changed", actor, async channel =>
    {
        if (FaultOf(channel.Kind, facts, isNew: channel.Kind == ChannelKind.WeChat && channel.CoverBlobId is null) is { } fault && fault != ChannelRefusal.SecretMissing)
        {
            return new Result(fault);
        }

        if (channel.Version != version)
        {
            return new Result(ChannelRefusal.ChangedMeanwhile);
        }

        if (channel.Kind == ChannelKind.WeChat && !string.IsNullOrWhiteSpace(facts.Secret))
        {
            channel.SealedSecret = seal.Seal(facts.Secret.Trim());
        }

        await FillAsync(channel, facts, cancellation);
        return new Result(null);
    }, cancellation);

    /// <summary>Gives a webhook a new secret, which is given back this once.</summary>
    public Task<Result> RenewSecretAsync(long channelId, Actor actor, CancellationToken cancellation) => TakeAsync(channelId, "channel.secretRenewed", actor, channel =>
    {
        if (channel.Kind != ChannelKind.Webhook)
        {
            return Task.FromResult(new Result(ChannelRefusal.WrongState));
        }

        var secret = ChannelSeal.NewSecret();
        channel.SealedSecret = seal.Seal(secret);
        return Task.FromResult(new Result(null) { Secret = secret });
    }, cancellation);

    /// <summary>Switches one on or off.</summary>
    public Task<Result> SwitchAsync(long channelId, bool isOn, Actor actor, CancellationToken cancellation) => TakeAsync(channelId, isOn ? "channel.switchedOn" : "channel.switchedOff", actor, channel =>
    {
        channel.IsOn = isOn;
        return Task.FromResult(new Result(null));
    }, cancellation);

    private async Task<Result> TakeAsync(long channelId, string action, Actor actor, Func<Channel, Task<Result>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var channel = await db.Channels.FromSql($"SELECT *, xmin FROM channels WHERE id = {channelId} FOR UPDATE").SingleOrDefaultAsync(cancellation);
        if (channel is null || await PathAsync(channel.AgencyId, cancellation) is not { } path || !Gate.May(actor, Act.ManageChannels, path))
        {
            return new Result(ChannelRefusal.NotFound);
        }

        var before = Shown(channel);
        var result = await change(channel);
        if (result.Refusal is not null)
        {
            db.ChangeTracker.Clear();
            return result;
        }

        await audit.RecordAsync(actor, channel.AgencyId, action, $"channel/{channelId}", before, Shown(channel), cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result with { ChannelId = channelId };
    }

    private async Task FillAsync(Channel channel, Facts facts, CancellationToken cancellation)
    {
        channel.Name = facts.Name.Trim();
        channel.Address = channel.Kind == ChannelKind.Webhook ? facts.Address!.Trim() : "";
        channel.AppId = channel.Kind == ChannelKind.WeChat ? facts.AppId!.Trim() : "";
        channel.Author = channel.Kind == ChannelKind.WeChat ? facts.Author?.Trim() ?? "" : "";
        channel.Mode = facts.Mode;
        channel.IsAutomatic = facts.IsAutomatic;
        channel.IncludesBelow = facts.IncludesBelow;
        if (channel.Kind == ChannelKind.WeChat && facts.Cover is { } cover)
        {
            channel.CoverBlobId = (await blobs.KeepAsync(new MemoryStream(cover, writable: false), "封面", TypeOf(cover)!, cancellation)).Id;
            channel.CoverMediaId = null;
        }
    }

    private static ChannelRefusal? FaultOf(ChannelKind kind, Facts facts, bool isNew)
    {
        if (facts.Name.Trim().Length is 0 or > LongestName)
        {
            return ChannelRefusal.NameMissing;
        }

        if (kind == ChannelKind.Webhook)
        {
            return IsAddress(facts.Address?.Trim()) ? null : ChannelRefusal.AddressWrong;
        }

        if (facts.AppId?.Trim() is not { Length: AppIdLength } appId || !appId.StartsWith("wx", StringComparison.Ordinal) || !appId.All(char.IsAsciiLetterOrDigit))
        {
            return ChannelRefusal.AppIdWrong;
        }

        return facts.Author?.Trim().Length > LongestAuthor ? ChannelRefusal.AuthorTooLong
            : facts.Cover is { } cover ? (cover.Length > MostCoverBytes || TypeOf(cover) is null ? ChannelRefusal.CoverMissing : SecretFault(facts, isNew))
            : isNew ? ChannelRefusal.CoverMissing
            : null;
    }

    private static ChannelRefusal? SecretFault(Facts facts, bool isNew) => isNew && string.IsNullOrWhiteSpace(facts.Secret) ? ChannelRefusal.SecretMissing : null;

    private static bool IsAddress(string? text) =>
        text is { Length: > 0 and <= LongestAddress } && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0 && address.Host.Length > 0;

    private static string? TypeOf(byte[] picture) => picture switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        _ => null,
    };

    private static object Shown(Channel channel) => new { channel.Name, channel.Kind, channel.Address, channel.AppId, channel.Mode, channel.IsAutomatic, channel.IncludesBelow, channel.IsOn };

    private Task<string?> PathAsync(int agencyId, CancellationToken cancellation) => db.Agencies.AsNoTracking().Where(agency => agency.Id == agencyId).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation);

    /// <summary>What a person says of a channel.</summary>
    public sealed record Facts(string Name)
    {
        public string? Address { get; init; }

        public string? AppId { get; init; }

        public string? Secret { get; init; }

        public string? Author { get; init; }

        public byte[]? Cover { get; init; }

        public ChannelMode Mode { get; init; }

        public bool IsAutomatic { get; init; }

        public bool IncludesBelow { get; init; }
    }

    /// <summary>What came of it; with a new secret where one was made, which is shown this once.</summary>
    public sealed record Result(ChannelRefusal? Refusal)
    {
        public long ChannelId { get; init; }

        public string? Secret { get; init; }
    }
}
