using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Questionnaires;

namespace Gongkai.Web.Workbench.Questionnaires;

/// <summary>A questionnaire as it is typed: the questions one below the other, the options of each a line by itself.</summary>
public sealed class QuestionnaireForm
{
    private const int Spare = 3;

    /// <summary>Of this filling-in alone.</summary>
    public Guid Key { get; set; }

    public int AgencyId { get; set; }

    public int Revision { get; set; }

    [Required(ErrorMessage = "请填写标题。")]
    public string? Title { get; set; }

    public string? Intro { get; set; }

    [Required(ErrorMessage = "请填第一天。")]
    public DateOnly? FirstDay { get; set; }

    [Required(ErrorMessage = "请填最后一天。")]
    public DateOnly? LastDay { get; set; }

    public List<QuestionForm> Questions { get; set; } = [];

    public static QuestionnaireForm Of(Questionnaire questionnaire) => new()
    {
        AgencyId = questionnaire.AgencyId, Revision = questionnaire.Revision, Title = questionnaire.Text.Title, Intro = questionnaire.Text.Intro, FirstDay = questionnaire.FirstDay, LastDay = questionnaire.LastDay,
        Questions = [.. questionnaire.Text.Questions.Select(question => new QuestionForm { Kind = question.Kind, Text = question.Text, Options = string.Join('\n', question.Options), IsRequired = question.IsRequired })],
    };

    /// <summary>Leaves room for some questions more.</summary>
    public void MakeRoom()
    {
        Questions.RemoveAll(question => question.IsEmpty);
        var room = Math.Min(QuestionnaireDesk.MostQuestions - Questions.Count, Spare);
        Questions.AddRange(Enumerable.Range(0, Math.Max(room, 0)).Select(_ => new QuestionForm()));
    }

    public QuestionnaireText ToText() => new()
    {
        Title = Title ?? "", Intro = Intro ?? "", FirstDay = FirstDay ?? default, LastDay = LastDay ?? default,
        Questions = [.. Questions.Where(question => !question.IsEmpty).Select(question => question.ToQuestion())],
    };

    public static string FieldOf(ParticipationRefusal refusal) => refusal switch
    {
        ParticipationRefusal.TitleMissing => "Input.Title",
        ParticipationRefusal.DateOutOfRange => "Input.LastDay",
        ParticipationRefusal.QuestionsWrong => "Input.Questions[0].Text",
        _ => "",
    };
}

/// <summary>A question as it is typed.</summary>
public sealed class QuestionForm
{
    public QuestionKind Kind { get; set; }

    public string? Text { get; set; }

    /// <summary>A line to an option.</summary>
    public string? Options { get; set; }

    public bool IsRequired { get; set; } = true;

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Options);

    public Question ToQuestion() => new(
        Kind, Text?.Trim() ?? "",
        Kind is QuestionKind.One or QuestionKind.Several ? [.. (Options ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] : [], IsRequired);
}
