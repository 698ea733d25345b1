using Gongkai.Platform.Channels;
using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Operations;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Releasing;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;
using Gongkai.Platform.Tests.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Tests.Channels;

/// <summary>A newsroom whose jobs are worked at, and that has channels.</summary>
internal sealed class ChannelRoom(Newsroom room) : IAsyncDisposable
{
    public const string Site = "https://gongkai.example.cn";

    private static readonly byte[] Cover = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0];

    public Newsroom Room => room;

    public Office Office => room.Office;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ChannelRoom> OpenAsync(GongkaiDatabase database, string? weChat = null, bool mayReachInside = true, bool withMail = false)
    {
        await using (var db = database.Open())
        {
            await db.Jobs.ExecuteDeleteAsync(Cancellation);
            await db.Mails.ExecuteDeleteAsync(Cancellation);
        }

        var room = await Newsroom.OpenAsync(database, services => services
            .AddSingleton(new SmtpOptions { SiteAddress = Site, Host = withMail ? "mail.example.cn" : "", From = "gongkai@example.cn" })
            .AddSingleton(new JobRunnerOptions { Node = "one" }).AddSingleton<JobExecution>());
        await room.Office.UseAsync<InstallationSettings, int>(async settings =>
        {
            await settings.WriteAsync(ChannelRules.Setting, new ChannelRules { WeChatAddress = weChat ?? ChannelRules.WeChatItself, MayReachInside = mayReachInside }, Cancellation);
            return 0;
        });
        return new ChannelRoom(room);
    }

    public Task<ChannelDesk.Result> AddHookAsync(string address, bool isAutomatic = true) => Office.UseAsync<ChannelDesk, ChannelDesk.Result>(desk =>
        desk.SetUpAsync(Office.Bureau.Id, ChannelKind.Webhook, new("县门户网站") { Address = address, IsAutomatic = isAutomatic }, Guid.CreateVersion7(), Office.Head, Cancellation));

    public async Task<long> AddAccountAsync(ChannelMode mode = ChannelMode.DraftAndPublish, string secret = WeChatPlatform.Secret, bool isAutomatic = true)
    {
        var made = await Office.UseAsync<ChannelDesk, ChannelDesk.Result>(desk => desk.SetUpAsync(
            Office.Bureau.Id, ChannelKind.WeChat, new("云溪水利") { AppId = WeChatPlatform.AppId, Secret = secret, Author = "云溪水利", Cover = Cover, Mode = mode, IsAutomatic = isAutomatic }, Guid.CreateVersion7(), Office.Head, Cancellation));
        made.Refusal.ShouldBeNull();
        return made.ChannelId;
    }

    /// <summary>Does all jobs that are due now.</summary>
    public async Task WorkAsync()
    {
        while (await Office.UseAsync<JobExecution, bool>(jobs => jobs.RunNextAsync(Cancellation)))
        {
        }
    }

    /// <summary>Does the jobs, moving the clock on until this many hours have gone by.</summary>
    public async Task WorkThroughAsync(int hours)
    {
        await WorkAsync();
        for (var quarter = 0; quarter < hours * 4; quarter++)
        {
            Office.Clock.Move(TimeSpan.FromMinutes(15));
            await WorkAsync();
        }
    }

    public Task<List<DeliveryRow>> DeliveriesAsync(long document) => Office.UseAsync<DeliveryQueries, List<DeliveryRow>>(queries => queries.OfDocumentAsync(document, Office.Clerk, Cancellation));

    public async Task<DeliveryRow> DeliveryAsync(long document) => (await DeliveriesAsync(document)).ShouldHaveSingleItem();

    public async Task WithdrawAsync(long document) =>
        (await Office.UseAsync<WithdrawDocument, DocumentResult>(use => use.RunAsync(document, "内容有误", Office.Clerk, Cancellation))).Refusal.ShouldBeNull();

    public Task<List<string>> ToldAsync() => Office.UseAsync<GongkaiDb, List<string>>(db =>
        db.Notifications.AsNoTracking().Where(told => told.AccountId == Office.Clerk.AccountId).Select(told => told.Text).ToListAsync(Cancellation));

    public Task<ChannelRefusal?> SettleAsync(Func<SettleDelivery, Task<ChannelRefusal?>> act) => Office.UseAsync(act);

    public ValueTask DisposeAsync() => room.DisposeAsync();
}
