using Gongkai.Law.Requests;

namespace Gongkai.Law.Tests.Requests;

public sealed class OutcomeRuleTests
{
    [Fact]
    public void Every_outcome_has_its_rule() => Enum.GetValues<Outcome>().ShouldAllBe(outcome => OutcomeRule.Of(outcome).Outcome == outcome);

    [Fact]
    public void 不予公开的三条须复议前置_其他的可以选择()
    {
        OutcomeRule.All.Where(rule => rule.IsWithheld).Select(rule => rule.Article).Distinct()
            .ShouldBe(["第十四条", "第十五条", "第十六条第一款", "第十六条第二款"]);
        OutcomeRule.Of(Outcome.AdministrativeInquiry).Remedy.ShouldBe(RemedyClass.Either);
        OutcomeRule.Of(Outcome.NotHeld).Remedy.ShouldBe(RemedyClass.Either);
        OutcomeRule.Of(Outcome.PartlyGranted).Remedy.ShouldBe(RemedyClass.Divided);
    }

    [Fact]
    public void The_remedy_of_an_outcome_is_that_of_its_paper() =>
        OutcomeRule.All.ShouldAllBe(rule => Remedies.OfPaper(rule.Paper) == rule.Remedy);

    [Fact]
    public void 程序性文书不写救济途径()
    {
        Remedies.OfPaper(Paper.ClarificationNotice).ShouldBe(RemedyClass.None);
        Remedies.OfPaper(Paper.ExtensionNotice).ShouldBe(RemedyClass.None);
        Remedies.OfPaper(Paper.FeeNotice).ShouldBe(RemedyClass.None);
    }

    [Theory]
    [InlineData(new[] { Outcome.Granted, Outcome.StateSecret }, Outcome.PartlyGranted)]
    [InlineData(new[] { Outcome.NotHeld, Outcome.AlreadyPublic }, Outcome.PartlyGranted)]
    [InlineData(new[] { Outcome.AlreadyPublic, Outcome.Granted }, Outcome.Granted)]
    [InlineData(new[] { Outcome.NotHeld, Outcome.Petition }, Outcome.NotHeld)]
    [InlineData(new[] { Outcome.PartlyGranted }, Outcome.PartlyGranted)]
    public void 区分处理的只计部分公开(Outcome[] items, Outcome together) => OutcomeRule.Together(items).ShouldBe(together);
}
