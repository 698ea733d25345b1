using Gongkai.Law.Requests;

namespace Gongkai.Law.Tests.Requests;

/// <summary>《政府信息公开条例》第三十一条；国办公开办函〔2016〕235号.</summary>
public sealed class DayOfReceiptTests
{
    private static readonly DateOnly Arrived = new(2026, 5, 7);
    private static readonly DateOnly Confirmed = new(2026, 5, 8);

    [Theory]
    [InlineData(IntakeChannel.Counter)]
    [InlineData(IntakeChannel.SignedPost)]
    [InlineData(IntakeChannel.Oral)]
    public void 当面提交和签收的邮件_提交或签收之日为收到之日(IntakeChannel channel) => DayOfReceipt.Of(channel, Arrived, null).ShouldBe(Arrived);

    [Theory]
    [InlineData(IntakeChannel.PlainPost)]
    [InlineData(IntakeChannel.Online)]
    [InlineData(IntakeChannel.Fax)]
    [InlineData(IntakeChannel.Email)]
    public void 平常信函和互联网渠道_确认之日为收到之日(IntakeChannel channel)
    {
        DayOfReceipt.Of(channel, Arrived, null).ShouldBeNull();
        DayOfReceipt.Of(channel, Arrived, Confirmed).ShouldBe(Confirmed);
    }

    [Theory]
    [InlineData(ServiceWay.Post, "2026-05-07")]
    [InlineData(ServiceWay.Electronic, "2026-05-07")]
    [InlineData(ServiceWay.Direct, "2026-05-08")]
    [InlineData(ServiceWay.ThroughAgency, "2026-05-08")]
    public void 邮寄的以交邮之日_直接送达的以签收之日为答复之日(ServiceWay way, string day) =>
        DayOfService.Of(way, Arrived, Confirmed).ShouldBe(Case.Day(day));
}
