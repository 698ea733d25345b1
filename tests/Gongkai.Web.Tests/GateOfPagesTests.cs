using System.Net;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Demonstration;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>Deny by default: who may open what, for every page that there is and everyone who may log in.</summary>
public sealed class GateOfPagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    // Whoever is logged in may open these: they show only what is the person's own.
    private static readonly string[] ForEveryone = ["/Workbench/Index", "/Workbench/Notifications/Index", "/Workbench/Search/Index", "/Workbench/Organizations/MyProfile", "/Workbench/Lists/Views"];

    public static TheoryData<string> People => [.. DemonstrationPeople.All.Select(person => person.UserName)];

    [Fact]
    public async Task Nothing_but_the_portal_the_interface_and_logging_in_is_open_to_visitors()
    {
        var routes = await Route.AllAsync(web.Services);

        routes.ShouldNotBeEmpty();
        routes.Where(route => route.IsPublic && route.Pattern.TrimStart('/').StartsWith("work", StringComparison.Ordinal)).ShouldBeEmpty();
        using var visitor = web.Visit();
        foreach (var route in routes.Where(route => !route.IsPublic))
        {
            using var response = await visitor.Client.GetAsync(route.Example, TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBeOneOf([HttpStatusCode.Redirect, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden], route.Example);
        }
    }

    [Fact]
    public async Task Each_page_of_the_workbench_says_which_act_it_is_for() =>
        (await Route.AllAsync(web.Services))
            .Where(route => route.Source.StartsWith("/Workbench/", StringComparison.Ordinal) && route.Requires is null)
            .Select(route => route.Source)
            .Except(ForEveryone)
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(People))]
    public async Task A_page_opens_for_those_whom_the_gate_lets_in_and_for_nobody_else(string userName)
    {
        using var visitor = await web.LogInAsync(userName);
        var acts = ActsOf(userName);

        foreach (var route in (await Route.AllAsync(web.Services)).Where(route => route.Requires is not null && !route.HasParameters))
        {
            await visitor.OpenAsync(route.Example);
            var denied = visitor.At.StartsWith("/account/denied", StringComparison.Ordinal);
            denied.ShouldBe(!acts.Contains(route.Requires!.Value), $"{userName} {route.Example}");
            if (!denied)
            {
                visitor.Status.ShouldBe(HttpStatusCode.OK, $"{userName} {route.Example}");
            }
        }
    }

    private static HashSet<Act> ActsOf(string userName)
    {
        var person = DemonstrationPeople.All.Single(person => person.UserName == userName);
        var path = person.Agency == "县政府" ? "/1/" : "/1/2/";
        var actor = new Actor(Guid.Empty, person.Name, 1, [.. person.Roles.Select(role => new HeldPost(role, 1, path, person.Agency))], null);
        return [.. Enum.GetValues<Act>().Where(act => Gate.MayAnywhere(actor, act))];
    }
}
