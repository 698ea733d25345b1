using System.Text;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Screening.Files;
using Gongkai.Platform.Screening.Texts;
using Gongkai.Platform.Screening.Texts.Words;

namespace Gongkai.Platform.Tests.Screening;

public sealed class ExcelMendingTests
{
    private const string Identity = "11010519491231002X";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_number_in_a_cell_is_masked_and_stays_nowhere_in_the_file()
    {
        var file = SheetFiles.With(("名单", true, [["户主", "身份证号"], ["王某", Identity]]));
        var hit = (await HitsAsync(file)).Single(found => found.Rule.Id == "pii.idNumber");
        hit.Suggestion.ShouldNotBeNull();

        var mended = ExcelMending.Apply(file, [(new CellPlace(hit.Place.Sheet!, hit.Place.Row, hit.Place.Column, hit.Place.Offset, hit.Place.Length), hit.Suggestion!)])!;

        (await HitsAsync(mended)).ShouldNotContain(found => found.Rule.Id == "pii.idNumber");
        Parts(mended).ShouldNotContain(Identity);
        Parts(mended).ShouldContain("王某");
    }

    [Fact]
    public void What_is_no_workbook_or_has_no_such_cell_is_left_alone()
    {
        ExcelMending.Apply("没有表格"u8.ToArray(), [(new CellPlace("名单", 1, 1, 0, 1), "某")]).ShouldBeNull();
        ExcelMending.Apply(SheetFiles.With(("名单", true, [["甲"]])), [(new CellPlace("名单", 9, 9, 0, 1), "某")]).ShouldBeNull();
        ExcelMending.Apply(SheetFiles.With(("名单", true, [["甲"]])), [(new CellPlace("名单", 1, 1, 0, 5), "某")]).ShouldBeNull();
    }

    private static Task<IReadOnlyList<ScreeningHit>> HitsAsync(byte[] file) =>
        AttachmentScreening.OfAsync("名单.xlsx", file, WordBook.BuiltIn, new ScreeningSettings(new DateOnly(2026, 1, 20), DisclosureAttribute.Proactive), Cancellation);

    private static string Parts(byte[] file)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        return string.Concat(zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        }));
    }
}
