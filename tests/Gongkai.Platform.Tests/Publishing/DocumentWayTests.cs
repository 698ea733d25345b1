using Gongkai.Law.Publishing;
using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Calendars;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Publishing.Releasing;
using Gongkai.Platform.Publishing.Reviewing;
using Gongkai.Platform.Publishing.Writing;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Publishing;

public sealed class DocumentWayTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_goes_through_three_reviews_and_the_secrecy_review_before_anyone_reads_it()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var office = room.Office;
        var id = await room.BeginAsync(Newsroom.Content());
        (await room.SheetAsync(id)).Clock!.LastDay.ShouldBe(new DateOnly(2026, 2, 6));
        (await room.SendAsync(id)).NextReview.ShouldBe(ReviewStep.First);

        (await room.ApproveAsync(id, ReviewStep.First, office.Reviewer)).NextReview.ShouldBe(ReviewStep.Second);
        (await room.PublishAsync(id)).Refusal.ShouldBe(DocumentRefusal.WrongState);
        (await room.ApproveAsync(id, ReviewStep.Second, room.Second)).NextReview.ShouldBe(ReviewStep.Secrecy);
        (await room.ApproveAsync(id, ReviewStep.Secrecy, room.Secrecy)).NextReview.ShouldBe(ReviewStep.Final);
        (await room.ApproveAsync(id, ReviewStep.Final, office.Head)).Stage.ShouldBe(DocumentStage.Ready);
        (await FindPublicAsync(room, id)).ShouldBeNull();

        (await room.PublishAsync(id)).Stage.ShouldBe(DocumentStage.Published);
        var shown = (await FindPublicAsync(room, id))!;
        shown.Publication.IndexNumber.ShouldEndWith("/2026-00001");
        shown.Publication.PublishedAt.ShouldBe(office.Clock.GetUtcNow());
        var sheet = await room.SheetAsync(id);
        sheet.Clock!.State.ShouldBe(ClockState.Met);
        sheet.Steps.Count(step => step.Step == DocumentStepKind.Approved).ShouldBe(4);
        sheet.Steps.Single(step => step.Review == ReviewStep.Secrecy).Checked.ShouldBe(SecrecyChecks.All);
        (await office.UseAsync<AuditVerification, AuditVerification.Result>(audit => audit.RunAsync(Cancellation))).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_reviews_what_he_wrote_and_nobody_gives_two_of_the_reviews()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var office = room.Office;
        var both = await office.HireAsync("钱多岗", (office.Bureau, Role.Clerk), (office.Bureau, Role.FirstReviewer), (office.Bureau, Role.SecondReviewer));
        var id = await room.BeginAsync(Newsroom.Content());
        var version = (await room.SheetAsync(id)).Version;
        (await office.UseAsync<SaveDocument, SaveDocument.Result>(use => use.RunAsync(new(id, Newsroom.Content("水库除险加固公告"), version), both, Cancellation))).Refusal.ShouldBeNull();
        await room.SendAsync(id);
        (await room.ApproveAsync(id, ReviewStep.First, both)).Refusal.ShouldBe(DocumentRefusal.OwnWork);

        var other = await room.BeginAsync(Newsroom.Content());
        await room.SendAsync(other);
        (await room.ApproveAsync(other, ReviewStep.First, both)).Refusal.ShouldBeNull();
        (await room.ApproveAsync(other, ReviewStep.Second, both)).Refusal.ShouldBe(DocumentRefusal.AlreadyReviewed);
        (await room.ApproveAsync(other, ReviewStep.Second, office.Head)).Refusal.ShouldBe(DocumentRefusal.NotAllowed);
    }

    [Fact]
    public async Task What_is_returned_with_remarks_begins_its_reviews_anew()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var office = room.Office;
        var id = await room.BeginAsync(Newsroom.Content());
        await room.SendAsync(id);
        await room.ApproveAsync(id, ReviewStep.First, office.Reviewer);
        (await office.UseAsync<ReviewDocument, DocumentResult>(use => use.ReturnAsync(new(id, "工期不清楚", [new("三月开工", "写明日期")]), room.Second, Cancellation))).Stage.ShouldBe(DocumentStage.Drafting);

        var sheet = await room.SheetAsync(id);
        var remark = sheet.Remarks.ShouldHaveSingleItem();
        remark.Quote.ShouldBe("三月开工");
        (await office.UseAsync<ReviewDocument, DocumentResult>(use => use.SettleAsync(id, remark.Id, office.Clerk, Cancellation))).IsDone.ShouldBeTrue();
        (await room.SendAsync(id)).NextReview.ShouldBe(ReviewStep.First);
    }

    [Fact]
    public async Task Two_writers_on_one_document_lose_nothing()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var office = room.Office;
        var id = await room.BeginAsync(Newsroom.Content());
        var version = (await room.SheetAsync(id)).Version;
        var first = await office.UseAsync<SaveDocument, SaveDocument.Result>(use => use.RunAsync(new(id, Newsroom.Content("甲写的"), version), office.OtherClerk, Cancellation));
        var second = await office.UseAsync<SaveDocument, SaveDocument.Result>(use => use.RunAsync(new(id, Newsroom.Content("乙写的"), version), office.Clerk, Cancellation));

        second.Refusal.ShouldBe(DocumentRefusal.ChangedMeanwhile);
        second.By.ShouldBe(office.OtherClerk.Name);
        (await office.UseAsync<SaveDocument, SaveDocument.Result>(use => use.RunAsync(new(id, Newsroom.Content("乙写的"), first.Version), office.Clerk, Cancellation))).Refusal.ShouldBeNull();
        var sheet = await room.SheetAsync(id);
        sheet.Row.Title.ShouldBe("乙写的");
        (await office.UseAsync<DocumentQueries, DocumentVersion?>(use => use.VersionAsync(id, first.Version, office.Clerk, Cancellation)))!.Content.Title.ShouldBe("甲写的");
    }

    [Fact]
    public async Task What_is_missing_is_named_field_by_field_before_it_goes_to_review()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var id = await room.BeginAsync(new DocumentContent { Kind = DocumentKind.PublicNotice, Attribute = DisclosureAttribute.Proactive, Title = "公示" });
        (await room.SendAsync(id)).Missing.Select(fault => fault.Field).ShouldBe(["MadeOn", "Category", "ShownUntil", "Body"]);

        var withheld = await room.BeginAsync(Newsroom.Content() with { Attribute = DisclosureAttribute.Withheld });
        (await room.SendAsync(withheld)).Missing.ShouldHaveSingleItem().Field.ShouldBe("AttributeReason");
    }

    [Fact]
    public async Task A_script_in_the_text_is_gone_before_it_is_kept()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var id = await room.BeginAsync(Newsroom.Content() with { Body = "<p onclick=\"x()\">正文<script>alert(1)</script></p>" });
        (await room.SheetAsync(id)).Content.Body.ShouldBe("<p>正文</p>");
    }

    [Fact]
    public async Task An_identity_number_stops_a_document_until_it_is_masked()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var office = room.Office;
        var id = await room.BeginAsync(Newsroom.Content() with { Body = "<p>联系人身份证号码11010519491231002X，请核对。</p>" });
        (await room.SendAsync(id)).Refusal.ShouldBe(DocumentRefusal.ScreeningHits);

        var hits = (await office.UseAsync<DocumentHits, IReadOnlyList<JudgedHit>?>(use => use.OfAsync(id, office.Clerk, Cancellation)))!;
        var grave = hits.Single(hit => hit.Holds);
        grave.Hit.Found.ShouldNotContain("11010519491231002X");
        (await office.UseAsync<JudgeHits, DocumentResult>(use => use.KeepAsync(id, grave.Hit.Fingerprint, "已核对", office.Clerk, Cancellation))).Refusal.ShouldBe(DocumentRefusal.NotAllowed);
        (await office.UseAsync<JudgeHits, DocumentResult>(use => use.MendAsync(id, [grave.Hit.Fingerprint], office.Clerk, Cancellation))).IsDone.ShouldBeTrue();

        (await room.SheetAsync(id)).Content.Body.ShouldNotContain("11010519491231002X");
        (await room.SendAsync(id)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_withheld_is_kept_and_looked_at_again_until_it_can_be_published()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var office = room.Office;
        var id = await room.ReviewedAsync(Newsroom.Content() with { Attribute = DisclosureAttribute.Withheld, AttributeReason = "方案没有确定" });
        (await room.SheetAsync(id)).Row.Stage.ShouldBe(DocumentStage.Kept);
        (await FindPublicAsync(room, id)).ShouldBeNull();

        office.Clock.Move(TimeSpan.FromDays(300));
        (await office.UseAsync<LookAgain, DocumentResult>(use => use.KeepAsync(id, "仍在论证", office.Clerk, Cancellation))).IsDone.ShouldBeTrue();
        (await room.SheetAsync(id)).Row.LookedAtOn.ShouldBe(new DateOnly(2026, 11, 8));
        (await office.UseAsync<LookAgain, DocumentResult>(use => use.PublishAsync(id, "方案已经批准", office.Clerk, Cancellation))).Stage.ShouldBe(DocumentStage.Drafting);
        (await room.SheetAsync(id)).Content.Attribute.ShouldBe(DisclosureAttribute.Proactive);
    }

    [Fact]
    public async Task An_agency_without_a_reviewer_is_reviewed_by_the_authority_above()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var office = room.Office;
        var station = await office.AddAgencyAsync("云溪水文站", Gongkai.Platform.Organizations.AgencyKind.Department, office.County);
        var clerk = await office.HireAsync("站文书", (station, Role.Clerk));
        var begun = await office.UseAsync<BeginDocument, DocumentResult>(use => use.RunAsync(new(station.Id, Newsroom.Content(), Guid.CreateVersion7()), clerk, Cancellation));
        (await office.UseAsync<SendToReview, DocumentResult>(use => use.RunAsync(begun.DocumentId, clerk, Cancellation))).IsDone.ShouldBeTrue();

        (await office.UseAsync<GongkaiDb, int>(db => db.Notifications.CountAsync(told => told.AccountId == office.Officer.AccountId && told.Text.Contains("一审一校"), Cancellation))).ShouldBe(1);
        (await ApproveAsync(office.Reviewer)).Refusal.ShouldBe(DocumentRefusal.NotFound);
        (await ApproveAsync(office.Officer)).NextReview.ShouldBe(ReviewStep.Second);

        Task<DocumentResult> ApproveAsync(Actor actor) => office.UseAsync<ReviewDocument, DocumentResult>(
            use => use.ApproveAsync(new(begun.DocumentId, ReviewStep.First, 1, "", true, "", []), actor, Cancellation));
    }

    [Fact]
    public async Task A_draft_that_is_not_needed_is_laid_aside_and_can_be_taken_up_again()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var office = room.Office;
        var id = await room.BeginAsync(Newsroom.Content());
        (await office.UseAsync<WithdrawDocument, DocumentResult>(use => use.DiscardAsync(id, "", office.Clerk, Cancellation))).Refusal.ShouldBe(DocumentRefusal.TextMissing);
        (await office.UseAsync<WithdrawDocument, DocumentResult>(use => use.DiscardAsync(id, "重复起草", office.Clerk, Cancellation))).Stage.ShouldBe(DocumentStage.Discarded);
        (await room.SendAsync(id)).Refusal.ShouldBe(DocumentRefusal.WrongState);
        (await office.UseAsync<WithdrawDocument, DocumentResult>(use => use.CorrectAsync(id, "还要用", office.Clerk, Cancellation))).Stage.ShouldBe(DocumentStage.Drafting);

        var published = await room.PublishedAsync(Newsroom.Content("已经公开的"));
        (await office.UseAsync<WithdrawDocument, DocumentResult>(use => use.DiscardAsync(published, "不要了", office.Clerk, Cancellation))).Refusal.ShouldBe(DocumentRefusal.WrongState);
    }

    [Fact]
    public async Task The_last_day_of_publication_moves_with_the_catalog()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var office = room.Office;
        var item = await office.UseAsync<GongkaiDb, CatalogItem>(db => db.CatalogItems.FirstAsync(found => found.Name == "项目批准", Cancellation));
        var id = await room.BeginAsync(Newsroom.Content() with { CatalogItemId = item.Id });
        (await room.SheetAsync(id)).Row.DueOn.ShouldBe(new DateOnly(2026, 2, 6));

        await office.UseAsync<GongkaiDb, int>(db => db.CatalogItems.Where(found => found.Id == item.Id).ExecuteUpdateAsync(set => set.SetProperty(found => found.LimitDays, 7), Cancellation));
        await office.UseAsync<ClockSweep, Swept>(sweep => sweep.KeepAsync(Cancellation));
        await office.UseAsync<GongkaiDb, int>(db => db.CatalogItems.Where(found => found.Id == item.Id).ExecuteUpdateAsync(set => set.SetProperty(found => found.LimitDays, 20), Cancellation));

        (await room.SheetAsync(id)).Row.DueOn.ShouldBe(new DateOnly(2026, 1, 20));
    }

    private static Task<PublicDocument?> FindPublicAsync(Newsroom room, long id) => room.Office.UseAsync<PublicDocumentQueries, PublicDocument?>(use => use.FindAsync(id, Cancellation));
}
