namespace Gongkai.Platform.Participation.Questionnaires;

/// <summary>网上调查: questions to whoever wants to answer, and what came of them. Once it is open its questions stay as they are.</summary>
public sealed class Questionnaire : BegunText
{
    public required QuestionnaireText Text { get; set; }

    /// <summary>Columns of <see cref="Text"/> by which lists ask; rewritten with it.</summary>
    public required string Name { get; set; }

    public DateOnly FirstDay { get; set; }

    public DateOnly LastDay { get; set; }

    /// <summary>When its results were put before the public; null while they are not.</summary>
    public DateTimeOffset? ResultsAt { get; set; }

    public string? ResultsByName { get; set; }

    /// <summary>What the agency says of the results.</summary>
    public string ResultsNote { get; set; } = "";

    internal override string Noun => "questionnaire";

    internal override string Place => FormattableString.Invariant($"questionnaires/{Id}");

    internal override string Title => $"网上调查《{Name}》";
}

/// <summary>All that is written of a questionnaire.</summary>
public sealed record QuestionnaireText
{
    public string Title { get; init; } = "";

    public string Intro { get; init; } = "";

    public DateOnly FirstDay { get; init; }

    public DateOnly LastDay { get; init; }

    public IReadOnlyList<Question> Questions { get; init; } = [];
}

/// <summary>A question.</summary>
public sealed record Question(QuestionKind Kind, string Text, IReadOnlyList<string> Options, bool IsRequired)
{
    /// <summary>What can be chosen: of a scale, its five steps.</summary>
    public IReadOnlyList<string> Choices => Kind == QuestionKind.Scale ? ["很不满意", "不满意", "一般", "满意", "很满意"] : Options;
}

public enum QuestionKind
{
    /// <summary>单选.</summary>
    One,

    /// <summary>多选.</summary>
    Several,

    /// <summary>满意度.</summary>
    Scale,

    /// <summary>文字.</summary>
    Text,
}

/// <summary>What one browser answered, without who it was.</summary>
public sealed class QuestionnaireAnswer
{
    public long Id { get; init; }

    public long QuestionnaireId { get; init; }

    /// <summary>A hash of what the browser was given, so that it answers once.</summary>
    public required byte[] BrowserHash { get; init; }

    public Guid FormKey { get; init; }

    public required IReadOnlyList<GivenAnswer> Answers { get; init; }

    public DateOnly SentOn { get; init; }
}

/// <summary>The answer to one question.</summary>
/// <param name="Question">Its place among the questions, from 0.</param>
/// <param name="Chosen">The places of what was chosen.</param>
/// <param name="Text">What was written.</param>
public sealed record GivenAnswer(int Question, IReadOnlyList<int> Chosen, string? Text);
