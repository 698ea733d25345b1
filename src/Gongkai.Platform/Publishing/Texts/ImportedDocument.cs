using Gongkai.Law.Publishing;

namespace Gongkai.Platform.Publishing.Texts;

/// <summary>What was read out of a file, for the one who enters the document to look over.</summary>
public sealed record ImportedDocument
{
    /// <summary>What the document is called: by its heading, else by the name of the file.</summary>
    public required string Title { get; init; }

    /// <summary>文号, as in 某政办〔2026〕5号.</summary>
    public string? Number { get; init; }

    /// <summary>成文日期.</summary>
    public DateOnly? MadeOn { get; init; }

    /// <summary>The agency that signs it.</summary>
    public string? Agency { get; init; }

    /// <summary>How it is marked: 此件公开发布 and the like.</summary>
    public DisclosureAttribute? Mark { get; init; }

    /// <summary>The cleaned text without masthead, number and title; its pictures as in <see cref="CleanedText"/>.</summary>
    public required string Html { get; init; }

    public IReadOnlyList<TextPicture> Pictures { get; init; } = [];

    /// <summary>What the one who imports should know, as sentences: what was left out, and what to look at.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>docx, doc, odt, rtf, pdf, html or txt, by the content of the file.</summary>
    public required string Kind { get; init; }
}

/// <summary>What became of reading a file: a document, or one sentence that says why not and what to do. Never both.</summary>
public sealed record ImportOutcome(ImportedDocument? Document, string? Refusal);
