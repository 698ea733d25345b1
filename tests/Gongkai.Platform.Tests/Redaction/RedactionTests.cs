using System.Text;
using Gongkai.Platform.Redaction;
using Gongkai.Reports.Reading;
using Gongkai.Testing.Redaction;

namespace Gongkai.Platform.Tests.Redaction;

/// <summary>What is covered is gone, and the rest stays as it was.</summary>
public sealed class RedactionTests
{
    private const string Identity = "110101199003074477";

    private static readonly (double, double, string)[] FirstPage = [(60, 100, "Applicant Zhang Sanfeng"), (60, 200, $"Number {Identity}"), (60, 700, "Public paragraph")];
    private static readonly (double, double, string)[] SecondPage = [(300, 400, "Account 6222021234567890128")];
    private static readonly (double Left, double Top, double Width, double Height) Covered = (0.05, 0.22, 0.6, 0.05);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_word_of_the_file_can_be_extracted_and_no_property_is_left()
    {
        var source = SamplePdf.Of(FirstPage, SecondPage);
        Printed.TextOf(source).ShouldContain(Identity);
        Printed.PropertiesOf(source).ShouldContain("TopSecretTitle");

        var result = await BlackenAsync(source, Covered);

        Printed.TextOf(result).Trim('\f', '\n', ' ').ShouldBeEmpty();
        Printed.PropertiesOf(result).ShouldNotContain("TopSecret");
        Printed.PropertiesOf(result).ShouldContain("Pages:           2");
        Printed.FontsOf(result).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        foreach (var word in new[] { "Zhang", Identity, "TopSecret", "Public", "6222", "/Info", "/Font", "/Annot", "/Metadata", "/ID" })
        {
            result.AsSpan().IndexOf(Encoding.ASCII.GetBytes(word)).ShouldBe(-1, word);
            result.AsSpan().IndexOf(Encoding.BigEndianUnicode.GetBytes(word)).ShouldBe(-1, word);
        }
    }

    [Fact]
    public async Task Inside_all_is_black_and_outside_nothing_has_changed()
    {
        var source = SamplePdf.Of(FirstPage, SecondPage);
        Printed.PageOf(source, 1, 200).HasInkIn(Covered.Left, Covered.Top, Covered.Width, Covered.Height).ShouldBeTrue();

        var result = await BlackenAsync(source, Covered);

        var (before, after) = (Printed.PageOf(source, 1, 200), Printed.PageOf(result, 1, 200));
        (after.Width, after.Height).ShouldBe((before.Width, before.Height));
        after.BrightestIn(Covered.Left, Covered.Top, Covered.Width, Covered.Height).ShouldBe(0);
        before.DifferenceOutside(after, Covered).ShouldBeLessThan(0.05);
        Printed.PageOf(source, 2, 200).DifferenceOutside(Printed.PageOf(result, 2, 200)).ShouldBeLessThan(0.05);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Wherever_rectangles_are_drawn_they_are_black_and_the_rest_is_not_touched(int seed)
    {
        var random = new Random(seed);
        var source = SamplePdf.Of([.. Enumerable.Range(1, 14).Select(line => (40.0, line * 52.0, $"Line {line} with words that are all over the page"))]);
        var areas = Enumerable.Range(0, 6).Select(_ => (Left: random.NextDouble() * 0.9, Top: random.NextDouble() * 0.9, Width: 0.02 + (random.NextDouble() * 0.4), Height: 0.01 + (random.NextDouble() * 0.2))).ToList();

        var result = await BlackenAsync(source, [.. areas]);

        var (before, after) = (Printed.PageOf(source, 1, 200), Printed.PageOf(result, 1, 200));
        areas.ForEach(area => after.BrightestIn(area.Left, area.Top, area.Width, area.Height).ShouldBe(0, $"{area}"));
        before.DifferenceOutside(after, areas).ShouldBeLessThan(0.05);
        Printed.TextOf(result).Trim('\f', '\n', ' ').ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/Rotate 90")]
    [InlineData("/Rotate 180")]
    [InlineData("/CropBox [50 60 450 760]")]
    [InlineData("/Rotate 270 /CropBox [50 60 450 760]")]
    public async Task A_word_is_covered_where_it_is_seen_however_the_page_is_turned_or_cropped(string pageEntries)
    {
        var source = SamplePdf.With(pageEntries, [(100, 300, "Secret"), (100, 500, "Public")]);

        var (result, places) = await PagedFile.UseAsync(
            source, file => PageSearch.Find(file.Texts(), ["secret"]) is var found ? (file.Blacken([.. found.SelectMany(place => place.Areas)]), found) : default, Cancellation);

        var area = places.ShouldHaveSingleItem().Areas.ShouldHaveSingleItem();
        Printed.PageOf(source, 1, 200).HasInkIn(area.Left, area.Top, area.Width, area.Height).ShouldBeTrue();
        var after = Printed.PageOf(result, 1, 200);
        after.BrightestIn(area.Left, area.Top, area.Width, area.Height).ShouldBe(0);
        Printed.PageOf(source, 1, 200).DifferenceOutside(after, (area.Left, area.Top, area.Width, area.Height)).ShouldBeLessThan(0.05);
    }

    [Fact]
    public async Task What_lies_outside_of_the_shown_page_is_not_in_the_result_either()
    {
        var source = SamplePdf.With("/CropBox [200 0 600 800]", [(20, 300, "Cut"), (300, 300, "Shown")]);

        var page = Printed.PageOf(await BlackenAsync(source, (0.9, 0.9, 0.05, 0.05)), 1, 72);

        (page.Width, page.Height).ShouldBe((400, 800));
        page.HasInkIn(0, 0.3, 0.2, 0.1).ShouldBeFalse();
    }

    [Fact]
    public async Task Parts_of_lines_are_covered_and_what_stands_beside_them_is_not()
    {
        var source = SamplePdf.Of([(60, 200, $"Number {Identity} end")]);

        var places = await PagedFile.UseAsync(source, file => PageSearch.FindNumbers(file.Texts()), Cancellation);

        var place = places.ShouldHaveSingleItem();
        place.What.ShouldBe("身份证号 110***********4477");
        var area = place.Areas.ShouldHaveSingleItem();
        var page = Printed.PageOf(await BlackenAsync(source, (area.Left, area.Top, area.Width, area.Height)), 1, 150);
        page.HasInkIn(0.1, 0.23, area.Left - 0.1 - 0.01, 0.02).ShouldBeTrue();
        page.HasInkIn(area.Left + area.Width + 0.005, 0.23, 0.05, 0.02).ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_told_of_in_a_sentence()
    {
        (await ComplaintAsync(SamplePdf.Of(FirstPage)[..300])).ShouldContain("已损坏");
        (await ComplaintAsync("%PDF-1.4 nothing more"u8.ToArray())).ShouldContain("已损坏");
        (await ComplaintAsync(Locked())).ShouldContain("密码");
        (await ComplaintAsync(SamplePdf.Of(FirstPage, SecondPage), RedactionLimits.Default with { Pages = 1 })).ShouldContain("文件有 2 页，一次最多遮盖 1 页");
        (await ComplaintAsync(SamplePdf.Of(FirstPage), RedactionLimits.Default with { Bytes = 100 })).ShouldContain("MB");
        (await ComplaintAsync("文字"u8.ToArray())).ShouldContain("只能遮盖 PDF");
        (await ComplaintAsync([0x89, .. "PNG\r\n\u001a\n"u8, 1, 2, 3])).ShouldContain("图片已损坏");
        (await ComplaintAsync([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xD9])).ShouldContain("图片已损坏");
        (await ComplaintAsync("GIF89a.........."u8.ToArray())).ShouldContain("JPEG 和 PNG");
    }

    [Fact]
    public async Task A_page_of_any_size_stays_within_the_bounds_of_pixels()
    {
        var source = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(SamplePdf.Of([(60, 200, "Poster")])).Replace("[0 0 600 800]", "[0 0 9999 13]", StringComparison.Ordinal));

        var result = await BlackenAsync(source, (0, 0, 1, 1));

        Printed.PageOf(result, 1, 36).BrightestIn(0, 0, 1, 1).ShouldBe(0);
        Printed.PropertiesOf(result).ShouldContain("9999");
    }

    private static Task<byte[]> BlackenAsync(byte[] source, params (double Left, double Top, double Width, double Height)[] areas) => PagedFile.UseAsync(
        source, file => file.Blacken([.. areas.Select(area => new PageArea(1, area.Left, area.Top, area.Width, area.Height))]), Cancellation);

    private static async Task<string> ComplaintAsync(byte[] file, RedactionLimits? limits = null) =>
        (await Should.ThrowAsync<UnreadableSourceException>(() => PagedFile.UseAsync(file, opened => opened.Blacken([]), Cancellation, limits))).Message;

    /// <summary>A PDF that opens with a password that nobody knows.</summary>
    private static byte[] Locked()
    {
        var hash = new string('A', 64);
        return Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(SamplePdf.Of(FirstPage)).Replace(
            "/Info 4 0 R", $"/Info 4 0 R /ID [<{hash[..32]}> <{hash[..32]}>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{hash}> /U <{hash}> >>", StringComparison.Ordinal));
    }
}
