namespace Gongkai.Platform.Organizations;

/// <summary>What the public reads about an agency (条例 article 20, 机构职能 and how to reach it).</summary>
public sealed record AgencyProfile
{
    public string? Functions { get; init; }

    public string? Address { get; init; }

    public string? OfficeHours { get; init; }

    public string? Telephone { get; init; }

    public string? Email { get; init; }

    public string? Postcode { get; init; }

    public string? Head { get; init; }

    internal static AgencyProfile Of(Agency agency) => new()
    {
        Functions = agency.Functions,
        Address = agency.Address,
        OfficeHours = agency.OfficeHours,
        Telephone = agency.Telephone,
        Email = agency.Email,
        Postcode = agency.Postcode,
        Head = agency.Head,
    };

    internal void WriteTo(Agency agency)
    {
        agency.Functions = Functions;
        agency.Address = Address;
        agency.OfficeHours = OfficeHours;
        agency.Telephone = Telephone;
        agency.Email = Email;
        agency.Postcode = Postcode;
        agency.Head = Head;
    }
}
