using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Handling;

/// <summary>征求意见: of a third party, whose silence leaves the decision to the agency (第三十二条), or of another agency, whose silence is consent (第三十四条).</summary>
public sealed class Consult(GongkaiDb db, RequestDesk desk)
{
    public Task<RequestResult> AskAsync(Question question, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(question.RequestId, RequestAction.AskParty, actor, async hand =>
        {
            var name = question.Name.Trim();
            if (name.Length == 0)
            {
                return RequestTaken.Refused(RequestRefusal.TextMissing);
            }

            if (hand.Refuse(question.SentOn) is { } refusal)
            {
                return RequestTaken.Refused(refusal);
            }

            var number = 1 + await db.ConsultedParties.CountAsync(party => party.RequestId == question.RequestId && party.IsAgency == question.IsAgency, cancellation);
            db.ConsultedParties.Add(new ConsultedParty { RequestId = question.RequestId, Number = number, IsAgency = question.IsAgency, Name = name });
            var happened = question.IsAgency
                ? RequestEvent.AgencyAsked(question.SentOn, question.ReceivedOn, number)
                : RequestEvent.ThirdPartyAsked(question.SentOn, question.ReceivedOn, number);
            return RequestTaken.Done(RequestStepKind.PartyAsked, $"向{name}征求意见", happened);
        }, cancellation);

    public Task<RequestResult> RecordAsync(Opinion opinion, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(opinion.RequestId, RequestAction.RecordOpinion, actor, async hand =>
        {
            var party = await db.ConsultedParties.SingleOrDefaultAsync(
                asked => asked.RequestId == opinion.RequestId && asked.IsAgency == opinion.IsAgency && asked.Number == opinion.Number && asked.Agrees == null, cancellation);
            if (party is null)
            {
                return RequestTaken.Refused(RequestRefusal.NoSuchParty);
            }

            if (hand.Refuse(opinion.ReceivedOn) is { } refusal)
            {
                return RequestTaken.Refused(refusal);
            }

            party.Agrees = opinion.Agrees;
            party.Opinion = string.IsNullOrWhiteSpace(opinion.Text) ? null : opinion.Text.Trim();
            var happened = opinion.IsAgency
                ? RequestEvent.AgencyReplied(opinion.ReceivedOn, opinion.Number)
                : RequestEvent.ThirdPartyReplied(opinion.ReceivedOn, opinion.Number);
            return RequestTaken.Done(RequestStepKind.PartyReplied, $"{party.Name}{(opinion.Agrees ? "同意" : "不同意")}公开{(party.Opinion is { } text ? $"：{text}" : "")}", happened);
        }, cancellation);

    /// <summary>告知第三方: the public interest asks for disclosure although the third party does not agree (第三十二条).</summary>
    public Task<RequestResult> InformAsync(Notice notice, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(notice.RequestId, RequestAction.InformThirdParty, actor, async hand =>
        {
            var name = await db.ConsultedParties.Where(asked => asked.RequestId == notice.RequestId && !asked.IsAgency && asked.Number == notice.Number)
                .Select(asked => asked.Name).SingleOrDefaultAsync(cancellation);
            if (name is null)
            {
                return RequestTaken.Refused(RequestRefusal.NoSuchParty);
            }

            if (notice.Reason.Trim().Length == 0)
            {
                return RequestTaken.Refused(RequestRefusal.TextMissing);
            }

            return hand.Refuse(notice.SentOn) is { } refusal
                ? RequestTaken.Refused(refusal)
                : RequestTaken.Done(RequestStepKind.ThirdPartyInformed, $"告知{name}：{notice.Reason.Trim()}", RequestEvent.ThirdPartyInformed(notice.SentOn, notice.Days, notice.Number));
        }, cancellation);

    /// <param name="RequestId">The case.</param>
    /// <param name="IsAgency">Whether another agency is asked, and not a third party.</param>
    /// <param name="Name">Who is asked.</param>
    /// <param name="SentOn">The day on which the paper was sent.</param>
    /// <param name="ReceivedOn">The day on which it was received; null while unknown.</param>
    public sealed record Question(long RequestId, bool IsAgency, string Name, DateOnly SentOn, DateOnly? ReceivedOn);

    public sealed record Opinion(long RequestId, bool IsAgency, int Number, bool Agrees, string? Text, DateOnly ReceivedOn);

    public sealed record Notice(long RequestId, int Number, string Reason, int? Days, DateOnly SentOn);
}
