using Gongkai.Law.Publishing;

namespace Gongkai.Law.Tests.Publishing;

public sealed class DocumentValidityTests
{
    private static readonly DateOnly Effective = new(2024, 1, 1);
    private static readonly DateOnly Expires = new(2025, 12, 31);

    [Theory]
    [InlineData("2023-12-31", DocumentStatus.NotYetInForce, true)]
    [InlineData("2024-01-01", DocumentStatus.InForce, true)]
    [InlineData("2025-12-31", DocumentStatus.InForce, true)]
    [InlineData("2026-01-01", DocumentStatus.Expired, false)]
    public void A_document_is_in_force_from_its_first_day_to_its_last(string day, DocumentStatus status, bool counts)
    {
        var validity = new DocumentValidity(Effective, Expires, null, null);

        validity.On(DateOnly.Parse(day, null)).ShouldBe(status);
        validity.CountsOn(DateOnly.Parse(day, null)).ShouldBe(counts);
    }

    [Fact]
    public void What_is_repealed_is_out_of_force_from_that_day_and_stays_what_it_was_before()
    {
        var validity = new DocumentValidity(Effective, Expires, null, new DateOnly(2025, 6, 1));

        validity.On(new DateOnly(2025, 5, 31)).ShouldBe(DocumentStatus.InForce);
        validity.On(new DateOnly(2025, 6, 1)).ShouldBe(DocumentStatus.Repealed);
        validity.On(new DateOnly(2026, 6, 1)).ShouldBe(DocumentStatus.Repealed);
    }

    [Fact]
    public void What_had_expired_before_it_was_repealed_stays_expired() =>
        new DocumentValidity(Effective, Expires, null, new DateOnly(2026, 6, 1)).On(new DateOnly(2026, 7, 1)).ShouldBe(DocumentStatus.Expired);

    [Fact]
    public void An_amended_document_counts_as_in_force() =>
        new DocumentValidity(Effective, null, new DateOnly(2025, 1, 1), null).CountsOn(new DateOnly(2025, 12, 31)).ShouldBeTrue();
}
