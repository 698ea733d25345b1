using System.Net;
using Gongkai.Platform.Demonstration;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>Whoever follows the links of the program arrives somewhere.</summary>
public sealed class LinksTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private const int Most = 120;

    public static TheoryData<string> People => [.. DemonstrationPeople.All.Select(person => person.UserName)];

    [Theory]
    [MemberData(nameof(People))]
    public async Task No_link_of_the_workbench_is_broken_or_denied(string userName)
    {
        using var visitor = await web.LogInAsync(userName);

        (await WalkAsync(visitor, "/work", address => !address.StartsWith("/work", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_link_of_the_portal_is_broken()
    {
        using var visitor = web.Visit();

        (await WalkAsync(visitor, "/", address => address.StartsWith("/work", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    /// <summary>Follows links breadth first, one of each kind of address before more of the same, and names those that lead nowhere.</summary>
    private static async Task<List<string>> WalkAsync(Visitor visitor, string start, Predicate<string> isElsewhere)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { start };
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = new PriorityQueue<(string Address, string From), int>([((start, ""), 0)]);
        var broken = new List<string>();
        for (var visited = 0; visited < Most && waiting.TryDequeue(out var next, out _); visited++)
        {
            await visitor.OpenAsync(next.Address);
            if (visitor.Status != HttpStatusCode.OK || visitor.At.StartsWith("/account/denied", StringComparison.Ordinal))
            {
                broken.Add($"{next.From} → {next.Address}: {(int)visitor.Status}");
                continue;
            }

            foreach (var address in visitor.Page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0]).Where(address => !isElsewhere(address) && seen.Add(address)))
            {
                waiting.Enqueue((address, next.Address), kinds[Kind(address)] = kinds.GetValueOrDefault(Kind(address)) + 1);
            }
        }

        return broken;
    }

    private static string Kind(string address) =>
        string.Concat(address.Split('?')[0].Select(letter => char.IsAsciiDigit(letter) ? '0' : letter)).Replace("00", "0", StringComparison.Ordinal);
}
