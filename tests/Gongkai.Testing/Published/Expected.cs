using Gongkai.Reports.Form;

namespace Gongkai.Testing.Published;

/// <summary>How surely a figure can be read from what was printed.</summary>
public enum Certainty
{
    /// <summary>It must be read as it stands.</summary>
    Certain,

    /// <summary>It may be read as it stands or be openly unread.</summary>
    Doubtful,

    /// <summary>The source no longer tells: it must be openly unread.</summary>
    Lost,
}

/// <summary>What a printed report should be read back to. A printer marks here what its damage made doubtful.</summary>
public sealed class Expected
{
    private readonly Certainty[] certainties = new Certainty[NationalForm.Count];

    public Expected(AnnualReport truth) => Truth = truth;

    /// <summary>The report that was printed.</summary>
    public AnnualReport Truth { get; private set; }

    /// <summary>The sections that were printed, by statutory number, in the order of the print; null where they are not to be compared.</summary>
    public IReadOnlyList<int>? Sections { get; set; }

    /// <summary>Whether agency, year, period and date were printed whole.</summary>
    public bool ComparesHead { get; set; } = true;

    public Certainty this[FigureAddress address] => certainties[address.Index];

    /// <summary>These figures may be openly unread.</summary>
    public void Doubt(IEnumerable<FigureAddress> addresses) => Mark(addresses, Certainty.Doubtful);

    /// <summary>Every figure may be openly unread.</summary>
    public void DoubtAll() => Doubt(NationalForm.Figures.Select(figure => figure.Address));

    /// <summary>These figures cannot be read.</summary>
    public void Lose(IEnumerable<FigureAddress> addresses) => Mark(addresses, Certainty.Lost);

    /// <summary>These cells stand in the print as something else than in the report.</summary>
    public void Print(IEnumerable<KeyValuePair<FigureAddress, Cell>> cells) =>
        Truth = Truth with { Figures = Truth.Figures.With(cells) };

    private void Mark(IEnumerable<FigureAddress> addresses, Certainty certainty)
    {
        foreach (var address in addresses)
        {
            certainties[address.Index] = (Certainty)Math.Max((int)certainties[address.Index], (int)certainty);
        }
    }
}
