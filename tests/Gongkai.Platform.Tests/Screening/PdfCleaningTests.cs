using System.Globalization;
using System.IO.Compression;
using System.Text;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Redaction;
using Gongkai.Platform.Screening.Files;
using Gongkai.Platform.Screening.Texts;
using Gongkai.Platform.Screening.Texts.Words;
using Gongkai.Testing;
using Gongkai.Testing.Redaction;

namespace Gongkai.Platform.Tests.Screening;

/// <summary>What a PDF says of who made it is taken out wherever it stands, and its pages stay as they were.</summary>
public sealed class PdfCleaningTests
{
    private const string Xmp = """
        <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" pdfaid:conformance="B"/>
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>XmpAuthor</rdf:li></rdf:Seq></dc:creator></rdf:Description>
        </rdf:RDF></x:xmpmeta><?xpacket end="w"?>
        """;

    [Fact]
    public async Task Properties_are_gone_and_no_other_byte_has_moved()
    {
        var file = SamplePdf.Of([(100, 100, "Notice"), (100, 140, "of today")]);

        var cleaned = AttachmentScreening.Clean(file)!.Content;

        cleaned.Length.ShouldBe(file.Length);
        Encoding.ASCII.GetString(cleaned).ShouldNotContain("TopSecretAuthor");
        Encoding.ASCII.GetString(cleaned).ShouldNotContain("TopSecretTitle");
        (await WordsOf(cleaned)).ShouldBe(["Notice", "of", "today"]);
        (await Of(cleaned)).ShouldNotContain(hit => hit.Rule == ScreeningRules.FileProperty);
        AttachmentScreening.Clean(cleaned).ShouldBeNull("there is nothing left to take out");
    }

    [Fact]
    public async Task What_an_earlier_revision_said_is_gone_too()
    {
        var file = Later(SamplePdf.Of([(100, 100, "Notice")]), "4 0 obj\n<< /Title (Second) /Author <4C6561646572> /Keywords 90 0 R >>\nendobj\n90 0 obj\n(KeptElsewhere)\nendobj\n");
        (await Of(file)).ShouldContain(hit => hit.Found == "Leader");

        var text = Encoding.ASCII.GetString(AttachmentScreening.Clean(file)!.Content);

        text.ShouldNotContain("TopSecretAuthor");
        text.ShouldNotContain("4C6561646572");
        text.ShouldNotContain("KeptElsewhere");
    }

    [Fact]
    public async Task Packed_properties_and_xmp_are_found_and_what_the_file_conforms_to_stays()
    {
        var file = Packed("(PackedAuthor)", Xmp);
        var told = await Of(file);
        told.ShouldContain(hit => hit.Found == "PackedAuthor");
        told.ShouldContain(hit => hit.Found == "XmpAuthor" && hit.Message.Contains("一键清除"));

        var cleaned = AttachmentScreening.Clean(file)!.Content;

        (await WordsOf(cleaned)).ShouldBe(["Packed"]);
        (await Of(cleaned)).ShouldNotContain(hit => hit.Rule == ScreeningRules.FileProperty);
        var xmp = XmpOf(cleaned);
        xmp.ShouldContain("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>");
        xmp.ShouldNotContain("XmpAuthor");
    }

    [Fact]
    public async Task A_file_of_an_office_program_is_cleaned_and_reads_as_before()
    {
        Assert.SkipUnless(OfficeProgram.IsInstalled, "LibreOffice is not installed");
        var file = OfficeProgram.Convert([("通知.html", Encoding.UTF8.GetBytes("<html><head><title>草稿标题</title><meta name='author' content='张科长'></head><body><h1>关于清淤的通知</h1><p>三月一日开工。</p></body></html>"))], "pdf")[0];
        (await Of(file)).ShouldContain(hit => hit.Rule == ScreeningRules.FileProperty && hit.Found == "张科长");

        var cleaned = AttachmentScreening.Clean(file)!.Content;

        (await Of(cleaned)).ShouldNotContain(hit => hit.Rule == ScreeningRules.FileProperty);
        string.Concat(await WordsOf(cleaned)).ShouldBe(string.Concat(await WordsOf(file)));
    }

    [Fact]
    public async Task A_signed_file_is_left_alone_and_the_hint_says_why()
    {
        var file = Later(SamplePdf.Of([(100, 100, "Notice")]), "91 0 obj\n<< /Type /Sig /ByteRange [0 10 20 30] /Contents <00> >>\nendobj\n");

        AttachmentScreening.Clean(file).ShouldBeNull();
        (await Of(file)).ShouldContain(hit => hit.Rule == ScreeningRules.FileProperty && hit.Message.Contains("电子签章"));
    }

    [Theory]
    [InlineData("%PDF-1.4")]
    [InlineData("%PDF-1.4\n1 0 obj\n<< /Type /Metadata /Length 999999999 >>\nstream\n")]
    [InlineData("%PDF-1.4\n1 0 obj\n<< (((((")]
    [InlineData("%PDF-1.4\ntrailer\n<< /Info 4 0 R")]
    [InlineData("%PDF-1.4\n4 0 obj\ntrailer\n<< /Info 4 0 R /Info 5 0 R >>\n5 0 obj")]
    [InlineData("%PDF-1.4\n6 0 obj\n<< /Type /ObjStm /N 9 /First 99999 /Length 3 >>\nstream\nabc\nendstream")]
    public void A_damaged_file_is_left_alone(string text) => AttachmentScreening.Clean(Encoding.ASCII.GetBytes(text)).ShouldBeNull();

    private static byte[] Later(byte[] file, string objects)
    {
        var start = Encoding.ASCII.GetString(file).LastIndexOf("\nxref", StringComparison.Ordinal) + 1;
        var body = $"{Encoding.ASCII.GetString(file)}{objects}";
        var table = new StringBuilder("xref\n");
        foreach (var line in objects.Split('\n').Where(line => line.EndsWith(" 0 obj", StringComparison.Ordinal)))
        {
            table.Append(CultureInfo.InvariantCulture, $"{line.Split(' ')[0]} 1\n{file.Length + objects.IndexOf(line, StringComparison.Ordinal):D10} 00000 n \n");
        }

        return Encoding.ASCII.GetBytes($"{body}{table}trailer\n<< /Size 92 /Root 1 0 R /Info 4 0 R /Prev {start} >>\nstartxref\n{body.Length}\n%%EOF\n");
    }

    /// <summary>A file as Acrobat writes it: its small objects packed into a stream, its references in another, its XMP deflated.</summary>
    private static byte[] Packed(string author, string xmp)
    {
        (int Number, string Text)[] small =
        [
            (1, "<< /Type /Catalog /Pages 2 0 R /Metadata 7 0 R >>"), (2, "<< /Type /Pages /Count 1 /Kids [3 0 R] >>"),
            (3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 4 0 R >> >> /Contents 6 0 R >>"),
            (4, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"), (8, "<< /Author 9 0 R /Producer (Maker) >>"), (9, author),
        ];
        var (index, body) = (new StringBuilder(), new StringBuilder());
        foreach (var (number, text) in small)
        {
            index.Append(CultureInfo.InvariantCulture, $"{number} {body.Length} ");
            body.Append(text).Append('\n');
        }

        using var file = new MemoryStream();
        var places = new Dictionary<int, long>();
        file.Write("%PDF-1.5\n"u8);
        Add(5, $"/Type /ObjStm /N {small.Length} /First {index.Length}", Encoding.ASCII.GetBytes($"{index}{body}"));
        Add(6, "", "BT /F 20 Tf 100 600 Td (Packed) Tj ET"u8.ToArray());
        Add(7, "/Type /Metadata /Subtype /XML", Encoding.UTF8.GetBytes(xmp));
        var start = file.Position;
        using var table = new MemoryStream();
        for (var number = 0; number <= 10; number++)
        {
            var place = Array.FindIndex(small, one => one.Number == number);
            var (type, first, second) = place >= 0 ? (2, 5L, place) : number == 10 ? (1, start, 0) : places.TryGetValue(number, out var at) ? (1, at, 0) : (0, 0, 0);
            table.Write([(byte)type, (byte)(first >> 8), (byte)first, (byte)second]);
        }

        Add(10, "/Type /XRef /Size 11 /W [1 2 1] /Root 1 0 R /Info 8 0 R", table.ToArray());
        file.Write(Encoding.ASCII.GetBytes($"startxref\n{start}\n%%EOF\n"));
        return file.ToArray();

        void Add(int number, string entries, byte[] content)
        {
            using var packed = new MemoryStream();
            using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                stream.Write(content);
            }

            places[number] = file.Position;
            file.Write(Encoding.ASCII.GetBytes($"{number} 0 obj\n<< {entries} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n"));
            file.Write(packed.ToArray());
            file.Write("\nendstream\nendobj\n"u8);
        }
    }

    private static string XmpOf(byte[] file)
    {
        var part = PdfSource.Parts(file).Single(part => PdfSource.Text(file.AsSpan(part.Start..part.End)).Contains("/Metadata /Subtype", StringComparison.Ordinal));
        using var stream = new ZLibStream(new MemoryStream(file[part.Data!.Value]), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static async Task<IReadOnlyList<string>> WordsOf(byte[] file) =>
        await PagedFile.UseAsync(file, pdf => pdf.Texts().SelectMany(page => page.Words).Select(word => word.Text).ToList(), TestContext.Current.CancellationToken);

    private static Task<IReadOnlyList<ScreeningHit>> Of(byte[] file) =>
        AttachmentScreening.OfAsync("通知.pdf", file, WordBook.BuiltIn, new ScreeningSettings(new DateOnly(2026, 3, 20), DisclosureAttribute.Proactive), TestContext.Current.CancellationToken);
}
