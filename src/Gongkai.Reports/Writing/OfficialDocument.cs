using System.Collections.Immutable;
using System.Xml;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Conversion;

namespace Gongkai.Reports.Writing;

/// <summary>A paper in the look of an official document (GB/T 9704—2012): a title, a number, lines and a signature.</summary>
/// <param name="Title">The title.</param>
/// <param name="Blocks">What stands below it, in order.</param>
public sealed record OfficialDocument(string Title, ImmutableArray<OfficialBlock> Blocks)
{
    /// <summary>Whether this machine can print Word files as PDF.</summary>
    public static bool CanPrint => OfficeConversion.IsAvailable;

    /// <summary>A Word file as PDF.</summary>
    /// <returns>The PDF; or null and a sentence in Chinese, where no program for it is there or it could not open the file.</returns>
    public static (byte[]? Pdf, string? Failure) Print(ReadOnlyMemory<byte> word)
    {
        try
        {
            return (OfficeConversion.ToPdf(word, ReadLimits.Default).ToArray(), null);
        }
        catch (UnreadableSourceException exception)
        {
            return (null, exception.Message);
        }
    }

    /// <summary>Writes it as a Word file.</summary>
    public void Write(Stream output) => DocxWriter.Write(output, xml =>
    {
        DocxParagraph.Title(xml, Title);
        foreach (var block in Blocks)
        {
            Write(xml, block);
        }
    });

    private static void Write(XmlWriter xml, OfficialBlock block)
    {
        switch (block)
        {
            case OfficialBlock.Line line:
                DocxParagraph.Write(xml, line.Style switch
                {
                    OfficialStyle.Number => "DocumentNumber",
                    OfficialStyle.Addressee => "Normal",
                    OfficialStyle.Heading => "Heading1",
                    OfficialStyle.Body => "Body",
                    OfficialStyle.Signature => "Signature",
                }, line.Text);
                break;
            case OfficialBlock.Form form:
                DocxForm.Write(xml, form.Rows);
                DocxParagraph.Gap(xml);
                break;
        }
    }
}

/// <summary>A part of a paper.</summary>
public abstract record OfficialBlock
{
    private OfficialBlock()
    {
    }

    /// <summary>A paragraph.</summary>
    public sealed record Line(OfficialStyle Style, string Text) : OfficialBlock;

    /// <summary>A table of two columns: what is asked, and what was filled in.</summary>
    public sealed record Form(ImmutableArray<(string Label, string Value)> Rows) : OfficialBlock;
}

/// <summary>How a paragraph stands.</summary>
public enum OfficialStyle
{
    /// <summary>文号, below the title.</summary>
    Number,

    /// <summary>称谓, from the left edge.</summary>
    Addressee,

    /// <summary>A heading of the first order.</summary>
    Heading,

    /// <summary>正文.</summary>
    Body,

    /// <summary>落款, from the right.</summary>
    Signature,
}
