using Gongkai.Law.Publishing;

namespace Gongkai.Law.Tests.Publishing;

public sealed class ReviewRouteTests
{
    [Fact]
    public void Every_way_ends_with_the_secrecy_review_and_the_signature()
    {
        foreach (var way in Enum.GetValues<ReviewWay>())
        {
            ReviewRoute.Of(way).TakeLast(2).ShouldBe([ReviewStep.Secrecy, ReviewStep.Final]);
        }
    }

    [Fact]
    public void The_reviews_follow_each_other_in_the_order_of_the_way()
    {
        foreach (var way in Enum.GetValues<ReviewWay>())
        {
            var steps = ReviewRoute.Of(way);
            steps.Zip(steps.Skip(1)).ShouldAllBe(pair => ReviewRoute.After(pair.First, way) == pair.Second);
            ReviewRoute.After(steps[^1], way).ShouldBeNull();
        }
    }

    [Fact]
    public void A_review_that_the_way_no_longer_has_is_followed_by_the_next_that_it_has() =>
        ReviewRoute.After(ReviewStep.Second, ReviewWay.Short).ShouldBe(ReviewStep.Secrecy);
}
