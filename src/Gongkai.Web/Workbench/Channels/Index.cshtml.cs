using Gongkai.Platform.Accounts;
using Gongkai.Platform.Channels;
using Gongkai.Platform.Channels.Printing;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Channels;

/// <summary>The channels and boards of an agency.</summary>
[Requires(Act.ManageChannels)]
public sealed class IndexModel(ChannelQueries channels, PostingQueries postings, PostingDesk desk) : PageModel
{
    public const string Home = "/work/channels";

    public IReadOnlyList<ChannelRow> Channels { get; private set; } = [];

    public IReadOnlyList<AboveChannelRow> Above { get; private set; } = [];

    public IReadOnlyList<BoardRow> Boards { get; private set; } = [];

    /// <summary>The agencies that this person sets channels up for.</summary>
    public IReadOnlyList<HeldPost> Desks => DesksOf(HttpContext.Actor());

    public static IReadOnlyList<HeldPost> DesksOf(Actor actor) => [.. actor.Posts.Where(post => Gate.May(actor, Act.ManageChannels, post.Path)).DistinctBy(post => post.AgencyId)];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Channels = await channels.ListAsync(HttpContext.Actor(), cancellation);
        Above = await channels.AboveAsync([.. Desks.Select(post => post.AgencyId)], cancellation);
        Boards = await postings.BoardsAsync(HttpContext.Actor(), cancellation);
    }

    public async Task<IActionResult> OnPostBoardAsync(int agency, string? name, string? place, CancellationToken cancellation) =>
        Answer(await desk.AddBoardAsync(agency, name, place, HttpContext.Actor(), cancellation), "公告栏已加上，张贴文件时可以选它。");

    public async Task<IActionResult> OnPostRemoveBoardAsync(long id, CancellationToken cancellation) =>
        Answer(await desk.RemoveBoardAsync(id, HttpContext.Actor(), cancellation), "公告栏已停用，以前张贴的记录还在。");

    private IActionResult Answer(ChannelRefusal? refusal, string done)
    {
        if (refusal is { } refused)
        {
            TempData.Wrong(ChannelWords.Sentence(refused));
        }
        else
        {
            TempData.Done(done);
        }

        return Redirect(Home);
    }
}
