using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Platform.Tests.Screening;

/// <summary>Word files with things in them that one does not see.</summary>
internal static class WordFiles
{
    /// <summary>A file of two visible sentences, with whatever else is put into it.</summary>
    public static byte[] With(Action<WordprocessingDocument> hide)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            word.AddMainDocumentPart().Document = new Document(new Body(Paragraph("第一句话。"), Paragraph("第二句话。")));
            hide(word);
        }

        return file.ToArray();
    }

    /// <summary>Comments, tracked changes, hidden letters, properties, a header: all at once.</summary>
    public static byte[] Everything() => With(word =>
    {
        AddComment(word);
        AddChanges(word);
        word.MainDocumentPart!.Document.Body!.AppendChild(new Paragraph(new Run(new RunProperties(new Vanish()), new Text("隐藏的底价")), new Run(new Text("看得见的"))));
        word.MainDocumentPart.AddNewPart<HeaderPart>().Header = new Header(Paragraph("内部资料"));
        word.MainDocumentPart.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new TrackRevisions());
        AddProperties(word);
    });

    public static void AddComment(WordprocessingDocument word)
    {
        word.MainDocumentPart!.AddNewPart<WordprocessingCommentsPart>().Comments =
            new Comments(new Comment(Paragraph("这个人要保密")) { Id = "0", Author = "王审核", Date = new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Unspecified) });
        var first = word.MainDocumentPart.Document.Body!.GetFirstChild<Paragraph>()!;
        first.PrependChild(new CommentRangeStart { Id = "0" });
        first.Append(new CommentRangeEnd { Id = "0" }, new Run(new CommentReference { Id = "0" }));
    }

    public static void AddChanges(WordprocessingDocument word)
    {
        var second = word.MainDocumentPart!.Document.Body!.Elements<Paragraph>().ElementAt(1);
        second.Append(
            new InsertedRun(new Run(new Text("补上的话。"))) { Id = "1", Author = "李拟稿" },
            new DeletedRun(new Run(new DeletedText("删掉的话。"))) { Id = "2", Author = "李拟稿" });
        var joined = new Paragraph(
            new ParagraphProperties(new ParagraphMarkRunProperties(new Deleted { Id = "3", Author = "李拟稿" })), new Run(new Text("上半句")));
        word.MainDocumentPart.Document.Body.Append(joined, Paragraph("下半句"));
    }

    public static void AddProperties(WordprocessingDocument word)
    {
        word.PackageProperties.Creator = "张科长";
        word.PackageProperties.LastModifiedBy = "赵股长";
        word.AddExtendedFilePropertiesPart().Properties = new DocumentFormat.OpenXml.ExtendedProperties.Properties(new DocumentFormat.OpenXml.ExtendedProperties.Company("某某公司"));
    }

    /// <summary>The text that one sees, paragraph by paragraph.</summary>
    public static List<string> TextsOf(byte[] file)
    {
        using var stream = new MemoryStream(file, writable: false);
        using var word = WordprocessingDocument.Open(stream, isEditable: false);
        return [.. word.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Select(paragraph => paragraph.InnerText)];
    }

    public static void ShouldBeValid(OpenXmlPackage package) =>
        new OpenXmlValidator().Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();

    private static Paragraph Paragraph(string text) => new(new Run(new Text(text)));
}
