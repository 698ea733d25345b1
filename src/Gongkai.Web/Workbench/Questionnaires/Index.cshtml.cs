using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Questionnaires;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Questionnaires;

/// <summary>网上调查 within reach.</summary>
[Requires(Act.ViewDocuments)]
public sealed class IndexModel(QuestionnaireQueries questionnaires, TimeProvider time) : PageModel
{
    public const string Home = "/work/questionnaires";

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public ReleaseStage? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<QuestionnaireRow> Rows { get; private set; } = new([], null);

    public bool MayWrite => Gate.MayAnywhere(HttpContext.Actor(), Act.WriteDocuments);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || Stage is not null;

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Rows = await questionnaires.ListAsync(Stage, string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(), HttpContext.Actor(), After, cancellation);

    public (Light Light, string Words) StandingOf(QuestionnaireRow row)
    {
        var today = time.Today();
        return row switch
        {
            { Stage: not ReleaseStage.Released } => (row.Stage == ReleaseStage.Waiting ? Light.Yellow : Light.Grey, ParticipationWords.Of(row.Stage)),
            _ when row.FirstDay > today => (Light.Grey, "还没有开始"),
            _ when row.LastDay >= today => (Light.Green, $"正在调查，还剩 {row.LastDay.DayNumber - today.DayNumber} 天"),
            { ResultsAt: not null } => (Light.Grey, "已公布结果"),
            _ => (Light.Yellow, "已结束，结果还没有公布"),
        };
    }

    public string Link(string? after)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("text", Text), ("stage", Stage?.ToString()), ("after", after) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return $"{Home}{query}";
    }
}
