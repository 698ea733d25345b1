namespace Gongkai.Platform.Requests;

/// <summary>Who asks (条例第二十九条第二款第（一）项). Kept sealed, shown only to those who handle the case.</summary>
public sealed record Applicant
{
    public required string Name { get; init; }

    /// <summary>身份证, 护照 … for a person, 统一社会信用代码 for an organization.</summary>
    public required string IdentityKind { get; init; }

    public required string IdentityNumber { get; init; }

    public required string Telephone { get; init; }

    public string Email { get; init; } = "";

    public string Address { get; init; } = "";

    public string Postcode { get; init; } = "";

    /// <summary>法定代表人 of an organization.</summary>
    public string Representative { get; init; } = "";

    /// <summary>联系人 of an organization.</summary>
    public string Contact { get; init; } = "";

    /// <summary>代理人; empty where there is none.</summary>
    public string Agent { get; init; } = "";

    public string AgentIdentityNumber { get; init; } = "";

    /// <summary>What lists show of a person: the first letter of the name.</summary>
    public static string LabelOf(string name, bool isPerson) => isPerson && name.Length > 1 ? name[..1] + new string('*', Math.Min(name.Length - 1, 3)) : name;
}
