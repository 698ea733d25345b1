using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.ReadingPoints;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.ReadingPoints;

/// <summary>Enters a reading point or corrects one.</summary>
[Requires(Act.EditProfile)]
public sealed class EditModel(ReadingPointQueries points, KeepReadingPoint keep, TimeProvider time) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The point; null for a new one.</summary>
    public int? PointId { get; private set; }

    /// <summary>The agencies for which this person may enter one.</summary>
    public IReadOnlyList<HeldPost> Desks => [.. HttpContext.Actor().Posts.Where(post => Gate.May(HttpContext.Actor(), Act.EditProfile, post.Path)).DistinctBy(post => post.AgencyId)];

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellation)
    {
        PointId = id;
        if (id is null)
        {
            var own = HttpContext.Actor().AgencyId;
            Input = new Form { Key = Guid.CreateVersion7(time.GetUtcNow()), AgencyId = Desks.Any(post => post.AgencyId == own) ? own : Desks[0].AgencyId };
            return Page();
        }

        if ((await points.KeptAsync(HttpContext.Actor(), cancellation)).FirstOrDefault(point => point.Id == id) is not { } found)
        {
            return NotFound();
        }

        Input = Form.Of(found);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancellation)
    {
        PointId = id;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var kept = await keep.RunAsync(Input.ToCommand(id), HttpContext.Actor(), cancellation);
        if (kept.Refusal is { } refusal)
        {
            ModelState.AddModelError(refusal switch
            {
                ParticipationRefusal.TitleMissing => "Input.Name",
                ParticipationRefusal.PositionWrong => "Input.Longitude",
                ParticipationRefusal.HoursWrong => "Input.WorkdayFrom",
                _ => "",
            }, kept.Message!);
            return Page();
        }

        TempData.Done("已保存，门户上马上能看到。");
        return Redirect(IndexModel.Home);
    }

    public sealed record Form
    {
        public Guid Key { get; init; }

        public int AgencyId { get; init; }

        public ReadingPointKind Kind { get; init; }

        [Required(ErrorMessage = "请填写名称。")]
        public string? Name { get; init; }

        [Required(ErrorMessage = "请填写地址。")]
        public string? Address { get; init; }

        public string? Telephone { get; init; }

        [Required(ErrorMessage = "请填写开放时间。")]
        public string? Hours { get; init; }

        public TimeOnly? WorkdayFrom { get; init; }

        public TimeOnly? WorkdayTo { get; init; }

        public TimeOnly? RestDayFrom { get; init; }

        public TimeOnly? RestDayTo { get; init; }

        public string? Offers { get; init; }

        public decimal? Longitude { get; init; }

        public decimal? Latitude { get; init; }

        public static Form Of(ReadingPointView point) => new()
        {
            AgencyId = point.AgencyId, Kind = point.Kind, Name = point.Name, Address = point.Address, Telephone = point.Telephone, Hours = point.Hours,
            WorkdayFrom = point.Structured.WorkdayFrom, WorkdayTo = point.Structured.WorkdayTo, RestDayFrom = point.Structured.RestDayFrom, RestDayTo = point.Structured.RestDayTo,
            Offers = point.Offers, Longitude = point.Longitude, Latitude = point.Latitude,
        };

        public KeepReadingPoint.Command ToCommand(int? id) => new(id, Key, AgencyId, Kind, Name ?? "", Address ?? "", Hours ?? "")
        {
            Telephone = Telephone ?? "", Offers = Offers ?? "", Structured = new OpeningHours(WorkdayFrom, WorkdayTo, RestDayFrom, RestDayTo), Longitude = Longitude, Latitude = Latitude,
        };
    }
}
