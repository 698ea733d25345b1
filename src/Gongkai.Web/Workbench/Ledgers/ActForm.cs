using System.Globalization;
using Gongkai.Platform.Ledgers;

namespace Gongkai.Web.Workbench.Ledgers;

/// <summary>What is filled in of an act.</summary>
public sealed record ActForm
{
    public ActKind Kind { get; init; }

    public string? Number { get; init; }

    public string? Item { get; init; }

    public string? Counterpart { get; init; }

    public bool IsPerson { get; init; }

    public DateOnly? DecidedOn { get; init; }

    /// <summary>收费期间, as people write it: 2025年3月, 2025年第1季度.</summary>
    public string? Period { get; init; }

    public string? Amount { get; init; }

    public bool NeedsPublicity { get; init; }

    public DateOnly? PublicizedOn { get; init; }

    public long? DocumentId { get; init; }

    public static ActForm Of(ActFacts facts) => new()
    {
        Kind = facts.Kind, Number = facts.Number, Item = facts.Item, Counterpart = facts.Counterpart, DecidedOn = facts.FromOn is null ? facts.DecidedOn : null,
        Period = facts.FromOn is null ? "" : LedgerWords.Days(facts.FromOn, facts.DecidedOn), Amount = LedgerWords.Amount(facts.Amount),
        NeedsPublicity = facts.NeedsPublicity, PublicizedOn = facts.PublicizedOn, DocumentId = facts.DocumentId,
    };

    /// <summary>The facts, or the field that cannot be read with why.</summary>
    public (ActFacts? Facts, ActFault? Fault) Read()
    {
        var span = Kind == ActKind.Charge && !string.IsNullOrWhiteSpace(Period) ? ActTable.PeriodOf(Period.Trim()) : null;
        if (Kind == ActKind.Charge && !string.IsNullOrWhiteSpace(Period) && span is null)
        {
            return (null, new(nameof(Period), "期间照“2025年3月”或者“2025年第1季度”这样写。"));
        }

        decimal? amount = decimal.TryParse(Amount?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        if (amount is null && !string.IsNullOrWhiteSpace(Amount))
        {
            return (null, new(nameof(Amount), "金额请只填数字，单位是万元。"));
        }

        return (new ActFacts
        {
            Kind = Kind, Number = Number ?? "", Item = Item ?? "", Counterpart = Counterpart ?? "", IsPerson = IsPerson, FromOn = span?.From, DecidedOn = span?.To ?? DecidedOn,
            Amount = amount, NeedsPublicity = NeedsPublicity || PublicizedOn is not null || DocumentId is not null, PublicizedOn = PublicizedOn, DocumentId = DocumentId,
        }, null);
    }
}
