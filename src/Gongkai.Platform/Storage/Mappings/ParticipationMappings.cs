using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Participation.Letters;
using Gongkai.Platform.Participation.Questionnaires;
using Gongkai.Platform.Participation.ReadingPoints;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongkai.Platform.Storage.Mappings;

internal sealed class ConsultationMapping : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("consultations").HasKey(consultation => consultation.Id);
        builder.Property(consultation => consultation.Text).HasConversion(Json.Of<ConsultationText>()).HasColumnType("jsonb");
    }
}

internal sealed class ConsultationFileMapping : IEntityTypeConfiguration<ConsultationFile>
{
    public void Configure(EntityTypeBuilder<ConsultationFile> builder) => builder.ToTable("consultation_files").HasKey(file => file.Id);
}

internal sealed class ConsultationCommentMapping : IEntityTypeConfiguration<ConsultationComment>
{
    public void Configure(EntityTypeBuilder<ConsultationComment> builder) => builder.ToTable("consultation_comments").HasKey(comment => comment.Id);
}

internal sealed class ConsultationFeedbackMapping : IEntityTypeConfiguration<ConsultationFeedback>
{
    public void Configure(EntityTypeBuilder<ConsultationFeedback> builder)
    {
        builder.ToTable("consultation_feedbacks").HasKey(feedback => feedback.ConsultationId);
        builder.Property(feedback => feedback.ConsultationId).ValueGeneratedNever();
    }
}

internal sealed class LetterMapping : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder) => builder.ToTable("letters").HasKey(letter => letter.Id);
}

internal sealed class LetterStepMapping : IEntityTypeConfiguration<LetterStep>
{
    public void Configure(EntityTypeBuilder<LetterStep> builder) => builder.ToTable("letter_steps").HasKey(step => step.Id);
}

internal sealed class LetterPublicationMapping : IEntityTypeConfiguration<LetterPublication>
{
    public void Configure(EntityTypeBuilder<LetterPublication> builder)
    {
        builder.ToTable("letter_publications").HasKey(publication => publication.LetterId);
        builder.Property(publication => publication.LetterId).ValueGeneratedNever();
    }
}

internal sealed class QuestionnaireMapping : IEntityTypeConfiguration<Questionnaire>
{
    public void Configure(EntityTypeBuilder<Questionnaire> builder)
    {
        builder.ToTable("questionnaires").HasKey(questionnaire => questionnaire.Id);
        builder.Property(questionnaire => questionnaire.Text).HasConversion(Json.Of<QuestionnaireText>()).HasColumnType("jsonb");
    }
}

internal sealed class QuestionnaireAnswerMapping : IEntityTypeConfiguration<QuestionnaireAnswer>
{
    public void Configure(EntityTypeBuilder<QuestionnaireAnswer> builder)
    {
        builder.ToTable("questionnaire_answers").HasKey(answer => answer.Id);
        builder.Property(answer => answer.Answers).HasConversion(
            Json.Of<IReadOnlyList<GivenAnswer>>(), new ValueComparer<IReadOnlyList<GivenAnswer>>((one, other) => ReferenceEquals(one, other), answers => answers.Count, answers => answers)).HasColumnType("jsonb");
    }
}

internal sealed class ReadingPointMapping : IEntityTypeConfiguration<ReadingPoint>
{
    public void Configure(EntityTypeBuilder<ReadingPoint> builder) => builder.ToTable("reading_points").HasKey(point => point.Id);
}

/// <summary>How records are kept as JSON in a column.</summary>
file static class Json
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    public static ValueConverter<T, string> Of<T>()
        where T : class => new(content => JsonSerializer.Serialize(content, Options), text => JsonSerializer.Deserialize<T>(text, Options)!);
}
