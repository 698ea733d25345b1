using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Reports;

namespace Gongkai.Platform.Filings;

/// <summary>The report under work, and for each field the revision that last changed it and who did: so that two people on one report lose nothing.</summary>
public sealed record FilingDraft
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required AnnualReport Report { get; init; }

    public required int Revision { get; init; }

    public ImmutableDictionary<string, FieldStamp> Stamps { get; init; } = ImmutableDictionary<string, FieldStamp>.Empty;

    public static FilingDraft Of(string content, int revision, string stamps) => new()
    {
        Report = FilingContent.Read(content),
        Revision = revision,
        Stamps = StampsOf(stamps),
    };

    public static ImmutableDictionary<string, FieldStamp> StampsOf(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, FieldStamp>>(json, Json)!.ToImmutableDictionary(StringComparer.Ordinal);

    public string StampsAsJson() => JsonSerializer.Serialize(Stamps, Json);

    /// <summary>
    /// Puts changes in. A change whose field another person has changed to another value since the revision that it was made on is not put in but
    /// returned as a conflict; every other one is. A change that says what already stands there is applied and changes nothing, so that sending it twice is harmless.
    /// </summary>
    public Merged Merge(IReadOnlyList<FieldChange> changes, Guid by, string name)
    {
        var next = new Merging(this, by, name);
        foreach (var change in changes)
        {
            next.Take(change);
        }

        return next.Finish();
    }

    /// <summary>Another report in place of this one; the fields that differ are stamped.</summary>
    public FilingDraft Replace(AnnualReport report, Guid by, string name)
    {
        var stamp = new FieldStamp(Revision + 1, by, name);
        var changed = ReportFields.Of(Report).Union(ReportFields.Of(report), StringComparer.Ordinal)
            .Where(field => ReportFields.Find(Report, field) != ReportFields.Find(report, field));
        return new FilingDraft { Report = report, Revision = Revision + 1, Stamps = Stamps.SetItems(changed.Select(field => KeyValuePair.Create(field, stamp))) };
    }

    /// <summary>The fields that were changed after a revision, with what they hold and who changed them.</summary>
    public IReadOnlyList<ChangedField> ChangedSince(int revision) =>
    [
        .. Stamps.Where(stamp => stamp.Value.Revision > revision)
            .OrderBy(stamp => stamp.Key, StringComparer.Ordinal)
            .Select(stamp => (stamp.Value, Found: ReportFields.Find(Report, stamp.Key)))
            .Where(field => field.Found is not null)
            .Select(field => new ChangedField(field.Found!.Field, field.Found.Text, field.Found.Kind, field.Value.Revision, field.Value.By, field.Value.Name)),
    ];

    private sealed class Merging(FilingDraft draft, Guid by, string name)
    {
        private readonly Dictionary<FigureAddress, Cell> cells = [];
        private readonly List<string> applied = [];
        private readonly List<FieldConflict> conflicts = [];
        private readonly List<RejectedChange> rejected = [];
        private readonly List<FieldEdit> edits = [];
        private readonly FieldStamp stamp = new(draft.Revision + 1, by, name);
        private ImmutableDictionary<string, FieldStamp> stamps = draft.Stamps;
        private AnnualReport report = draft.Report;

        public void Take(FieldChange change)
        {
            var text = ReportFields.Clean(change.Text);
            if (ReportFields.Objection(change.Field, text) is { } objection)
            {
                rejected.Add(new RejectedChange(change.Field, change.Text, objection));
                return;
            }

            if (FigureAddress.TryParse(change.Field, null, out var address))
            {
                var cell = CellText.Read(text, address);
                var stands = cells.GetValueOrDefault(address, report.Figures[address]);
                if (IsNew(change, ReportFields.Of(change.Field, stands), text, cell.HoldsSameAs(stands)))
                {
                    cells[address] = cell;
                    edits.Add(new FieldEdit(change.Field, ReportFields.Of(change.Field, stands).Text, ReportFields.Of(change.Field, cell).Text));
                }

                return;
            }

            var changed = ReportFields.With(report, change.Field, text);
            var (was, now) = (ReportFields.Find(report, change.Field)!, ReportFields.Find(changed, change.Field)!);
            if (IsNew(change, was, text, was == now))
            {
                report = changed;
                edits.Add(new FieldEdit(change.Field, was.Text, now.Text));
            }
        }

        public Merged Finish()
        {
            var after = edits.Count == 0
                ? draft
                : new FilingDraft { Report = report with { Figures = report.Figures.With(cells) }, Revision = stamp.Revision, Stamps = stamps };
            return new Merged(after, applied, conflicts, rejected, edits);
        }

        private bool IsNew(FieldChange change, FieldValue stands, string text, bool isSame)
        {
            if (isSame)
            {
                applied.Add(change.Field);
                return false;
            }

            if (stamps.TryGetValue(change.Field, out var last) && last.Revision > change.Base && last.By != by)
            {
                conflicts.Add(new FieldConflict(change.Field, stands.Text, last.Name, text));
                return false;
            }

            applied.Add(change.Field);
            stamps = stamps.SetItem(change.Field, stamp);
            return true;
        }
    }
}

/// <summary>The revision that last changed a field, and who did.</summary>
public sealed record FieldStamp(int Revision, Guid By, string Name);

/// <summary>What a person wrote into a field, and the revision of the report that it was written on.</summary>
public sealed record FieldChange(string Field, string Text, int Base);

/// <summary>A change that another person's stands against: both texts, so that nothing is lost.</summary>
public sealed record FieldConflict(string Field, string Theirs, string TheirName, string Yours);

/// <summary>A change that the field cannot hold, and why, as a sentence.</summary>
public sealed record RejectedChange(string Field, string Text, string Message);

/// <summary>A field as it was and as it is.</summary>
public sealed record FieldEdit(string Field, string Before, string After);

/// <summary>A field that was changed, what it holds now, in which revision, and by whom.</summary>
public sealed record ChangedField(string Field, string Text, CellKind? Kind, int Revision, Guid By, string ByName);

/// <summary>What came of putting changes into a draft.</summary>
public sealed record Merged(
    FilingDraft Draft,
    IReadOnlyList<string> Applied,
    IReadOnlyList<FieldConflict> Conflicts,
    IReadOnlyList<RejectedChange> Rejected,
    IReadOnlyList<FieldEdit> Edits);
