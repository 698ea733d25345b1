namespace Gongkai.Reports.Reading.Pdf;

internal static class PdfReader
{
    public static SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadLimits limits) => throw new UnreadableSourceException("pdf");
}
