using System.ComponentModel.DataAnnotations;
using Gongkai.Law.Calendar;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Calendars;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Operations;

[Requires(Act.Operate)]
public sealed class CalendarModel(Calendars calendars, ChangeCalendar change) : PageModel
{
    [BindProperty]
    public YearForm Input { get; set; } = new();

    [BindProperty]
    public RegionalForm Regional { get; set; } = new();

    public IReadOnlyList<CalendarYear> Years { get; private set; } = [];

    public IReadOnlyList<RegionalHoliday> RegionalDays { get; private set; } = [];

    /// <summary>What the notice that stands in the form would move.</summary>
    public Swept? Preview { get; private set; }

    public async Task OnGetAsync(int? year, CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        if (Years.FirstOrDefault(known => known.Year == year) is { } known)
        {
            Input = new YearForm { Year = known.Year, Notice = known.Notice, Off = CalendarText.Format(known.Off), Work = CalendarText.Format(known.Work) };
        }
    }

    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellation) => SetAsync(isPreview: true, cancellation);

    public Task<IActionResult> OnPostYearAsync(CancellationToken cancellation) => SetAsync(isPreview: false, cancellation);

    public async Task<IActionResult> OnPostRegionalAsync(CancellationToken cancellation)
    {
        KeepOnly(nameof(Regional));
        if (ModelState.IsValid)
        {
            var day = new RegionalDay(Regional.Day!.Value, Regional.IsOff, Regional.Name!.Trim(), Regional.Source!.Trim());
            var result = await change.SetRegionalAsync(Regional.Division!, day, HttpContext.Actor(), cancellation);
            foreach (var fault in result.Faults)
            {
                ModelState.AddModelError("Regional.Division", fault);
            }

            if (result.Swept is { } swept)
            {
                TempData.Done($"已录入，{swept.MovedCount} 件办件的期限随之变动。");
                return RedirectToPage();
            }
        }

        await ShowAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string division, DateOnly day, CancellationToken cancellation)
    {
        var result = await change.SetRegionalAsync(division, new RegionalDay(day, true, "", ""), HttpContext.Actor(), cancellation);
        if (result.Swept is { } swept)
        {
            TempData.Done($"已删除，{swept.MovedCount} 件办件的期限随之变动。");
        }

        return RedirectToPage();
    }

    private async Task<IActionResult> SetAsync(bool isPreview, CancellationToken cancellation)
    {
        KeepOnly(nameof(Input));
        var (off, offFault) = CalendarText.Parse(Input.Off);
        var (work, workFault) = CalendarText.Parse(Input.Work);
        Add("Input.Off", offFault);
        Add("Input.Work", workFault);
        if (ModelState.IsValid)
        {
            var year = new CalendarYear(Input.Year!.Value, Input.Notice ?? "", off, work);
            var result = isPreview
                ? await change.PreviewYearAsync(year, HttpContext.Actor(), cancellation)
                : await change.SetYearAsync(year, HttpContext.Actor(), cancellation);
            foreach (var fault in result.Faults)
            {
                Add("Input.Off", fault);
            }

            if (result.Swept is { } swept && !isPreview)
            {
                TempData.Done($"{year.Year} 年的安排已经生效，{swept.MovedCount} 件在办办件的期限随之变动。");
                return RedirectToPage();
            }

            Preview = result.Swept;
        }

        await ShowAsync(cancellation);
        return Page();
    }

    private void Add(string field, string? fault)
    {
        if (fault is not null)
        {
            ModelState.AddModelError(field, fault);
        }
    }

    /// <summary>Two forms stand on the page: what the other one lacks is no fault of this one.</summary>
    private void KeepOnly(string form)
    {
        foreach (var field in ModelState.Keys.Where(field => !field.StartsWith(form + ".", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(field);
        }
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        Years = await calendars.YearsAsync(cancellation);
        RegionalDays = await calendars.RegionalAsync(cancellation);
    }

    public sealed record YearForm
    {
        [Required(ErrorMessage = "请填年份。")]
        public int? Year { get; init; }

        [Required(ErrorMessage = "请填通知的文号或名称。")]
        public string? Notice { get; init; }

        [Required(ErrorMessage = "请填放假的日期。")]
        public string? Off { get; init; }

        public string? Work { get; init; }
    }

    public sealed record RegionalForm
    {
        [Required(ErrorMessage = "请填行政区划代码。")]
        public string? Division { get; init; }

        [Required(ErrorMessage = "请填日期。")]
        public DateOnly? Day { get; init; }

        public bool IsOff { get; init; } = true;

        [Required(ErrorMessage = "请填节日名称。")]
        public string? Name { get; init; }

        [Required(ErrorMessage = "请填依据的规定或者通知。")]
        public string? Source { get; init; }
    }
}
