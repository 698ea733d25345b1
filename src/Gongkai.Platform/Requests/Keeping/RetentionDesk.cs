using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Keeping;

/// <summary>到期处理: one person proposes what becomes of a case whose time is over, another confirms it. Before that nothing goes.</summary>
public sealed class RetentionDesk(GongkaiDb db, RequestDesk desk, RetentionQueries queries, Anonymisation anonymisation)
{
    private const int Longest = 1000;

    public async Task<RetentionRefusal?> ProposeAsync(Proposal proposal, Actor actor, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(proposal.Reason) || proposal.Reason.Length > Longest)
        {
            return RetentionRefusal.ReasonMissing;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await desk.LockAsync(proposal.RequestId, cancellation) is not { } hand || !Gate.May(actor, Act.ViewApplicants, hand.Situation.Path))
        {
            return RetentionRefusal.NotFound;
        }

        if (!Gate.May(actor, Act.HandleRequests, hand.Situation.Path))
        {
            return RetentionRefusal.NotAllowed;
        }

        if ((proposal.Action == RetentionAction.KeepLonger) != (proposal.Until > hand.Today))
        {
            return RetentionRefusal.UntilWrong;
        }

        if (!await queries.IsDueAsync(proposal.RequestId, cancellation))
        {
            return RetentionRefusal.NotDue;
        }

        if (await db.RetentionProposals.AnyAsync(open => open.RequestId == proposal.RequestId && open.DecidedAt == null, cancellation))
        {
            return RetentionRefusal.AlreadyProposed;
        }

        db.RetentionProposals.Add(new RetentionProposal
        {
            RequestId = proposal.RequestId, Action = proposal.Action, Until = proposal.Until, Reason = proposal.Reason.Trim(), ProposedAt = desk.Now, ProposedBy = actor.AccountId, ProposedByName = actor.Name,
        });
        await KeepAsync(hand, RequestStepKind.RetentionProposed, $"{RetentionWords.Of(proposal.Action)}{Until(proposal.Until)}：{proposal.Reason.Trim()}", actor, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    public async Task<RetentionRefusal?> DecideAsync(long proposalId, bool isConfirmed, string? because, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var requestId = await db.RetentionProposals.Where(open => open.Id == proposalId).Select(open => (long?)open.RequestId).SingleOrDefaultAsync(cancellation);
        if (requestId is not { } id || await desk.LockAsync(id, cancellation) is not { } hand || !Gate.May(actor, Act.ViewApplicants, hand.Situation.Path)
            || await db.RetentionProposals.SingleOrDefaultAsync(open => open.Id == proposalId && open.DecidedAt == null, cancellation) is not { } proposal)
        {
            return RetentionRefusal.NotFound;
        }

        if (!Gate.May(actor, Act.SignRequests, hand.Situation.Path))
        {
            return RetentionRefusal.NotAllowed;
        }

        if (proposal.ProposedBy == actor.AccountId)
        {
            return RetentionRefusal.OwnProposal;
        }

        if (!isConfirmed && string.IsNullOrWhiteSpace(because))
        {
            return RetentionRefusal.ReasonMissing;
        }

        if (isConfirmed && !await queries.IsDueAsync(id, cancellation))
        {
            return RetentionRefusal.NotDue;
        }

        (proposal.DecidedAt, proposal.DecidedByName, proposal.IsConfirmed, proposal.DecidedBecause) = (desk.Now, actor.Name, isConfirmed, because?.Trim());
        if (!isConfirmed)
        {
            await KeepAsync(hand, RequestStepKind.RetentionRejected, $"{RetentionWords.Of(proposal.Action)}：{because!.Trim()}", actor, cancellation);
        }
        else
        {
            await DoAsync(proposal, hand, actor, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return null;
    }

    private async Task DoAsync(RetentionProposal proposal, RequestInHand hand, Actor actor, CancellationToken cancellation)
    {
        var request = hand.Request;
        switch (proposal.Action)
        {
            case RetentionAction.KeepLonger:
                request.KeptUntil = proposal.Until;
                break;
            case RetentionAction.DestroyFiles:
                await anonymisation.DestroyFilesAsync(request.Id, cancellation);
                request.FilesDestroyedOn = hand.Today;
                break;
            case RetentionAction.Anonymise:
                request.FilesDestroyedOn ??= hand.Today;
                request.AnonymisedOn = hand.Today;
                await db.SaveChangesAsync(cancellation);
                await anonymisation.AnonymiseAsync(request, cancellation);
                db.ChangeTracker.Clear();
                hand = (await desk.LockAsync(request.Id, cancellation))!;
                break;
        }

        await KeepAsync(hand, RequestStepKind.RetentionConfirmed, $"{RetentionWords.Of(proposal.Action)}{Until(proposal.Until)}，{proposal.ProposedByName}提出", actor, cancellation);
    }

    private async Task KeepAsync(RequestInHand hand, RequestStepKind step, string note, Actor actor, CancellationToken cancellation)
    {
        await desk.RecordAsync(hand, RequestTaken.Done(step, note), actor, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private static string Until(DateOnly? day) => day is { } known ? $"到{known:yyyy-MM-dd}" : "";

    public sealed record Proposal(long RequestId, RetentionAction Action, DateOnly? Until, string Reason);
}
