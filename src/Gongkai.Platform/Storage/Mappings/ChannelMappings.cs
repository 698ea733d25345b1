using Gongkai.Platform.Channels;
using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Channels.Printing;
using Gongkai.Platform.Channels.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Platform.Storage.Mappings;

internal sealed class ChannelMapping : IEntityTypeConfiguration<Channel>
{
    public void Configure(EntityTypeBuilder<Channel> builder)
    {
        builder.ToTable("channels").HasKey(channel => channel.Id);
        builder.Property(channel => channel.Version).IsRowVersion();
    }
}

internal sealed class DocumentChannelMapping : IEntityTypeConfiguration<DocumentChannel>
{
    public void Configure(EntityTypeBuilder<DocumentChannel> builder) => builder.ToTable("document_channels").HasKey(chosen => new { chosen.DocumentId, chosen.ChannelId });
}

internal sealed class ChannelKindMapping : IEntityTypeConfiguration<StoredChannelKind>
{
    public void Configure(EntityTypeBuilder<StoredChannelKind> builder) => builder.ToTable("channel_kinds").HasKey(set => new { set.AgencyId, set.ChannelId, set.Kind });
}

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("deliveries").HasKey(delivery => delivery.Id);
        builder.Property(delivery => delivery.Id).ValueGeneratedNever();
    }
}

internal sealed class BoardMapping : IEntityTypeConfiguration<Board>
{
    public void Configure(EntityTypeBuilder<Board> builder) => builder.ToTable("boards").HasKey(board => board.Id);
}

internal sealed class PostingMapping : IEntityTypeConfiguration<Posting>
{
    public void Configure(EntityTypeBuilder<Posting> builder) => builder.ToTable("postings").HasKey(posting => posting.Id);
}

internal sealed class SubscriptionMapping : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("subscriptions").HasKey(subscription => subscription.Id);
        builder.Property(subscription => subscription.Id).ValueGeneratedNever();
    }
}
