using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Gongkai.Platform.Tests.Screening;

/// <summary>Excel files with things in them that one does not see.</summary>
internal static class ExcelFiles
{
    /// <summary>A visible sheet with a hidden row, a hidden column and a comment; a hidden sheet, and one that is hidden deeper.</summary>
    /// <param name="formula">What stands in a cell of the visible sheet.</param>
    public static byte[] Everything(string? formula = null)
    {
        using var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = book.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            var visible = AddSheet(workbook, "清册", SheetStateValues.Visible, 4, formula);
            AddSheet(workbook, "底稿", SheetStateValues.Hidden, 2, null);
            AddSheet(workbook, "深处", SheetStateValues.VeryHidden, 1, null);
            visible.Worksheet.InsertBefore(
                new Columns(new Column { Min = 2, Max = 2, Hidden = true, Width = 0, CustomWidth = true }, new Column { Min = 10, Max = 16384, Hidden = true }), visible.Worksheet.GetFirstChild<SheetData>());
            foreach (var row in visible.Worksheet.Descendants<Row>().Where(row => row.RowIndex! == 2 || row.RowIndex! == 3))
            {
                row.Hidden = true;
            }

            AddComment(visible);
            book.PackageProperties.Creator = "张科长";
        }

        return file.ToArray();
    }

    /// <summary>A book as Excel writes it, with the texts of its cells in one list: a visible sheet, and a hidden one that shows another of them.</summary>
    public static byte[] WithSharedTexts()
    {
        using var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = book.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(new[] { "户主", "王建国", "李某" }.Select(text => new SharedStringItem(new Text(text))));
            Point(AddSheet(workbook, "公示", SheetStateValues.Visible, 1, null), 0, 2);
            Point(AddSheet(workbook, "底册", SheetStateValues.Hidden, 1, null), 0, 1);
        }

        return file.ToArray();
    }

    private static void Point(WorksheetPart sheet, params int[] texts)
    {
        foreach (var (cell, text) in sheet.Worksheet.Descendants<Cell>().Zip(texts))
        {
            cell.DataType = CellValues.SharedString;
            cell.InlineString = null;
            cell.CellValue = new CellValue(text);
        }
    }

    private static WorksheetPart AddSheet(WorkbookPart workbook, string name, SheetStateValues state, int rows, string? formula)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        var data = new SheetData(Enumerable.Range(1, rows).Select(row => new Row(
            Cell($"A{row}", $"{name}{row}"), Cell($"B{row}", "乙")) { RowIndex = (uint)row }));
        if (formula is not null)
        {
            data.Elements<Row>().First().Append(new Cell { CellReference = "C1", CellFormula = new CellFormula(formula) });
        }

        part.Worksheet = new Worksheet(data);
        workbook.Workbook.Sheets!.Append(new Sheet { Name = name, SheetId = (uint)workbook.Workbook.Sheets.ChildElements.Count + 1, Id = workbook.GetIdOfPart(part), State = state });
        return part;
    }

    private static void AddComment(WorksheetPart sheet)
    {
        sheet.AddNewPart<WorksheetCommentsPart>().Comments = new Comments(
            new Authors(new Author("王审核")),
            new CommentList(new Comment(new CommentText(new Run(new Text("这一户有争议")))) { Reference = "A1", AuthorId = 0 }));
        var drawing = sheet.AddNewPart<VmlDrawingPart>();
        using (var content = new StreamWriter(drawing.GetStream(FileMode.Create)))
        {
            content.Write("""<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="s1"><x:ClientData ObjectType="Note"><x:Row>0</x:Row></x:ClientData></v:shape></xml>""");
        }

        sheet.Worksheet.Append(new LegacyDrawing { Id = sheet.GetIdOfPart(drawing) });
    }

    private static Cell Cell(string reference, string text) => new() { CellReference = reference, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };
}
