using Gongkai.Reports.Mending;

namespace Gongkai.Reports.Tests.Mending;

public sealed class SlipTests
{
    [Theory]
    [InlineData(0, 12, nameof(Slip.LeftZero))]
    [InlineData(12, 122, nameof(Slip.DigitLost))]
    [InlineData(2, 24, nameof(Slip.DigitLost))]
    [InlineData(1122, 122, nameof(Slip.DigitAdded))]
    [InlineData(240, 24, nameof(Slip.DigitAdded))]
    [InlineData(54, 45, nameof(Slip.DigitsTransposed))]
    [InlineData(1324, 1234, nameof(Slip.DigitsTransposed))]
    [InlineData(36, 86, nameof(Slip.DigitWrong))]
    [InlineData(4321, 1234, nameof(Slip.None))]
    [InlineData(3, 8, nameof(Slip.None))]
    [InlineData(3, 0, nameof(Slip.None))]
    [InlineData(1.5, 15, nameof(Slip.None))]
    public void Slips_are_known_by_the_digits(double printed, double meant, string slip) =>
        Slips.Between((decimal)printed, (decimal)meant).ToString().ShouldBe(slip);
}
