using Gongkai.Law.Fees;

namespace Gongkai.Law.Tests.Fees;

/// <summary>国办函〔2020〕109号第四条、第五条.</summary>
public sealed class ProcessingFeeTests
{
    [Theory]
    [InlineData(10, 0)]
    [InlineData(25, 1_500)]
    [InlineData(35, 3_000)]
    [InlineData(62, 12_000)]
    public void 按件计收_一个自然月累计(int requests, int yuan) => ProcessingFee.OfMonth(requests).ShouldBe(yuan);

    [Theory]
    [InlineData(10, 0)]
    [InlineData(11, 100)]
    [InlineData(30, 100)]
    [InlineData(31, 200)]
    [InlineData(40, 200)]
    [InlineData(41, 300)]
    [InlineData(61, 500)]
    public void 每一件按其序号计收(int ordinal, int yuan) => ProcessingFee.OfRequest(ordinal).ShouldBe(yuan);

    [Theory]
    [InlineData(30, 0)]
    [InlineData(31, 10)]
    [InlineData(100, 700)]
    [InlineData(180, 2_300)]
    [InlineData(200, 2_700)]
    [InlineData(260, 5_100)]
    public void 按量计收_每件单独计页(int pages, int yuan) => ProcessingFee.OfPages(pages).ShouldBe(yuan);

    [Fact]
    public void 一封信拆为十四件_第十一至十四件各收一百元() => Enumerable.Range(1, 14).Sum(ProcessingFee.OfRequest).ShouldBe(400);

    [Fact]
    public void 两种标准金额相同的按件计收()
    {
        ProcessingFee.Proposed(12, 40).ShouldBe(FeeScale.ByCount);
        ProcessingFee.Proposed(12, 31).ShouldBe(FeeScale.ByVolume);
        ProcessingFee.Proposed(12, 260).ShouldBe(FeeScale.ByCount);
    }
}
