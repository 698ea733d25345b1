using Gongkai.Law.Publishing;

namespace Gongkai.Platform.Publishing;

/// <summary>A document of an agency, from its draft to its end. What the public reads of it is a <see cref="Publication"/>, made when it is published: a draft is on no way out.</summary>
public sealed class Document
{
    public long Id { get; init; }

    public int AgencyId { get; init; }

    public DocumentStage Stage { get; set; }

    public required DocumentContent Content { get; set; }

    /// <summary>Columns of <see cref="Content"/> by which lists ask; rewritten with it.</summary>
    public required string Title { get; set; }

    public DocumentKind Kind { get; set; }

    public DisclosureAttribute Attribute { get; set; }

    public DateOnly? MadeOn { get; set; }

    /// <summary>索引号, given at the first publication and never given again.</summary>
    public string? IndexNumber { get; set; }

    /// <summary>How often its content was changed; what is reviewed and published is a version.</summary>
    public int ContentVersion { get; set; }

    /// <summary>The version that the reviews have approved.</summary>
    public int? ApprovedVersion { get; set; }

    /// <summary>The review that is to be given next; null where none is.</summary>
    public ReviewStep? NextReview { get; set; }

    /// <summary>The last day of publication; null where nothing is to be published or its day of making is not known.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>When it is to be published, where that was set.</summary>
    public DateTimeOffset? PublishAt { get; set; }

    /// <summary>When it was first published: the server's time, which nobody can set.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>When a withheld document was last looked at again (第十八条).</summary>
    public DateOnly? LookedAtOn { get; set; }

    /// <summary>The form that it was begun with: the same form begins one document.</summary>
    public Guid FormKey { get; init; }

    public Guid? CreatedBy { get; init; }

    public required string CreatedByName { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string ChangedByName { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>Where a document is.</summary>
public enum DocumentStage
{
    /// <summary>拟稿.</summary>
    Drafting,

    /// <summary>审核中.</summary>
    InReview,

    /// <summary>待发布, at once or at a time that was set.</summary>
    Ready,

    /// <summary>已发布.</summary>
    Published,

    /// <summary>审定不主动公开: kept, and looked at again each year.</summary>
    Kept,

    /// <summary>公示期满, off every page by itself.</summary>
    Ended,

    /// <summary>已撤回.</summary>
    Withdrawn,

    /// <summary>已作废: a draft that was never published and is not needed.</summary>
    Discarded,
}

/// <summary>All that is written of a document: what a version keeps.</summary>
public sealed record DocumentContent
{
    public DocumentKind Kind { get; init; }

    public DisclosureAttribute Attribute { get; init; }

    /// <summary>Why it is not published of the agency's own accord; demanded for the other two attributes.</summary>
    public string AttributeReason { get; init; } = "";

    public int? CatalogItemId { get; init; }

    public CatalogCategory? Category { get; init; }

    public string Title { get; init; } = "";

    /// <summary>文号.</summary>
    public string Number { get; init; } = "";

    /// <summary>成文日期.</summary>
    public DateOnly? MadeOn { get; init; }

    /// <summary>联合发文的其他机关.</summary>
    public string JointAgencies { get; init; } = "";

    /// <summary>What the other agencies said of its disclosure: the lead agency decides, the others give their opinion; what concerns others is confirmed with them (条例第十条、第十一条).</summary>
    public string OthersOpinion { get; init; } = "";

    /// <summary>信息来源, where it comes from another; empty for the agency's own.</summary>
    public string Source { get; init; } = "";

    /// <summary>主题分类.</summary>
    public string Topic { get; init; } = "";

    public string Keywords { get; init; } = "";

    /// <summary>内容概述.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The text as cleaned HTML.</summary>
    public string Body { get; init; } = "";

    public DateOnly? EffectiveOn { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    /// <summary>公示期至: the last day on which it is on any page.</summary>
    public DateOnly? ShownUntil { get; init; }

    /// <summary>The document that it interprets.</summary>
    public long? InterpretsId { get; init; }

    /// <summary>解读形式.</summary>
    public InterpretationForm? InterpretationForm { get; init; }

    /// <summary>The document whose attribute it follows, where it forwards one.</summary>
    public string ForwardedFrom { get; init; } = "";
}

/// <summary>解读形式.</summary>
public enum InterpretationForm
{
    /// <summary>文字.</summary>
    Text,

    /// <summary>图解.</summary>
    Picture,

    /// <summary>视频、动漫.</summary>
    Video,

    /// <summary>问答.</summary>
    QuestionsAndAnswers,

    /// <summary>新闻发布会、访谈.</summary>
    PressConference,

    /// <summary>专家解读.</summary>
    Expert,
}
