using FsCheck;
using FsCheck.Fluent;
using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Tests.Accounts;

public sealed class GateTests
{
    private static readonly string[] Paths = ["/1/", "/1/2/", "/1/2/4/", "/1/2/44/", "/1/3/", "/1/3/5/", "/1/22/"];

    public static TheoryData<Role, Act> Everything => [.. from role in Enum.GetValues<Role>() from act in Enum.GetValues<Act>() select (role, act)];

    /// <summary>Run once with <c>GONGKAI_WRITE_DOCS=1</c> after a change of the gate.</summary>
    [Fact]
    public void The_page_of_roles_is_made_from_the_gate()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gongkai.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The solution's folder was not found.");
        }

        var file = Path.Combine(folder.FullName, "docs", "roles.md");
        if (Environment.GetEnvironmentVariable("GONGKAI_WRITE_DOCS") == "1")
        {
            File.WriteAllText(file, GatePage.Markdown());
        }

        File.ReadAllText(file).ShouldBe(GatePage.Markdown());
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void What_is_not_listed_is_not_allowed(Role role, Act act)
    {
        var isListed = Gate.Lines.Any(line => line.Role == role && line.Act == act);
        var allowedSomewhere = Paths.SelectMany(held => Paths.Select(asked => Gate.May(Holding((role, held)), act, asked))).Contains(true);

        allowedSomewhere.ShouldBe(isListed);
        Gate.MayAnywhere(Holding((role, "/1/")), act).ShouldBe(isListed);
    }

    [Fact]
    public void Without_a_post_nothing_is_allowed()
    {
        var nobody = Holding();

        Enum.GetValues<Act>().ShouldAllBe(act => !Gate.MayAnywhere(nobody, act) && Gate.ScopeOf(nobody, act).IsEmpty && Paths.All(path => !Gate.May(nobody, act, path)));
    }

    [Fact]
    public void Whoever_works_in_one_county_does_nothing_outside_it()
    {
        var below = Gen.Elements("/1/2/", "/1/2/4/", "/1/2/44/");
        var posts = Gen.ListOf(from role in Gen.Elements(Enum.GetValues<Role>()) from path in below select (role, path));

        Prop.ForAll(posts.ToArbitrary(), held =>
        {
            var actor = Holding([.. held]);
            return Enum.GetValues<Act>().All(act => Paths.Where(path => !path.StartsWith("/1/2/", StringComparison.Ordinal)).All(path => !Gate.May(actor, act, path)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_scope_of_a_query_and_the_answer_for_one_agency_are_the_same()
    {
        var posts = Gen.ListOf(from role in Gen.Elements(Enum.GetValues<Role>()) from path in Gen.Elements(Paths) select (role, path));

        Prop.ForAll(posts.ToArbitrary(), held =>
        {
            var actor = Holding([.. held]);
            return Enum.GetValues<Act>().All(act =>
            {
                var scope = Gate.ScopeOf(actor, act);
                return Paths.All(path => Gate.May(actor, act, path) == (scope.Agencies.Contains(Id(path)) || scope.Paths.Any(above => path.StartsWith(above, StringComparison.Ordinal))));
            });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_administrator_may_do_the_work_of_another()
    {
        Role[] administrators = [Role.SystemAdministrator, Role.SecurityAdministrator, Role.AuditAdministrator];

        Gate.Lines.Where(line => administrators.Contains(line.Role)).GroupBy(line => line.Act).ShouldAllBe(lines => lines.Count() == 1);
    }

    private static Actor Holding(params (Role Role, string Path)[] posts) =>
        new(Guid.Empty, "", 0, [.. posts.Select(post => new HeldPost(post.Role, Id(post.Path), post.Path, ""))], null);

    private static int Id(string path) => int.Parse(path.Trim('/').Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
}
