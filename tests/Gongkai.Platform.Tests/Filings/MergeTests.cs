using System.Globalization;
using Gongkai.Platform.Filings;
using Gongkai.Reports;
using Gongkai.Testing.Reports;

namespace Gongkai.Platform.Tests.Filings;

public sealed class MergeTests
{
    private static readonly string[] Fields = ["requests.received.natural", "proactive.charges", "section.1.text", "title", "disputes.reconsideration.total"];
    private static readonly (Guid Id, string Name)[] People = [(Guid.CreateVersion7(), "甲"), (Guid.CreateVersion7(), "乙"), (Guid.CreateVersion7(), "丙")];

    /// <summary>Each person writes on the revision last seen. Whatever is sent ends in the report, or comes back, and nobody's unseen text is overwritten.</summary>
    [Fact]
    public void Whatever_is_sent_stands_in_the_report_or_comes_back()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var draft = Start(seed);
            var seen = People.ToDictionary(person => person.Id, _ => draft.Revision);
            for (var turn = 0; turn < 30; turn++)
            {
                var (id, name) = People[random.Next(People.Length)];
                var changes = Fields.Where(_ => random.Next(3) == 0).Select(field => new FieldChange(field, random.Next(4).ToString(CultureInfo.InvariantCulture), seen[id])).ToList();

                var merged = draft.Merge(changes, id, name);

                foreach (var change in changes)
                {
                    var stands = ReportFields.Find(merged.Draft.Report, change.Field)!.Text;
                    var stamp = draft.Stamps.GetValueOrDefault(change.Field);
                    var isUnseen = stamp is not null && stamp.Revision > change.Base && stamp.By != id && ReportFields.Find(draft.Report, change.Field)!.Text != change.Text;
                    (stands == change.Text).ShouldBe(!isUnseen, $"seed {seed}");
                    merged.Applied.Contains(change.Field).ShouldBe(!isUnseen);
                    merged.Conflicts.Any(conflict => conflict.Field == change.Field && conflict.Yours == change.Text && conflict.Theirs == stands).ShouldBe(isUnseen);
                }

                Fields.Except(changes.Select(change => change.Field)).ShouldAllBe(field =>
                    ReportFields.Find(merged.Draft.Report, field) == ReportFields.Find(draft.Report, field));
                merged.Draft.Merge([.. changes.Where(change => merged.Applied.Contains(change.Field))], id, name).Draft.Revision.ShouldBe(merged.Draft.Revision);
                draft = merged.Draft;
                seen[id] = random.Next(2) == 0 ? draft.Revision : seen[id];
            }
        }
    }

    [Fact]
    public void A_draft_comes_back_from_its_row_as_it_was_kept()
    {
        var draft = Start(1).Merge([new("requests.granted.natural", "12a", 1), new("requests.received.other", "１,２３４", 1), new("proactive.charges", "", 1)], People[0].Id, "甲").Draft;

        var again = FilingDraft.Of(FilingContent.Write(draft.Report), draft.Revision, draft.StampsAsJson());

        again.Stamps.ShouldBe(draft.Stamps, ignoreOrder: true);
        ReportFields.Of(draft.Report).ShouldAllBe(field => ReportFields.Find(again.Report, field) == ReportFields.Find(draft.Report, field));
        ReportFields.Find(again.Report, "requests.granted.natural").ShouldBe(new FieldValue("requests.granted.natural", "12a", CellKind.Unreadable));
        ReportFields.Find(again.Report, "requests.received.other")!.Text.ShouldBe("1234");
        ReportFields.Find(again.Report, "proactive.charges")!.Kind.ShouldBe(CellKind.Blank);
    }

    private static FilingDraft Start(int seed)
    {
        var report = RandomReport.Make(new Random(seed), new ReportTraits { Edition = Edition.National2021 });
        return new FilingDraft { Report = report, Revision = 1 };
    }
}
