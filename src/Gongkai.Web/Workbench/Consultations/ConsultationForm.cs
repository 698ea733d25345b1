using System.ComponentModel.DataAnnotations;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Consultations;

namespace Gongkai.Web.Workbench.Consultations;

/// <summary>A consultation as it is typed.</summary>
public sealed record ConsultationForm
{
    /// <summary>Of this filling-in alone: sent twice, it begins one consultation.</summary>
    public Guid Key { get; init; }

    public int AgencyId { get; init; }

    public int Revision { get; init; }

    [Required(ErrorMessage = "请填写草案的名称。")]
    public string? Title { get; init; }

    public string? Note { get; init; }

    public string? Body { get; init; }

    public ConsultationBasis Basis { get; init; }

    [Required(ErrorMessage = "请填第一天。")]
    public DateOnly? FirstDay { get; init; }

    [Required(ErrorMessage = "请填最后一天。")]
    public DateOnly? LastDay { get; init; }

    public string? WhyShort { get; init; }

    public string? Contact { get; init; }

    public long? DocumentId { get; init; }

    public static ConsultationForm Of(Consultation consultation) => new()
    {
        AgencyId = consultation.AgencyId, Revision = consultation.Revision, Title = consultation.Text.Title, Note = consultation.Text.Note, Body = consultation.Text.Body, Basis = consultation.Text.Basis,
        FirstDay = consultation.Text.FirstDay, LastDay = consultation.Text.LastDay, WhyShort = consultation.Text.WhyShort, Contact = consultation.Text.Contact, DocumentId = consultation.Text.DocumentId,
    };

    public ConsultationText ToText() => new()
    {
        Title = Title ?? "", Note = Note ?? "", Body = Body ?? "", Basis = Basis, FirstDay = FirstDay ?? default, LastDay = LastDay ?? default, WhyShort = WhyShort ?? "", Contact = Contact ?? "", DocumentId = DocumentId,
    };

    public static string FieldOf(ParticipationRefusal refusal) => refusal switch
    {
        ParticipationRefusal.TitleMissing => "Input.Title",
        ParticipationRefusal.DateOutOfRange or ParticipationRefusal.FirstDayPassed => "Input.LastDay",
        ParticipationRefusal.NoSuchDocument => "Input.DocumentId",
        _ => "",
    };
}
