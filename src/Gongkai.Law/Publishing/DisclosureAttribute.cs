using System.Diagnostics.CodeAnalysis;

namespace Gongkai.Law.Publishing;

/// <summary>公开属性 of a document, fixed while it is drafted (条例第十三条; 国办发〔2016〕80号).</summary>
[SuppressMessage("Naming", "CA1711", Justification = "公开属性 is the statute's word for it.")]
public enum DisclosureAttribute
{
    /// <summary>主动公开.</summary>
    Proactive,

    /// <summary>依申请公开; the reason is written down.</summary>
    OnRequest,

    /// <summary>不予公开 (第十四条至第十六条); the reason is written down.</summary>
    Withheld,
}
