using Gongkai.Platform.Accounts;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings;

/// <summary>Tells those in the agency whose turn it now is, or whom it concerns, what happened to a report.</summary>
public sealed class FilingTidings(GongkaiDb db, Outbox outbox, TimeProvider time)
{
    private static readonly Role[] Reviewers = [Role.FirstReviewer, Role.SecondReviewer, Role.FinalReviewer, Role.SecrecyReviewer];

    internal async Task TellAsync(FilingInHand hand, FilingStep step, Actor actor, string? note, CancellationToken cancellation)
    {
        if (NewsOf(hand.Situation, step) is not var (news, roles))
        {
            return;
        }

        var today = time.Today();
        var people = await (
            from post in db.PostsHeld(today)
            where post.AgencyId == hand.Filing.AgencyId && roles.Contains(post.Role) && post.AccountId != actor.AccountId
            select post.AccountId).Distinct().ToListAsync(cancellation);
        var text = $"{hand.AgencyName} {hand.Filing.Year} 年度报告{news}{(string.IsNullOrEmpty(note) ? "。" : $"：{note}")}";
        foreach (var person in people)
        {
            await outbox.TellAsync(new Message(person, $"{hand.Filing.Year} 年度报告{news}", text, $"/work/filings/{hand.Filing.Id}"), cancellation);
        }
    }

    private static (string News, Role[] Roles)? NewsOf(FilingSituation before, FilingStep step) => step switch
    {
        FilingStep.SentToReview => ("已送审，请审核、签发", [.. Reviewers, Role.Head]),
        FilingStep.Approved when before.PendingReviews.Count == 1 => ("审核已完成，请签发", [Role.Head]),
        FilingStep.SentBack => ("被退回修改", [Role.Clerk]),
        FilingStep.Signed => ("已签发，请报送", [Role.Clerk]),
        FilingStep.Returned => ("被主管部门退回", [Role.Clerk, Role.Head]),
        FilingStep.Accepted => ("已被主管部门接收，可以发布", [Role.Clerk, Role.Head]),
        _ => null,
    };
}
