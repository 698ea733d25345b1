using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.Platform.Imports;

namespace Gongkai.Platform.Organizations.Tables;

/// <summary>What a list would do to the tree.</summary>
public sealed record ImportPlan : ListPlan
{
    public IReadOnlyList<ImportAddition> Added { get; init; } = [];

    public IReadOnlyList<ImportChange> Changed { get; init; } = [];

    public int Unchanged { get; init; }

    /// <summary>While there is one, nothing is applied.</summary>
    public IReadOnlyList<ImportError> Errors { get; init; } = [];

    /// <summary>Headings that mean nothing here; their columns are left aside.</summary>
    public IReadOnlyList<string> UnknownHeadings { get; init; } = [];

    public override bool HasFaults => Errors.Count > 0;

    public override bool ChangesNothing => Added.Count == 0 && Changed.Count == 0;

    public override string Hash => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Added, Changed, Errors })));
}

/// <summary>An agency that comes new.</summary>
public sealed record ImportAddition(int Row, string Name, string Parent, AgencyFacts Facts, AgencyProfile Profile);

/// <summary>An agency of which some fields change.</summary>
public sealed record ImportChange(int Row, int AgencyId, string Name, IReadOnlyList<FieldChange> Fields);

/// <summary>A field before and after, in the words of lists.</summary>
public sealed record FieldChange(AgencyField Field, string Before, string After);

/// <summary>What is wrong in a row, and what to do about it.</summary>
public sealed record ImportError(int Row, AgencyField? Field, string Message);
