using Gongkai.Law.Disputes;

namespace Gongkai.Law.Tests.Disputes;

/// <summary>表四: each dispute once, by its latest result.</summary>
public sealed class DisputeStandingTests
{
    private static readonly DisputeEvent Docketed = new(DisputeStep.Docketed, new DateOnly(2024, 11, 4));
    private static readonly DisputeEvent Judged = new(DisputeStep.JudgmentReceived, new DateOnly(2025, 3, 3), DisputeResult.ClaimDismissed);
    private static readonly DisputeEvent Appealed = new(DisputeStep.Appealed, new DateOnly(2025, 3, 10));
    private static readonly DisputeEvent Final = new(DisputeStep.FinalJudgmentReceived, new DateOnly(2026, 2, 2), DisputeResult.Revoked);

    [Fact]
    public void A_case_is_pending_in_each_year_that_ends_before_its_result()
    {
        DisputeStanding.InYear([Docketed, Judged, Appealed, Final], 2023).ShouldBeNull();
        DisputeStanding.InYear([Docketed, Judged, Appealed, Final], 2024).ShouldBe(DisputeBucket.Pending);
        DisputeStanding.InYear([Docketed, Judged, Appealed, Final], 2025).ShouldBe(DisputeBucket.Pending);
        DisputeStanding.InYear([Docketed, Judged, Appealed, Final], 2026).ShouldBe(DisputeBucket.Corrected);
        DisputeStanding.InYear([Docketed, Judged, Appealed, Final], 2027).ShouldBeNull();
    }

    [Fact]
    public void A_result_that_nobody_appealed_counts_in_its_year_and_never_again()
    {
        DisputeStanding.InYear([Judged, Docketed], 2025).ShouldBe(DisputeBucket.Upheld);
        DisputeStanding.InYear([Judged, Docketed], 2026).ShouldBeNull();
    }
}
