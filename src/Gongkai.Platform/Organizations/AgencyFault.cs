namespace Gongkai.Platform.Organizations;

/// <summary>Something in what a person gave for an agency that cannot stay so.</summary>
public sealed record AgencyFault(AgencyField Field, AgencyProblem Problem);

/// <summary>The fields of an agency, in the order of forms and lists.</summary>
public enum AgencyField
{
    Name,
    ShortName,
    Kind,
    Level,
    Parent,
    CreditCode,
    DivisionCode,
    SiteCode,
    ValidFrom,
    Authority,
    MustFile,
    FilesFrom,
    CountedInSum,
    IsVertical,
    SortOrder,
    Functions,
    Address,
    OfficeHours,
    Telephone,
    Email,
    Postcode,
    Head,
}

public enum AgencyProblem
{
    Empty,
    TooLong,
    CodeLength,
    CodeCharacters,
    CodeCheckDigit,
    CodeInnerCheckDigit,
    CodeDivision,
    NameTaken,
    CodeTaken,
    YearOutOfRange,
    DateOutOfRange,
    LevelAboveParent,
    AuthorityNotFound,
    AuthorityIsItself,
    BadTelephone,
    BadEmail,
    BadPostcode,
    UnknownWord,
    NotANumber,
    NotADate,
    ParentNotFound,
    ParentAmbiguous,
    ParentMissing,
    ParentInCircle,
    ParentEnded,
    TwiceInFile,
    TwoMatches,
    AgencyAmbiguous,
    OutsideScope,
}
