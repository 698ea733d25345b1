using System.Text.RegularExpressions;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Channels.Subscriptions;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Search.Indexing;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Channels;

public sealed partial class SubscriptionTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_gets_nothing_but_the_question_until_it_is_confirmed()
    {
        await using var room = await ChannelRoom.OpenAsync(database, withMail: true);
        await SubscribeAsync(room, SubscriptionSubject.Agency);
        await PublishAsync(room, "还没有确认的时候");
        var question = (await LettersAsync(room)).ShouldHaveSingleItem();
        question.Subject.ShouldBe("请确认订阅");
        question.Recipient.ShouldBe("zhou@example.cn");

        await ConfirmAsync(room, question);
        await PublishAsync(room, "确认以后公开的");
        var letter = (await LettersAsync(room)).Last();
        letter.Subject.ShouldContain("确认以后公开的");
        letter.Text.ShouldNotContain("还没有确认的时候");
        letter.Text.ShouldContain($"{ChannelRoom.Site}/documents/");
        MailText.Of(letter, "gongkai@example.cn").ShouldContain($"List-Unsubscribe: <{letter.StopAddress}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click");
    }

    [Fact]
    public async Task The_address_and_the_links_stand_nowhere_in_the_clear()
    {
        await using var room = await ChannelRoom.OpenAsync(database, withMail: true);
        await SubscribeAsync(room, SubscriptionSubject.Agency, address: "geheim@example.cn");
        var token = TokenOf((await LettersAsync(room)).Single());
        var kept = await room.Office.UseAsync<GongkaiDb, string>(db => db.Database.SqlQuery<string>(
            $"SELECT (SELECT string_agg(s::text, ' ') FROM subscriptions s) || (SELECT string_agg(m::text, ' ') FROM mails m) || (SELECT coalesce(string_agg(j::text, ' '), '') FROM jobs j) AS \"Value\"").SingleAsync(Cancellation));

        kept.ShouldNotContain("geheim");
        kept.ShouldNotContain(token);
        kept.ShouldNotContain(Convert.ToHexStringLower("geheim"u8));
    }

    [Fact]
    public async Task One_letter_a_day_tells_of_each_document_once_and_not_of_what_was_withdrawn()
    {
        await using var room = await ChannelRoom.OpenAsync(database, withMail: true);
        await SubscribeAsync(room, SubscriptionSubject.Category, SubscriptionPace.Daily);
        await ConfirmAsync(room, (await LettersAsync(room)).Single());
        await PublishAsync(room, "今天的第一份");
        await PublishAsync(room, "今天的第二份");
        var withdrawn = await PublishAsync(room, "发了又撤的");
        await room.WithdrawAsync(withdrawn);
        var late = await PublishAsync(room, "写信以后才撤的");
        (await DailyAsync(room)).ShouldBe(1);
        (await DailyAsync(room)).ShouldBe(0);
        await room.WithdrawAsync(late);

        var letter = (await LettersAsync(room)).Last();
        letter.Text.ShouldContain("今天的第一份");
        letter.Text.ShouldContain("今天的第二份");
        letter.Text.ShouldNotContain("才撤的");
        letter.Text.ShouldNotContain("又撤的");
    }

    [Fact]
    public async Task A_search_is_told_of_what_holds_its_words_alone()
    {
        await using var room = await ChannelRoom.OpenAsync(database, withMail: true);
        await SubscribeAsync(room, SubscriptionSubject.Search, query: "低保 审批");
        await ConfirmAsync(room, (await LettersAsync(room)).Single());
        await PublishAsync(room, "低保审批结果");
        await PublishAsync(room, "水库公告");

        var letters = await LettersAsync(room);
        letters.ShouldHaveSingleItem().Subject.ShouldContain("低保审批结果");
    }

    [Fact]
    public async Task Who_stops_gets_no_letter_any_more_not_even_one_that_was_written()
    {
        await using var room = await ChannelRoom.OpenAsync(database, withMail: true);
        await SubscribeAsync(room, SubscriptionSubject.Agency);
        var question = (await LettersAsync(room)).Single();
        await ConfirmAsync(room, question);
        await PublishAsync(room, "写好还没有寄的");
        (await LettersAsync(room)).Count.ShouldBe(1);
        await room.Office.UseAsync<Subscribe, int>(async use =>
        {
            await use.StopAsync(TokenOf(question), Cancellation);
            return 0;
        });

        (await LettersAsync(room)).ShouldBeEmpty();
        (await room.Office.UseAsync<GongkaiDb, bool>(db => db.Subscriptions.AnyAsync(subscription => subscription.TokenHash == SubscriptionSeal.HashOf(TokenOf(question)), Cancellation))).ShouldBeFalse();
    }

    [Fact]
    public async Task An_address_is_not_flooded_with_questions_and_what_was_never_confirmed_is_forgotten()
    {
        await using var room = await ChannelRoom.OpenAsync(database, withMail: true);
        for (var time = 0; time < 6; time++)
        {
            await SubscribeAsync(room, SubscriptionSubject.Agency, address: "flood@example.cn");
        }

        (await LettersAsync(room)).Count.ShouldBe(3);
        room.Office.Clock.Move(TimeSpan.FromDays(4));
        await DailyAsync(room);
        (await LettersAsync(room)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("zhou")]
    [InlineData("zhou@example")]
    [InlineData("周 <zhou@example.cn>")]
    [InlineData("a@b.cn\r\nBcc: c@d.cn")]
    public async Task What_is_no_address_is_refused(string address)
    {
        await using var room = await ChannelRoom.OpenAsync(database, withMail: true);
        (await room.Office.UseAsync<Subscribe, Subscribe.Refusal?>(use => use.RunAsync(new(SubscriptionSubject.Agency, room.Office.Bureau.Id, null, null, SubscriptionPace.Daily, address, Guid.CreateVersion7()), Cancellation))).ShouldBe(Subscribe.Refusal.AddressWrong);
    }

    private static async Task SubscribeAsync(ChannelRoom room, SubscriptionSubject subject, SubscriptionPace pace = SubscriptionPace.AtOnce, string? query = null, string address = "zhou@example.cn")
    {
        await room.Office.UseAsync<GongkaiDb, int>(db => db.Subscriptions.Where(_ => address != "flood@example.cn").ExecuteDeleteAsync(Cancellation));
        (await room.Office.UseAsync<Subscribe, Subscribe.Refusal?>(use => use.RunAsync(new(subject, room.Office.Bureau.Id, CatalogCategory.MajorProjects, query, pace, address, Guid.CreateVersion7()), Cancellation))).ShouldBeNull();
    }

    /// <summary>Publishes, keeps its words, and tells those who want to know at once.</summary>
    private static async Task<long> PublishAsync(ChannelRoom room, string title)
    {
        room.Office.Clock.Move(TimeSpan.FromMinutes(1));
        var id = await room.Room.PublishedAsync(Newsroom.Content(title));
        await room.Office.UseAsync<SearchIndex, int>(index => index.SweepAsync(Cancellation));
        (await room.Office.UseAsync<SubscriptionPost, bool>(post => post.AtOnceAsync(id, Cancellation))).ShouldBeTrue();
        return id;
    }

    private static Task<int> DailyAsync(ChannelRoom room) => room.Office.UseAsync<SubscriptionPost, int>(post => post.DailyAsync(Cancellation));

    /// <summary>The letters as they would be sent now.</summary>
    private static async Task<List<Mail>> LettersAsync(ChannelRoom room)
    {
        var mails = await room.Office.UseAsync<GongkaiDb, List<Mail>>(db => db.Mails.AsNoTracking().Where(mail => mail.SubscriptionId != null).OrderBy(mail => mail.Id).ToListAsync(Cancellation));
        var letters = new List<Mail>();
        foreach (var mail in mails)
        {
            if (await room.Office.UseAsync<SubscriptionLetters, Mail?>(use => use.ComposeAsync(mail, Cancellation)) is { } letter)
            {
                letters.Add(letter);
            }
        }

        return letters;
    }

    private static async Task ConfirmAsync(ChannelRoom room, Mail question) =>
        (await room.Office.UseAsync<Subscribe, bool>(use => use.ConfirmAsync(TokenOf(question), Cancellation))).ShouldBeTrue();

    private static string TokenOf(Mail mail) => Token().Match(mail.Text).Groups[1].Value;

    [GeneratedRegex("/subscribe/(?:confirm|stop)/([0-9a-f]+)")]
    private static partial Regex Token();
}
