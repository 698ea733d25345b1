using Gongkai.Law.Publishing;

namespace Gongkai.Law.Tests.Publishing;

/// <summary>国办发〔2018〕37号、115号; 《优化营商环境条例》第六十二条、第六十三条.</summary>
public sealed class NormativeProcedureTests
{
    private static readonly DateOnly Made = new(2026, 1, 9);
    private static readonly DateOnly Today = new(2026, 1, 20);

    private static NormativeProcedure Complete => new()
    {
        ConsultedFrom = new DateOnly(2025, 11, 3), ConsultedTo = new DateOnly(2025, 12, 2), OpinionsReceived = 4, OpinionsAdopted = 1,
        LegalityReviewer = "县司法局", LegalityReviewedOn = new DateOnly(2025, 12, 20), LegalityFinding = LegalityFinding.Lawful, LegalityOpinion = "合法",
        DeliberatedBy = "常务会议", DeliberatedOn = new DateOnly(2026, 1, 5),
    };

    [Fact]
    public void A_complete_procedure_lacks_nothing() => Complete.Missing(Made, Today).ShouldBeEmpty();

    [Fact]
    public void An_empty_one_lacks_comment_legality_and_deliberation() =>
        new NormativeProcedure().Missing(Made, Today).ShouldBe([ProcedureFault.ConsultationMissing, ProcedureFault.LegalityMissing, ProcedureFault.DeliberationMissing]);

    [Fact]
    public void What_concerns_the_market_lies_before_the_public_for_thirty_days()
    {
        var market = Complete with { ConcernsMarket = true, CompetitionReviewedOn = new DateOnly(2025, 12, 10), CompetitionOpinion = "不妨碍公平竞争" };
        market.ConsultedDays.ShouldBe(30);
        market.Missing(Made, Today).ShouldBeEmpty();
        (market with { ConsultedTo = new DateOnly(2025, 12, 1) }).Missing(Made, Today).ShouldBe([ProcedureFault.ConsultationTooShort]);
        (market with { ConsultedTo = new DateOnly(2025, 12, 1), NotConsultedBecause = "抢险急需" }).Missing(Made, Today).ShouldBeEmpty();
        (market with { CompetitionReviewedOn = null }).Missing(Made, Today).ShouldBe([ProcedureFault.CompetitionMissing]);
    }

    [Fact]
    public void Nothing_is_deliberated_before_its_legality_is_reviewed() =>
        (Complete with { DeliberatedOn = new DateOnly(2025, 12, 19) }).Missing(Made, Today).ShouldBe([ProcedureFault.DeliberatedBeforeLegality]);

    [Fact]
    public void What_was_found_unlawful_goes_no_further() =>
        (Complete with { LegalityFinding = LegalityFinding.Unlawful }).Missing(Made, Today).ShouldBe([ProcedureFault.FoundUnlawful]);

    [Fact]
    public void The_comment_has_to_be_over_and_counted()
    {
        (Complete with { ConsultedTo = Today }).Missing(Made, Today).ShouldBe([ProcedureFault.ConsultationStillOpen]);
        (Complete with { OpinionsAdopted = 5 }).Missing(Made, Today).ShouldBe([ProcedureFault.OpinionsMissing]);
        (Complete with { OpinionsReceived = null }).Missing(Made, Today).ShouldBe([ProcedureFault.OpinionsMissing]);
    }

    [Fact]
    public void Without_public_comment_a_reason_is_demanded() =>
        (Complete with { ConsultedFrom = null, ConsultedTo = null, NotConsultedBecause = "依法需要保密" }).Missing(Made, Today).ShouldBeEmpty();
}
