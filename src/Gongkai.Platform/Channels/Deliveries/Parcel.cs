using Gongkai.Platform.Publishing;

namespace Gongkai.Platform.Channels.Deliveries;

/// <summary>What goes out in one piece: one delivery, or the articles of one publication in their order. How far it has come stands at the first of them, and is kept for all.</summary>
/// <param name="Items">The deliveries.</param>
/// <param name="IsBroken">Whether one that may be in a draft at the other side was withdrawn since.</param>
internal sealed record Parcel(IReadOnlyList<ParcelItem> Items, bool IsBroken)
{
    public Delivery First => Items[0].Delivery;

    public IReadOnlyList<Delivery> Deliveries => [.. Items.Select(item => item.Delivery)];

    public IReadOnlyList<Guid> Ids { get; } = [.. Items.Select(item => item.Delivery.Id)];
}

/// <summary>A delivery with what the public reads of it; nothing, where it tells of a withdrawal.</summary>
internal sealed record ParcelItem(Delivery Delivery, Publication? Publication);
