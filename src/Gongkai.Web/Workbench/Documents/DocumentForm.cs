using Gongkai.Law.Publishing;
using Gongkai.Platform.Publishing;

namespace Gongkai.Web.Workbench.Documents;

/// <summary>What is typed of a document.</summary>
public sealed class DocumentForm
{
    public DocumentKind Kind { get; set; } = DocumentKind.Notice;

    public DisclosureAttribute Attribute { get; set; }

    public string? AttributeReason { get; set; }

    public int? CatalogItemId { get; set; }

    public CatalogCategory? Category { get; set; }

    public string? Title { get; set; }

    public string? Number { get; set; }

    public DateOnly? MadeOn { get; set; }

    public string? JointAgencies { get; set; }

    public string? OthersOpinion { get; set; }

    public string? Source { get; set; }

    public string? Topic { get; set; }

    public string? Keywords { get; set; }

    public string? Summary { get; set; }

    public string? Body { get; set; }

    public DateOnly? EffectiveOn { get; set; }

    public DateOnly? ExpiresOn { get; set; }

    public DateOnly? ShownUntil { get; set; }

    public long? InterpretsId { get; set; }

    public InterpretationForm? InterpretationForm { get; set; }

    public string? ForwardedFrom { get; set; }

    public static DocumentForm Of(DocumentContent content) => new()
    {
        Kind = content.Kind, Attribute = content.Attribute, AttributeReason = content.AttributeReason, CatalogItemId = content.CatalogItemId, Category = content.Category, Title = content.Title,
        Number = content.Number, MadeOn = content.MadeOn, JointAgencies = content.JointAgencies, OthersOpinion = content.OthersOpinion, Source = content.Source, Topic = content.Topic, Keywords = content.Keywords, Summary = content.Summary,
        Body = content.Body, EffectiveOn = content.EffectiveOn, ExpiresOn = content.ExpiresOn, ShownUntil = content.ShownUntil, InterpretsId = content.InterpretsId,
        InterpretationForm = content.InterpretationForm, ForwardedFrom = content.ForwardedFrom,
    };

    /// <param name="catalog">The lines of the catalog: a line that is chosen brings its category.</param>
    public DocumentContent ToContent(IReadOnlyList<CatalogItem> catalog)
    {
        var item = catalog.FirstOrDefault(found => found.Id == CatalogItemId);
        return new DocumentContent
        {
            Kind = Kind, Attribute = Attribute, AttributeReason = Attribute == DisclosureAttribute.Proactive ? "" : Text(AttributeReason), CatalogItemId = item?.Id, Category = item?.Category ?? Category,
            Title = Text(Title), Number = Text(Number), MadeOn = MadeOn, JointAgencies = Text(JointAgencies), OthersOpinion = Text(OthersOpinion), Source = Text(Source), Topic = Text(Topic), Keywords = Text(Keywords), Summary = Text(Summary),
            Body = Body ?? "", EffectiveOn = EffectiveOn, ExpiresOn = ExpiresOn, ShownUntil = ShownUntil, InterpretsId = Kind == DocumentKind.Interpretation ? InterpretsId : null,
            InterpretationForm = Kind == DocumentKind.Interpretation ? InterpretationForm : null, ForwardedFrom = Text(ForwardedFrom),
        };
    }

    /// <summary>The field of the form at which a fault stands.</summary>
    public static string FieldOf(DocumentFault fault) => $"Input.{fault.Field}";

    private static string Text(string? text) => text ?? "";
}
