using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing.Reviewing;

namespace Gongkai.Platform.Tests.Publishing;

/// <summary>Which reviews there are is set by agency and kind; the secrecy review and the signature are always among them.</summary>
public sealed class ReviewWayTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_short_way_that_the_authority_sets_for_notices_leaves_the_second_review_out_and_nothing_else()
    {
        await using var room = await Newsroom.OpenAsync(database);
        (await SetAsync(room, room.Office.Officer, DocumentKind.Notice, ReviewWay.Short)).ShouldBeTrue();
        var id = await room.BeginAsync(Newsroom.Content());
        (await room.SendAsync(id)).NextReview.ShouldBe(ReviewStep.First);
        (await room.ApproveAsync(id, ReviewStep.First, room.Office.Reviewer)).NextReview.ShouldBe(ReviewStep.Secrecy);
        (await room.ApproveAsync(id, ReviewStep.Secrecy, room.Secrecy)).NextReview.ShouldBe(ReviewStep.Final);
    }

    [Fact]
    public async Task What_binds_people_never_goes_the_short_way()
    {
        await using var room = await Newsroom.OpenAsync(database);
        (await SetAsync(room, room.Office.Officer, DocumentKind.PolicyDocument, ReviewWay.Short)).ShouldBeTrue();
        var rows = await room.Office.UseAsync<ReviewWays, IReadOnlyList<ReviewWayRow>?>(ways => ways.ListAsync(room.Office.Bureau.Id, room.Office.Officer, Cancellation));
        rows!.Single(row => row.Kind == DocumentKind.PolicyDocument).ShouldBe(new ReviewWayRow(DocumentKind.PolicyDocument, null, ReviewWay.Long, null));
    }

    [Fact]
    public async Task A_document_on_its_way_goes_on_from_where_it_is_when_the_way_is_changed()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var id = await room.BeginAsync(Newsroom.Content());
        await room.SendAsync(id);
        (await room.ApproveAsync(id, ReviewStep.First, room.Office.Reviewer)).NextReview.ShouldBe(ReviewStep.Second);
        (await SetAsync(room, room.Office.Officer, DocumentKind.Notice, ReviewWay.Short)).ShouldBeTrue();
        (await room.ApproveAsync(id, ReviewStep.Second, room.Second)).NextReview.ShouldBe(ReviewStep.Secrecy);
    }

    [Fact]
    public async Task A_clerk_sets_no_ways()
    {
        await using var room = await Newsroom.OpenAsync(database);
        (await SetAsync(room, room.Office.Clerk, DocumentKind.Notice, ReviewWay.Short)).ShouldBeFalse();
    }

    private static Task<bool> SetAsync(Newsroom room, Actor actor, DocumentKind kind, ReviewWay way) =>
        room.Office.UseAsync<ReviewWays, bool>(ways => ways.SetAsync(room.Office.Bureau.Id, new Dictionary<DocumentKind, ReviewWay?> { [kind] = way }, actor, Cancellation));
}
