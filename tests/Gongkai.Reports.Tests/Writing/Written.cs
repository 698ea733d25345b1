using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Gongkai.Reports.Writing;

namespace Gongkai.Reports.Tests.Writing;

/// <summary>A written report, and the parts of its package.</summary>
internal static class Written
{
    public static byte[] Bytes(AnnualReport report, WriteFormat format)
    {
        using var stream = new MemoryStream();
        ReportWriter.Write(report, format, stream);
        return stream.ToArray();
    }

    public static string Text(AnnualReport report, WriteFormat format) => Encoding.UTF8.GetString(Bytes(report, format));

    public static XDocument Part(AnnualReport report, WriteFormat format, string part)
    {
        using var archive = new ZipArchive(new MemoryStream(Bytes(report, format)));
        using var stream = archive.GetEntry(part).ShouldNotBeNull().Open();
        return XDocument.Load(stream);
    }
}
