using Gongkai.Platform.Channels;

namespace Gongkai.Web.Workbench.Channels;

/// <summary>The form of a channel.</summary>
public sealed record ChannelForm
{
    public string? Name { get; init; }

    public string? Address { get; init; }

    public string? AppId { get; init; }

    public string? Secret { get; init; }

    public string? Author { get; init; }

    public ChannelMode Mode { get; init; }

    public bool IsAutomatic { get; init; }

    public bool IncludesBelow { get; init; }

    public static ChannelForm Of(ChannelRow row) => new()
    {
        Name = row.Name, Address = row.Address, AppId = row.AppId, Author = row.Author, Mode = row.Mode, IsAutomatic = row.IsAutomatic, IncludesBelow = row.IncludesBelow,
    };

    public async Task<ChannelDesk.Facts> ReadAsync(IFormFile? cover, CancellationToken cancellation)
    {
        byte[]? picture = null;
        if (cover is { Length: > 0 })
        {
            using var content = new MemoryStream();
            await cover.CopyToAsync(content, cancellation);
            picture = content.ToArray();
        }

        return new ChannelDesk.Facts(Name ?? "") { Address = Address, AppId = AppId, Secret = Secret, Author = Author, Cover = picture, Mode = Mode, IsAutomatic = IsAutomatic, IncludesBelow = IncludesBelow };
    }

    /// <summary>The field of which a refusal speaks.</summary>
    public static string FieldOf(ChannelRefusal refusal) => refusal switch
    {
        ChannelRefusal.NameMissing => "Input.Name",
        ChannelRefusal.AddressWrong => "Input.Address",
        ChannelRefusal.AppIdWrong => "Input.AppId",
        ChannelRefusal.SecretMissing => "Input.Secret",
        ChannelRefusal.AuthorTooLong => "Input.Author",
        ChannelRefusal.CoverMissing => "Cover",
        _ => "",
    };
}
