using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;

namespace Gongkai.Platform.Tests.Filings;

public sealed class GateTests
{
    private const string Own = "/1/4/";

    private static readonly Guid Me = Guid.CreateVersion7();

    /// <summary>Every state for every role: what the person may do with a filing that another has sent to review.</summary>
    public static TheoryData<Role, FilingState, string> Steps => new()
    {
        { Role.Clerk, FilingState.Draft, "Edit SendToReview Explain SettleRemark" },
        { Role.Clerk, FilingState.Returned, "Edit SendToReview Explain SettleRemark" },
        { Role.Clerk, FilingState.InReview, "Explain SettleRemark" },
        { Role.Clerk, FilingState.Signed, "Submit Explain SettleRemark" },
        { Role.Clerk, FilingState.Submitted, "Withdraw" },
        { Role.Clerk, FilingState.Accepted, "Publish" },
        { Role.Clerk, FilingState.Published, "BeginCorrection" },
        { Role.FirstReviewer, FilingState.Draft, "Remark" },
        { Role.FirstReviewer, FilingState.Returned, "Remark" },
        { Role.FirstReviewer, FilingState.InReview, "Approve SendBack Remark" },
        { Role.FirstReviewer, FilingState.Signed, "SendBack Remark" },
        { Role.FirstReviewer, FilingState.Submitted, "Remark" },
        { Role.FirstReviewer, FilingState.Accepted, "Remark" },
        { Role.FirstReviewer, FilingState.Published, "Remark" },
        { Role.SecondReviewer, FilingState.InReview, "SendBack Remark" },
        { Role.FinalReviewer, FilingState.InReview, "SendBack Remark" },
        { Role.SecrecyReviewer, FilingState.InReview, "Approve SendBack Remark" },
        { Role.Head, FilingState.Draft, "Remark" },
        { Role.Head, FilingState.Returned, "Remark" },
        { Role.Head, FilingState.InReview, "SendBack Remark" },
        { Role.Head, FilingState.Signed, "SendBack Submit Remark" },
        { Role.Head, FilingState.Submitted, "Withdraw Remark" },
        { Role.Head, FilingState.Accepted, "Publish Remark" },
        { Role.Head, FilingState.Published, "BeginCorrection Remark" },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_role_may_do_this_and_nothing_else(Role role, FilingState state, string expected)
    {
        var situation = new FilingSituation(state, Own, true, Guid.CreateVersion7(), [Role.FirstReviewer, Role.SecondReviewer, Role.FinalReviewer, Role.SecrecyReviewer]);

        string.Join(' ', FilingGate.Possible(situation, Person(role, Own))).ShouldBe(expected);
    }

    [Theory]
    [InlineData(FilingState.Draft, "Remark")]
    [InlineData(FilingState.InReview, "Remark")]
    [InlineData(FilingState.Signed, "Remark")]
    [InlineData(FilingState.Submitted, "Accept Return Remark")]
    [InlineData(FilingState.Returned, "Remark")]
    [InlineData(FilingState.Accepted, "Publish Remark")]
    [InlineData(FilingState.Published, "BeginCorrection Remark")]
    public void The_authority_above_judges_what_was_submitted(FilingState state, string expected) =>
        string.Join(' ', FilingGate.Possible(new FilingSituation(state, Own, true, null, []), Person(Role.AuthorityOfficer, "/1/"))).ShouldBe(expected);

    [Fact]
    public void An_authority_does_not_accept_its_own_report() =>
        FilingGate.Refuse(new FilingSituation(FilingState.Submitted, "/1/", true, null, []), FilingAction.Accept, Person(Role.AuthorityOfficer, "/1/")).ShouldBe(FilingRefusal.NotAllowed);

    [Fact]
    public void A_government_without_one_above_publishes_what_it_has_signed()
    {
        var signed = new FilingSituation(FilingState.Signed, "/1/", false, null, []);
        FilingGate.Refuse(signed, FilingAction.Publish, Person(Role.Head, "/1/")).ShouldBeNull();
        FilingGate.Refuse(signed, FilingAction.Submit, Person(Role.Head, "/1/")).ShouldBe(FilingRefusal.NoAuthority);
        FilingGate.Refuse(signed with { HasAuthority = true }, FilingAction.Publish, Person(Role.Head, "/1/")).ShouldBe(FilingRefusal.WrongState);
    }

    [Fact]
    public void Nobody_approves_what_that_person_sent() =>
        FilingGate.Refuse(new FilingSituation(FilingState.InReview, Own, true, Me, [Role.FirstReviewer]), FilingAction.Approve, Person(Role.FirstReviewer, Own)).ShouldBe(FilingRefusal.OwnWork);

    [Fact]
    public void The_head_signs_when_no_review_is_due()
    {
        var situation = new FilingSituation(FilingState.InReview, Own, true, null, [Role.FinalReviewer]);
        FilingGate.Refuse(situation, FilingAction.Sign, Person(Role.Head, Own)).ShouldBe(FilingRefusal.ReviewsPending);
        FilingGate.Refuse(situation with { PendingReviews = [] }, FilingAction.Sign, Person(Role.Head, Own)).ShouldBeNull();
    }

    [Theory]
    [InlineData(Role.SystemAdministrator)]
    [InlineData(Role.SecurityAdministrator)]
    [InlineData(Role.AuditAdministrator)]
    public void An_administrator_has_no_part_in_it(Role role) =>
        Enum.GetValues<FilingState>().SelectMany(state => FilingGate.Possible(new FilingSituation(state, Own, true, null, []), Person(role, "/1/"))).ShouldBeEmpty();

    [Fact]
    public void People_of_another_agency_have_no_part_in_it() =>
        Enum.GetValues<Role>().SelectMany(role => FilingGate.Possible(new FilingSituation(FilingState.Draft, Own, true, null, []), Person(role, "/1/5/"))).ShouldBeEmpty();

    private static Actor Person(Role role, string path) => new(Me, "某人", 4, [new HeldPost(role, 4, path, "某局")], null);
}
