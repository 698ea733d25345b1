using Gongkai.Law.Reporting;

namespace Gongkai.Platform.Organizations.Tables;

/// <summary>A row of the list, and which agency it turned out to be about.</summary>
internal sealed class PlannedRow(int number, Dictionary<AgencyField, string> cells)
{
    private static readonly DateOnly LawInForce = new(2008, 5, 1);

    public int Number => number;

    public List<AgencyFault> Faults { get; } = [];

    public bool IsBeingPlaced { get; set; }

    public bool IsPlaced { get; set; }

    public PlannedNode? Node { get; set; }

    /// <summary>The parent that the row names; null where it names none.</summary>
    public PlannedNode? Parent { get; set; }

    /// <summary>A cell that says something; null where it is empty or the column is missing.</summary>
    public string? this[AgencyField field] => cells.GetValueOrDefault(field) is { Length: > 0 } cell ? cell : null;

    public void Refuse(AgencyField field, AgencyProblem problem) => Faults.Add(new AgencyFault(field, problem));

    /// <summary>The facts and the profile after this row; what cannot be read becomes a fault.</summary>
    public void ReadInto(PlannedNode node)
    {
        var kind = Read(AgencyField.Kind, node.Facts.Kind, AgencyColumns.KindOf, AgencyProblem.UnknownWord);
        if (node.Id is null)
        {
            if (this[AgencyField.Kind] is null)
            {
                Refuse(AgencyField.Kind, AgencyProblem.Empty);
            }

            node.Facts = AgencyFacts.New(this[AgencyField.Name] ?? "", kind, node.Parent?.Facts.Level ?? GovernmentLevel.County, LawInForce);
        }

        var facts = node.Facts;
        node.Facts = AgencyChecks.Tidy(facts with
        {
            Name = this[AgencyField.Name] ?? facts.Name,
            ShortName = Text(AgencyField.ShortName, facts.ShortName),
            Kind = kind,
            Level = Read(AgencyField.Level, facts.Level, AgencyColumns.LevelOf, AgencyProblem.UnknownWord),
            CreditCode = Text(AgencyField.CreditCode, facts.CreditCode),
            DivisionCode = Text(AgencyField.DivisionCode, facts.DivisionCode),
            SiteCode = Text(AgencyField.SiteCode, facts.SiteCode),
            ValidFrom = Read(AgencyField.ValidFrom, facts.ValidFrom, AgencyColumns.DateOf, AgencyProblem.NotADate),
            MustFile = Read(AgencyField.MustFile, facts.MustFile, AgencyColumns.TruthOf, AgencyProblem.UnknownWord),
            FilesFrom = this[AgencyField.FilesFrom] switch
            {
                null => facts.FilesFrom,
                AgencyColumns.Clear => null,
                _ => Read(AgencyField.FilesFrom, 0, AgencyColumns.NumberOf, AgencyProblem.NotANumber),
            },
            CountedInSum = Read(AgencyField.CountedInSum, facts.CountedInSum, AgencyColumns.TruthOf, AgencyProblem.UnknownWord),
            IsVertical = Read(AgencyField.IsVertical, facts.IsVertical, AgencyColumns.TruthOf, AgencyProblem.UnknownWord),
            SortOrder = Read(AgencyField.SortOrder, facts.SortOrder, AgencyColumns.NumberOf, AgencyProblem.NotANumber),
        });
        var profile = node.Profile;
        node.Profile = AgencyChecks.Tidy(new AgencyProfile
        {
            Functions = Text(AgencyField.Functions, profile.Functions),
            Address = Text(AgencyField.Address, profile.Address),
            OfficeHours = Text(AgencyField.OfficeHours, profile.OfficeHours),
            Telephone = Text(AgencyField.Telephone, profile.Telephone),
            Email = Text(AgencyField.Email, profile.Email),
            Postcode = Text(AgencyField.Postcode, profile.Postcode),
            Head = Text(AgencyField.Head, profile.Head),
        });
    }

    private string? Text(AgencyField field, string? present) => this[field] switch { null => present, AgencyColumns.Clear => null, var cell => cell };

    private T Read<T>(AgencyField field, T present, Func<string, T?> read, AgencyProblem problem)
        where T : struct
    {
        if (this[field] is not { } cell)
        {
            return present;
        }

        if (read(cell) is { } value)
        {
            return value;
        }

        Refuse(field, problem);
        return present;
    }
}

/// <summary>An agency as it would be after the import: one of the tree, or a new one.</summary>
internal sealed class PlannedNode
{
    public int? Id { get; init; }

    /// <summary>The place of an agency of the tree as it is now.</summary>
    public string? Path { get; init; }

    public Agency? Existing { get; init; }

    public required AgencyFacts Facts { get; set; }

    public AgencyProfile Profile { get; set; } = new();

    public PlannedNode? Parent { get; set; }

    public PlannedNode? Authority { get; set; }

    public PlannedRow? Row { get; set; }
}
