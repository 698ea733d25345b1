using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;

namespace Gongkai.Law.Tests.Requests;

public sealed class RemediesTests
{
    private static readonly WorkingCalendar Statutory = WorkingCalendar.Statutory;

    [Fact]
    public void 复议六十日_起诉六个月_复议后十五日()
    {
        Remedies.LastDayForReconsideration(Case.Day("2026-03-02"), Statutory).ShouldBe(Case.Day("2026-05-06"));
        Remedies.LastDayForDirectSuit(Case.Day("2026-03-02"), Statutory).ShouldBe(Case.Day("2026-09-02"));
        Remedies.LastDayForSuitAfterReconsideration(Case.Day("2026-03-02"), Statutory).ShouldBe(Case.Day("2026-03-17"));
        Remedies.LastDayForReconsiderationUntold(Case.Day("2025-03-03"), Statutory).ShouldBe(Case.Day("2026-03-03"));
    }
}
