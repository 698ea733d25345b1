using System.Net.Mail;
using System.Text.RegularExpressions;
using Gongkai.Law.Reporting;
using Gongkai.Platform.Organizations.Codes;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Organizations;

/// <summary>What a form or a row may hold, and how it is written down.</summary>
internal static partial class AgencyChecks
{
    public const int LongestName = 100;
    public const int LongestLine = 300;
    public const int LongestFunctions = 20_000;
    private const int FirstReportYear = 2008;
    private const int LastReportYear = 2100;

    private static readonly DateOnly Earliest = new(1949, 10, 1);

    /// <summary>The facts as they are kept: trimmed, codes in capitals, empty as null.</summary>
    public static AgencyFacts Tidy(AgencyFacts facts) => facts with
    {
        Name = Line(facts.Name) ?? "",
        ShortName = Line(facts.ShortName),
        CreditCode = Code(facts.CreditCode),
        DivisionCode = Code(facts.DivisionCode),
        SiteCode = Code(facts.SiteCode)?.ToLowerInvariant(),
    };

    public static AgencyProfile Tidy(AgencyProfile profile) => new()
    {
        Functions = Paragraphs(profile.Functions),
        Address = Line(profile.Address),
        OfficeHours = Line(profile.OfficeHours),
        Telephone = Line(profile.Telephone),
        Email = Line(profile.Email),
        Postcode = Line(profile.Postcode),
        Head = Line(profile.Head),
    };

    public static List<AgencyFault> FaultsOf(AgencyFacts facts, GovernmentLevel? above, DateOnly? validTo)
    {
        var faults = new List<AgencyFault>();
        void Refuse(bool isWrong, AgencyField field, AgencyProblem problem)
        {
            if (isWrong)
            {
                faults.Add(new AgencyFault(field, problem));
            }
        }

        Refuse(facts.Name.Length == 0, AgencyField.Name, AgencyProblem.Empty);
        Refuse(facts.Name.Length > LongestName, AgencyField.Name, AgencyProblem.TooLong);
        Refuse(facts.ShortName?.Length > LongestName, AgencyField.ShortName, AgencyProblem.TooLong);
        Refuse(facts.Level < above, AgencyField.Level, AgencyProblem.LevelAboveParent);
        Refuse(facts.FilesFrom is < FirstReportYear or > LastReportYear, AgencyField.FilesFrom, AgencyProblem.YearOutOfRange);
        Refuse(facts.ValidFrom < Earliest || facts.ValidFrom > validTo, AgencyField.ValidFrom, AgencyProblem.DateOutOfRange);
        if (facts.CreditCode is { } credit && !CreditCode.TryParse(credit, out _, out var creditFault))
        {
            faults.Add(new AgencyFault(AgencyField.CreditCode, ProblemOf(creditFault)));
        }

        if (facts.DivisionCode is { } division && !DivisionCode.TryParse(division, out _, out var divisionFault))
        {
            faults.Add(new AgencyFault(AgencyField.DivisionCode, ProblemOf(divisionFault)));
        }

        if (facts.SiteCode is { } site && !SiteCode.TryParse(site, out _, out var siteFault))
        {
            faults.Add(new AgencyFault(AgencyField.SiteCode, ProblemOf(siteFault)));
        }

        return faults;
    }

    public static List<AgencyFault> FaultsOf(AgencyProfile profile)
    {
        var lines = new[]
        {
            (AgencyField.Address, profile.Address), (AgencyField.OfficeHours, profile.OfficeHours), (AgencyField.Telephone, profile.Telephone),
            (AgencyField.Email, profile.Email), (AgencyField.Head, profile.Head),
        };
        var faults = lines.Where(line => line.Item2?.Length > LongestLine).Select(line => new AgencyFault(line.Item1, AgencyProblem.TooLong)).ToList();
        if (profile.Functions?.Length > LongestFunctions)
        {
            faults.Add(new AgencyFault(AgencyField.Functions, AgencyProblem.TooLong));
        }

        if (profile.Telephone is { } telephone && !Telephone().IsMatch(telephone))
        {
            faults.Add(new AgencyFault(AgencyField.Telephone, AgencyProblem.BadTelephone));
        }

        if (profile.Email is { } email && !(MailAddress.TryCreate(email, out var address) && address.Address == email))
        {
            faults.Add(new AgencyFault(AgencyField.Email, AgencyProblem.BadEmail));
        }

        if (profile.Postcode is { } postcode && !(postcode.Length == 6 && postcode.All(char.IsAsciiDigit)))
        {
            faults.Add(new AgencyFault(AgencyField.Postcode, AgencyProblem.BadPostcode));
        }

        return faults;
    }

    /// <summary>What only the tree can say: a name or a code that another agency holds, an authority that is not there.</summary>
    public static async Task<List<AgencyFault>> TakenAsync(GongkaiDb db, AgencyFacts facts, int? parentId, IReadOnlyList<int> except, CancellationToken cancellation)
    {
        var faults = new List<AgencyFault>();
        var others = db.Agencies.AsNoTracking().Where(agency => agency.ValidTo == null && !except.Contains(agency.Id));
        if (await others.AnyAsync(agency => agency.ParentId == parentId && agency.Name == facts.Name, cancellation))
        {
            faults.Add(new AgencyFault(AgencyField.Name, AgencyProblem.NameTaken));
        }

        if (facts.CreditCode is not null && await others.AnyAsync(agency => agency.CreditCode == facts.CreditCode, cancellation))
        {
            faults.Add(new AgencyFault(AgencyField.CreditCode, AgencyProblem.CodeTaken));
        }

        if (facts.AuthorityId is { } authority)
        {
            if (except.Contains(authority))
            {
                faults.Add(new AgencyFault(AgencyField.Authority, AgencyProblem.AuthorityIsItself));
            }
            else if (!await others.AnyAsync(agency => agency.Id == authority, cancellation))
            {
                faults.Add(new AgencyFault(AgencyField.Authority, AgencyProblem.AuthorityNotFound));
            }
        }

        return faults;
    }

    public static string? Line(string? text) => Text(text is null ? null : Blanks().Replace(text, " "));

    public static string? Text(string? text) =>
        string.Concat((text ?? "").Where(character => character is '\n' || !char.IsControl(character))).Trim() is { Length: > 0 } kept ? kept : null;

    private static string? Paragraphs(string? text) =>
        Text(text) is { } kept ? string.Join('\n', kept.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) : null;

    private static string? Code(string? text) => CodeText.Clean(text) is { Length: > 0 } code ? code : null;

    private static AgencyProblem ProblemOf(CodeFault fault) => fault switch
    {
        CodeFault.Length => AgencyProblem.CodeLength,
        CodeFault.Characters => AgencyProblem.CodeCharacters,
        CodeFault.CheckDigit => AgencyProblem.CodeCheckDigit,
        CodeFault.InnerCheckDigit => AgencyProblem.CodeInnerCheckDigit,
        CodeFault.Division => AgencyProblem.CodeDivision,
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^[0-9][0-9\-()（）－—+*、，,;；/转 ]{2,}$|^\+[0-9\- ]{5,}$|^[(（][0-9]{3,4}[)）][0-9\-、，转 ]{3,}$")]
    private static partial Regex Telephone();
}
