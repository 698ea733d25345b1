using System.Globalization;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Search;
using Gongkai.Platform.Search.Documents;
using Gongkai.Platform.Storage;
using Gongkai.Web.Api;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal;

[EnableRateLimiting(ApiEndpoints.RateLimit)]
public sealed class SearchModel(SearchQueries search, DocumentSearch documents, ParticipationSearch participation, SearchCorrection correction) : PageModel
{
    private const int ReportsBesideDocuments = 5;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public SearchPart In { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public CatalogCategory? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public DocumentKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public DocumentStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public SearchOrder Order { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    /// <summary>Where the page of reports before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public SearchWords Words { get; private set; } = SearchWords.Of(null);

    public IReadOnlyList<FoundAgency> Agencies { get; private set; } = [];

    public FoundDocuments Documents { get; private set; } = FoundDocuments.None;

    public Page<FoundReport> Reports { get; private set; } = new([], null);

    /// <summary>Consultations, public answers and questionnaires; looked for beside everything else alone.</summary>
    public FoundParticipation Participation { get; private set; } = FoundParticipation.None;

    /// <summary>What was probably meant; asked only where nothing was found.</summary>
    public string? Meant { get; private set; }

    public DocumentSearchFilter Filter => new() { AgencyId = Agency, Category = Category, Kind = Kind, Year = Year, Status = Status, Order = Order, Page = Number };

    public bool IsNothing => Agencies.Count == 0 && Documents.Items.Count == 0 && Participation.Items.Count == 0 && Reports.Items.Count == 0;

    /// <summary>Reports beside documents are only the newest few.</summary>
    public bool HasMoreReports => In == SearchPart.All && (Reports.Next is not null || Reports.Items.Count > ReportsBesideDocuments);

    public IEnumerable<FoundReport> ShownReports => In == SearchPart.All ? Reports.Items.Take(ReportsBesideDocuments) : Reports.Items;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        Words = SearchWords.Of(Q);
        Number = Math.Clamp(Number, 1, DocumentSearch.MostPages);
        In = After is not null ? SearchPart.Reports : !Filter.IsOpen || Number > 1 ? SearchPart.Documents : In;
        Agencies = In == SearchPart.All ? await search.AgenciesAsync(Words, cancellation) : [];
        Documents = In == SearchPart.Reports ? Documents : await documents.FindAsync(Words, Filter, cancellation);
        Participation = In == SearchPart.All ? await participation.FindAsync(Words, cancellation) : Participation;
        Reports = In == SearchPart.Documents ? Reports : await search.ReportsAsync(Words, After, cancellation);
        Meant = IsNothing && Filter.IsOpen && !Documents.IsTooMuch ? await correction.OfAsync(Words, cancellation) : null;
    }

    /// <summary>The same search with one of its filters set or, where the value is null, taken off; from its first page.</summary>
    public string With(string name, object? value) => Address([.. Chosen().Where(chosen => chosen.Key != name), new(name, Text(value))]);

    public string PageAt(int number) => Address([.. Chosen(), new("number", Text(number))]);

    public string ReportsAfter(string? after) => Address([new("in", nameof(SearchPart.Reports)), new("after", after)]);

    /// <summary>The filters that are set, as the form carries them on.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Chosen() => new KeyValuePair<string, string?>[]
    {
        new("in", In == SearchPart.All ? null : Text(In)), new("agency", Text(Agency)), new("category", Text(Category)), new("kind", Text(Kind)), new("year", Text(Year)), new("status", Text(Status)),
        new("order", Order == SearchOrder.Relevance ? null : Text(Order)),
    }.Where(chosen => chosen.Value is not null);

    private string Address(IEnumerable<KeyValuePair<string, string?>> chosen)
    {
        var query = new QueryBuilder { { "q", Q ?? "" } };
        foreach (var (name, value) in chosen)
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        return $"/search{query}";
    }

    private static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
}

/// <summary>Where is looked.</summary>
public enum SearchPart
{
    All,
    Documents,
    Reports,
}
