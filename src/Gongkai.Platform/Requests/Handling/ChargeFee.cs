using Gongkai.Law.Fees;
using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Handling;

/// <summary>信息处理费 (国办函〔2020〕109号): on one scale, told with its reckoning, paid within 20 working days.</summary>
public sealed class ChargeFee(GongkaiDb db, RequestDesk desk)
{
    public Task<RequestResult> NoticeAsync(Notice notice, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(notice.RequestId, RequestAction.NoticeFee, actor, async hand =>
        {
            if (hand.Refuse(notice.SentOn) is { } refusal)
            {
                return RequestTaken.Refused(refusal);
            }

            if (await db.RequestFees.AnyAsync(fee => fee.RequestId == notice.RequestId, cancellation))
            {
                return RequestTaken.Refused(RequestRefusal.WrongState);
            }

            var ordinal = await OrdinalAsync(db, hand.Request, cancellation);
            var amount = notice.Scale switch
            {
                FeeScale.ByCount => ProcessingFee.OfRequest(ordinal),
                FeeScale.ByVolume => ProcessingFee.OfPages(Math.Max(0, notice.Pages)),
            };
            if (amount == 0 || notice.SentOn < ProcessingFee.InForceFrom)
            {
                return RequestTaken.Refused(RequestRefusal.NothingToPay);
            }

            db.RequestFees.Add(new RequestFee { RequestId = notice.RequestId, Scale = notice.Scale, Ordinal = ordinal, Pages = notice.Pages, Amount = amount });
            var reckoning = notice.Scale == FeeScale.ByCount ? $"按件计收，当月第{ordinal}件" : $"按量计收，{notice.Pages}页";
            return RequestTaken.Done(RequestStepKind.FeeNoticed, $"{reckoning}，{amount}元", RequestEvent.FeeNoticed(notice.SentOn, notice.ServedOn));
        }, cancellation);

    public Task<RequestResult> RecordPaymentAsync(Payment payment, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(payment.RequestId, RequestAction.RecordPayment, actor, async hand =>
        {
            if (hand.Refuse(payment.PaidOn) is { } refusal)
            {
                return RequestTaken.Refused(refusal);
            }

            var fee = await db.RequestFees.SingleOrDefaultAsync(owed => owed.RequestId == payment.RequestId && owed.PaidOn == null, cancellation);
            if (fee is null)
            {
                return RequestTaken.Refused(RequestRefusal.WrongState);
            }

            fee.PaidOn = payment.PaidOn;
            fee.ReceiptNumber = string.IsNullOrWhiteSpace(payment.ReceiptNumber) ? null : payment.ReceiptNumber.Trim();
            return RequestTaken.Done(RequestStepKind.FeePaid, $"缴费{fee.Amount}元{(fee.ReceiptNumber is { } number ? $"，票据{number}" : "")}", RequestEvent.FeePaid(payment.PaidOn));
        }, cancellation);

    public Task<RequestResult> RefundAsync(Refund refund, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(refund.RequestId, RequestAction.RefundFee, actor, async hand =>
        {
            var fee = await db.RequestFees.SingleOrDefaultAsync(paid => paid.RequestId == refund.RequestId && paid.PaidOn != null && paid.RefundedOn == null, cancellation);
            if (fee is null)
            {
                return RequestTaken.Refused(RequestRefusal.WrongState);
            }

            if (hand.Refuse(refund.RefundedOn) is { } refusal)
            {
                return RequestTaken.Refused(refusal);
            }

            fee.RefundedOn = refund.RefundedOn;
            return RequestTaken.Done(RequestStepKind.FeeRefunded, $"退还{fee.Amount}元：{refund.Reason.Trim()}");
        }, cancellation);

    /// <summary>The how-manieth request this is of its applicant to this agency in the calendar month of its arrival.</summary>
    internal static Task<int> OrdinalAsync(GongkaiDb db, Request request, CancellationToken cancellation)
    {
        var first = new DateOnly(request.ArrivedOn.Year, request.ArrivedOn.Month, 1);
        var next = first.AddMonths(1);
        return db.Requests.CountAsync(
            other => other.AgencyId == request.AgencyId && other.ApplicantKey == request.ApplicantKey && other.ArrivedOn >= first && other.ArrivedOn < next
                && (other.ArrivedOn < request.ArrivedOn || (other.ArrivedOn == request.ArrivedOn && other.Id <= request.Id)), cancellation);
    }

    public sealed record Notice(long RequestId, FeeScale Scale, int Pages, DateOnly SentOn, DateOnly? ServedOn);

    public sealed record Payment(long RequestId, DateOnly PaidOn, string? ReceiptNumber);

    public sealed record Refund(long RequestId, DateOnly RefundedOn, string Reason);
}
