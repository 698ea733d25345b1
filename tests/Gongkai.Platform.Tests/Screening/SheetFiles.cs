using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Gongkai.Platform.Tests.Screening;

/// <summary>Excel files with what is to be found in their cells.</summary>
internal static class SheetFiles
{
    /// <summary>A file with these sheets: what each is called, whether one sees it, and its rows.</summary>
    public static byte[] With(params (string Name, bool IsSeen, string[][] Rows)[] sheets)
    {
        using var file = new MemoryStream();
        using (var excel = SpreadsheetDocument.Create(file, DocumentFormat.OpenXml.SpreadsheetDocumentType.Workbook))
        {
            var workbook = excel.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            foreach (var (sheet, index) in sheets.Select((sheet, index) => (sheet, index)))
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(sheet.Rows.Select((cells, row) => new Row(cells.Select((text, column) => new Cell
                {
                    CellReference = $"{(char)('A' + column)}{row + 1}", DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)),
                })) { RowIndex = (uint)row + 1 })));
                workbook.Workbook.Sheets!.Append(new Sheet
                {
                    Name = sheet.Name, SheetId = (uint)index + 1, Id = workbook.GetIdOfPart(part), State = sheet.IsSeen ? SheetStateValues.Visible : SheetStateValues.Hidden,
                });
            }
        }

        return file.ToArray();
    }
}
