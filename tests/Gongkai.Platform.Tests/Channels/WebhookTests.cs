using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Platform.Channels;
using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Channels.Webhooks;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Releasing;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Channels;

public sealed class WebhookTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_publication_arrives_signed_and_a_withdrawal_after_it()
    {
        await using var site = await ReceivingSite.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database);
        var secret = (await room.AddHookAsync(site.Address)).Secret!;
        var id = await room.Room.PublishedAsync(Newsroom.Content("水库公告"));
        site.Messages.ShouldBeEmpty("Nothing goes out before a job takes it.");
        await room.WorkAsync();

        var published = site.Messages.ShouldHaveSingleItem();
        published.Signature.ShouldBe(WebhookSending.Sign(secret, published.Stamp, Encoding.UTF8.GetBytes(published.Body)));
        var body = JsonNode.Parse(published.Body)!;
        ((string)body["event"]!).ShouldBe("document.published");
        ((string)body["document"]!["title"]!).ShouldBe("水库公告");
        ((string)body["document"]!["address"]!).ShouldBe($"{ChannelRoom.Site}/documents/{id}");
        var row = await room.DeliveryAsync(id);
        (row.State, row.Tries, row.CreatedByName).ShouldBe((DeliveryState.Delivered, 1, "王芳"));

        await room.WithdrawAsync(id);
        await room.WorkAsync();
        site.Messages.Count.ShouldBe(2);
        var withdrawn = site.Messages.Last();
        withdrawn.Event.ShouldBe("document.withdrawn");
        withdrawn.Body.ShouldNotContain("水库公告");
    }

    [Fact]
    public async Task What_a_schedule_publishes_goes_out_too()
    {
        await using var site = await ReceivingSite.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database);
        await room.AddHookAsync(site.Address);
        var id = await room.Room.ReviewedAsync(Newsroom.Content("定时的公告"));
        await room.Office.UseAsync<PublishDocument, DocumentResult>(use => use.ScheduleAsync(id, room.Office.Clock.GetUtcNow().AddHours(2), room.Office.Clerk, Cancellation));
        await room.WorkAsync();
        site.Messages.ShouldBeEmpty();

        await room.WorkThroughAsync(3);
        site.Messages.ShouldHaveSingleItem().Body.ShouldContain("定时的公告");
    }

    [Fact]
    public async Task A_site_that_fails_is_tried_again_under_the_same_key_until_a_person_has_to_look()
    {
        await using var site = await ReceivingSite.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database);
        await room.AddHookAsync(site.Address);
        site.Status = 503;
        var id = await room.Room.PublishedAsync(Newsroom.Content("先坏后好"));
        await room.WorkThroughAsync(6);

        site.Messages.Count.ShouldBeGreaterThan(5);
        site.Messages.Select(message => message.Key).Distinct().ShouldHaveSingleItem();
        var stuck = await room.DeliveryAsync(id);
        stuck.State.ShouldBe(DeliveryState.Stuck);
        stuck.LastError.ShouldNotBeNull().ShouldContain("503");
        (await room.ToldAsync()).ShouldContain(text => text.Contains("先坏后好", StringComparison.Ordinal));

        site.Status = 200;
        (await room.SettleAsync(use => use.TryAgainAsync(stuck.Id, null, room.Office.Clerk, Cancellation))).ShouldBeNull();
        await room.WorkAsync();
        (await room.DeliveryAsync(id)).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task What_is_withdrawn_before_it_was_sent_is_not_sent()
    {
        await using var site = await ReceivingSite.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database);
        await room.AddHookAsync(site.Address);
        var id = await room.Room.PublishedAsync(Newsroom.Content("马上撤下的"));
        await room.WithdrawAsync(id);
        await room.WorkThroughAsync(1);

        site.Messages.ShouldBeEmpty();
        (await room.DeliveryAsync(id)).State.ShouldBe(DeliveryState.Cancelled);
    }

    [Fact]
    public async Task What_is_withdrawn_while_it_is_sent_is_taken_back()
    {
        await using var site = await ReceivingSite.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database);
        await room.AddHookAsync(site.Address);
        var id = await room.Room.PublishedAsync(Newsroom.Content("发的时候撤下"));
        site.Meanwhile = async () =>
        {
            site.Meanwhile = null;
            await room.WithdrawAsync(id);
        };
        await room.WorkThroughAsync(1);

        site.Messages.Select(message => message.Event).ShouldBe(["document.published", "document.withdrawn"]);
    }

    [Fact]
    public async Task A_document_whose_time_is_over_is_taken_back_by_itself()
    {
        await using var site = await ReceivingSite.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database);
        await room.AddHookAsync(site.Address);
        await room.Room.PublishedAsync(Newsroom.Content("公示") with { Kind = Gongkai.Law.Publishing.DocumentKind.PublicNotice, ShownUntil = new DateOnly(2026, 1, 13) });
        await room.WorkThroughAsync(48);

        site.Messages.Select(message => message.Event).ShouldBe(["document.published", "document.withdrawn"]);
    }

    [Fact]
    public async Task An_address_inside_the_network_is_not_reached_unless_the_operator_allows_it()
    {
        await using var site = await ReceivingSite.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, mayReachInside: false);
        var hook = (await room.AddHookAsync(site.Address)).ChannelId;
        var id = await room.Room.PublishedAsync(Newsroom.Content("不许进内网"));
        await room.WorkAsync();

        site.Messages.ShouldBeEmpty();
        var stuck = await room.DeliveryAsync(id);
        (stuck.State, stuck.Tries).ShouldBe((DeliveryState.Stuck, 1));
        stuck.LastError.ShouldNotBeNull().ShouldContain("内部网络");
        (await room.Office.UseAsync<TestChannel, TestChannel.Result>(use => use.RunAsync(hook, room.Office.Head, Cancellation))).Answer.ShouldNotBeNull().ShouldContain("内部网络");
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.20.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2408:8000::1", true)]
    public void What_is_inside_a_network_is_known_by_its_number(string address, bool isOutside) => ChannelHttp.IsOutside(IPAddress.Parse(address)).ShouldBe(isOutside);

    [Fact]
    public async Task A_channel_that_is_not_chosen_gets_nothing_and_may_be_given_it_later_once()
    {
        await using var site = await ReceivingSite.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database);
        var hook = (await room.AddHookAsync(site.Address)).ChannelId;
        var id = await room.Room.ReviewedAsync(Newsroom.Content("选着发"));
        (await room.SettleAsync(use => use.ChooseAsync(id, [], room.Office.Clerk, Cancellation))).ShouldBeNull();
        (await room.SettleAsync(use => use.SendAsync(id, hook, room.Office.Clerk, Cancellation))).ShouldBe(ChannelRefusal.NotPublic);
        await room.Room.PublishAsync(id);
        await room.WorkAsync();
        site.Messages.ShouldBeEmpty();

        (await room.SettleAsync(use => use.SendAsync(id, hook, room.Office.Clerk, Cancellation))).ShouldBeNull();
        (await room.SettleAsync(use => use.SendAsync(id, hook, room.Office.Clerk, Cancellation))).ShouldBe(ChannelRefusal.WrongState);
        await room.WorkAsync();
        site.Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_delivery_whose_job_is_lost_is_found_by_the_sweep()
    {
        await using var site = await ReceivingSite.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database);
        await room.AddHookAsync(site.Address);
        var id = await room.Room.PublishedAsync(Newsroom.Content("任务丢了"));
        await room.Office.UseAsync<GongkaiDb, int>(db => db.Jobs.ExecuteDeleteAsync(Cancellation));
        await room.WorkAsync();
        site.Messages.ShouldBeEmpty();

        await room.Office.UseAsync<DeliverySweep, int>(sweep => sweep.SweepAsync(Cancellation));
        await room.WorkAsync();
        site.Messages.ShouldHaveSingleItem();
        (await room.DeliveryAsync(id)).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task Nobody_sets_up_a_channel_for_another_agency_and_the_secret_is_kept_sealed()
    {
        await using var site = await ReceivingSite.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database);
        var refused = await room.Office.UseAsync<ChannelDesk, ChannelDesk.Result>(desk => desk.SetUpAsync(room.Office.Bureau.Id, ChannelKind.Webhook, new("门户") { Address = site.Address }, Guid.CreateVersion7(), room.Office.Clerk, Cancellation));
        refused.Refusal.ShouldBe(ChannelRefusal.NotAllowed);
        var secret = (await room.AddHookAsync(site.Address)).Secret!;

        var kept = await room.Office.UseAsync<GongkaiDb, string>(db => db.Database.SqlQuery<string>(
            $"SELECT (SELECT string_agg(c::text, ' ') FROM channels c) || (SELECT string_agg(a::text, ' ') FROM audit_entries a) AS \"Value\"").SingleAsync(Cancellation));
        kept.ShouldContain("channel.setUp");
        kept.ShouldNotContain(secret);
        kept.ShouldNotContain(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret)));
    }
}
