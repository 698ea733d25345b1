namespace Gongkai.Reports.Reading.Pdf;

internal static class UnruledTables
{
    public static IEnumerable<TablePiece> Take(PdfPage page, List<PdfLine> lines) => [];
}
