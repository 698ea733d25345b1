using Gongkai.Testing.Fuzz;

namespace Gongkai.Reports.Tests.Reading;

/// <summary>Whatever the bytes: a report or one sentence, bounded work, no figure that does not stand there. At length: <c>bench/run --fuzz</c>.</summary>
public sealed class FuzzTests
{
    // Long enough for a machine that is busy with other things; it only keeps a hang from holding up the tests.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("txt", 900)]
    [InlineData("html", 600)]
    [InlineData("json", 250)]
    [InlineData("csv", 250)]
    [InlineData("docx", 200)]
    [InlineData("xlsx", 100)]
    public void A_spoilt_file_gives_a_report_without_figures_of_its_own_or_one_sentence(string kind, int count) =>
        FuzzRun.Faults(Enumerable.Range(1, count).Select(seed => (kind, seed)), Patience).ShouldBeEmpty();

    [Fact]
    public void The_same_seed_spoils_a_file_in_the_same_way() =>
        Mutator.Kinds.ShouldAllBe(kind => Mutator.Make(kind, 7).Bytes.SequenceEqual(Mutator.Make(kind, 7).Bytes));
}
