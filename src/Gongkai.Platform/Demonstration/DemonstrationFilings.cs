using Gongkai.Law.Reporting;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Reports.Checking;

namespace Gongkai.Platform.Demonstration;

/// <summary>Five years of reports: four published, and a campaign in which every state occurs. Five agencies have the figures of real reports, with what is wrong in them.</summary>
public sealed class DemonstrationFilings(GongkaiDb db, TimeProvider time)
{
    private const int Years = 5;

    public async Task AddAsync(IReadOnlyList<Agency> agencies, CancellationToken cancellation)
    {
        var root = agencies[0];
        var filers = agencies.Where(agency => agency.MustFile && agency.Id != root.Id).ToList();
        var newest = time.Today().Year - 1;
        foreach (var (agency, index) in filers.Select((agency, index) => (agency, index)))
        {
            var random = new Random(1000 + index);
            FigureSet? last = null;
            AnnualReport? lastReport = null;
            for (var year = newest - Years + 1; year <= newest; year++)
            {
                last = DemonstrationFigures.Make(random, Busyness(agency, index), last);
                var figures = year == newest && RealFigures(agency) is { } number ? DemonstrationFigures.Published(number) : last;
                var report = DemonstrationReports.Write(random, agency.Name, year, figures, new DateOnly(year + 1, 1, 10 + random.Next(0, 20)));
                var state = year == newest ? StateOf(agency, index) : FilingState.Published;
                if (state is { } reached)
                {
                    await AddAsync(agency, report, lastReport, reached, cancellation);
                }

                lastReport = report;
            }
        }

        for (var year = newest - Years + 1; year <= newest; year++)
        {
            AddCampaign(root, filers, year);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static int Busyness(Agency agency, int index) => agency.Kind == AgencyKind.Department ? 6 + (index * 7 % 30) : 3 + (index * 5 % 9);

    /// <summary>Which of the five real sets of figures an agency has in the newest year.</summary>
    private static int? RealFigures(Agency agency) => agency.ShortName switch
    {
        "芦汊镇" => 1,
        "石塘坞镇" => 2,
        "新渡口镇" => 3,
        "县政府办" => 4,
        "柳汀乡" => 5,
        _ => null,
    };

    /// <summary>Where an agency's report of the newest year stands; null where it has not begun.</summary>
    private static FilingState? StateOf(Agency agency, int index) => agency.ShortName switch
    {
        "云溪镇" or "鹤坪乡" => null,
        "芦汊镇" => FilingState.Returned,
        "石塘坞镇" => FilingState.Submitted,
        "新渡口镇" => FilingState.Published,
        "县政府办" => FilingState.Accepted,
        "柳汀乡" => FilingState.Draft,
        _ => (index % 9) switch
        {
            0 => null,
            1 => FilingState.Draft,
            2 => FilingState.InReview,
            3 => FilingState.Signed,
            4 or 5 => FilingState.Submitted,
            6 => FilingState.Accepted,
            _ => FilingState.Published,
        },
    };

    private async Task AddAsync(Agency agency, AnnualReport report, AnnualReport? last, FilingState state, CancellationToken cancellation)
    {
        var found = FilingCheck.Check(report, new CheckFrame(new CheckContext { Last = last, Level = agency.Level, Filer = Filer.Department }, CheckSettings.Default));
        var steps = DemonstrationSteps.To(state, report.Year!.Value);
        DateTimeOffset? When(FilingStep step) => steps.LastOrDefault(taken => taken.Step == step)?.At;
        var content = FilingContent.Write(report);
        var filing = new Filing
        {
            AgencyId = agency.Id,
            Year = report.Year.Value,
            State = state,
            Content = content,
            Revision = 1,
            Figures = found.Figures,
            Errors = found.Errors,
            Warnings = found.Warnings,
            Unsettled = found.Unsettled.Length,
            CreatedAt = steps[0].At,
            SavedAt = steps[^1].At,
            SignedAt = When(FilingStep.Signed),
            SubmittedAt = When(FilingStep.Submitted),
            AcceptedAt = When(FilingStep.Accepted),
            PublishedAt = When(FilingStep.Published),
            PublishedVersion = state == FilingState.Published ? 1 : null,
        };
        db.Filings.Add(filing);
        await db.SaveChangesAsync(cancellation);
        db.FilingEvents.AddRange(steps.Select(taken => new FilingEvent { FilingId = filing.Id, Step = taken.Step, At = taken.At, ActorName = taken.Actor, Note = taken.Note, VersionNumber = taken.Step == FilingStep.Begun ? null : 1 }));
        db.FilingVersions.Add(new FilingVersion
        {
            FilingId = filing.Id,
            Number = 1,
            Content = content,
            Figures = found.Figures,
            CreatedAt = steps[^1].At,
            CreatedByName = steps[^1].Actor,
            Reason = "演示数据",
            PublishedAt = When(FilingStep.Published),
        });
        db.FilingFindings.AddRange(found.Findings.Select((finding, number) => new FilingFinding
        {
            FilingId = filing.Id,
            Number = number + 1,
            Rule = finding.Rule,
            Severity = finding.Severity,
            At = string.Join(' ', finding.At),
            Section = finding.Section,
            Message = finding.Message,
        }));
        if (state == FilingState.Returned)
        {
            db.Remarks.Add(new Remark { FilingId = filing.Id, At = "requests.received.natural", Text = "新收和办结对不上，请对照台账核对这一格。", WrittenAt = When(FilingStep.Returned)!.Value, WriterName = "林晓梅" });
        }
    }

    private void AddCampaign(Agency root, List<Agency> filers, int year)
    {
        var campaign = new Campaign
        {
            AgencyId = root.Id,
            Year = year,
            OpensOn = new DateOnly(year + 1, 1, 4),
            InternalDueOn = new DateOnly(year + 1, 1, 26),
            OpenedAt = DemonstrationSteps.At(new DateOnly(year + 1, 1, 4), 9),
            ClosedAt = year == time.Today().Year - 1 ? null : DemonstrationSteps.At(new DateOnly(year + 1, 4, 7), 17),
        };
        db.Campaigns.Add(campaign);
        db.SaveChanges();
        db.CampaignMembers.AddRange(filers.Append(root).Select(agency => new CampaignMember
        {
            CampaignId = campaign.Id,
            AgencyId = agency.Id,
            StatutoryDueOn = FilingDeadline.LastDay(year, agency.Id == root.Id ? Filer.Government : Filer.Department),
            CountedInSum = agency.CountedInSum && agency.Id != root.Id,
        }));
    }
}
