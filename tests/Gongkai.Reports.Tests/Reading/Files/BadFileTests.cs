using System.Text;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Reports.Tests.Reading.Files;

public sealed class BadFileTests
{
    private static readonly byte[] CompoundHeader = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public void An_empty_file_says_so()
    {
        Blocks.Failure([]).ShouldContain("空的");
        Blocks.Failure(Encoding.UTF8.GetBytes(" \r\n\t ")).ShouldContain("空的");
    }

    [Fact]
    public void A_file_past_the_limit_is_refused_without_reading_it()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.OpenWrite(path))
            {
                file.SetLength(600_000_000);
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            ReportReader.Read(SourceFile.OnDisk(path), ReadLimits.Default).Failure.ShouldNotBeNull().ShouldContain("超过 50 MB");
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_missing_file_says_so() =>
        ReportReader.Read(SourceFile.OnDisk("/没有/这个文件.docx"), ReadLimits.Default).Failure.ShouldNotBeNull().ShouldContain("没有找到");

    [Fact]
    public void A_picture_is_named_as_one() => Blocks.Failure([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0]).ShouldContain("图片");

    [Fact]
    public void An_office_file_with_a_password_is_named_as_one() =>
        Blocks.Failure([.. CompoundHeader, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[100]]).ShouldContain("密码");

    [Fact]
    public void Another_archive_is_named_as_one() => Blocks.Failure("Rar!\u001A\u0007"u8.ToArray()).ShouldContain("rar");

    [Fact]
    public void Random_bytes_are_nothing()
    {
        var random = new Random(20240131);
        for (var round = 0; round < 200; round++)
        {
            var bytes = new byte[random.Next(64, 4000)];
            random.NextBytes(bytes);
            Blocks.Failure(bytes).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Random_bytes_behind_a_known_beginning_never_throw()
    {
        var random = new Random(3);
        foreach (var start in new[] { "PK\u0003\u0004", "<html><table>", "{\"format\":\"gongkai.report/1\"" })
        {
            for (var round = 0; round < 50; round++)
            {
                var bytes = new byte[random.Next(1, 3000)];
                random.NextBytes(bytes);
                Should.NotThrow(() => ReportReader.Read("x", (byte[])[.. Encoding.UTF8.GetBytes(start), .. bytes], ReadLimits.Default));
            }
        }
    }

    [Fact]
    public void A_broken_spreadsheet_of_the_old_kind_gives_a_sentence() =>
        Blocks.Failure([.. CompoundHeader, .. new byte[600], .. Encoding.Unicode.GetBytes("Workbook"), .. new byte[1000]]).ShouldContain("Excel");

    [Theory]
    [InlineData("<!DOCTYPE html><p>正文", SourceKind.Html)]
    [InlineData("  <TABLE><TR><TD>1", SourceKind.Html)]
    [InlineData("一、总体情况\n本年<5件", SourceKind.Text)]
    [InlineData("{\"format\":\"gongkai.report/1\"}", SourceKind.Json)]
    [InlineData("[{\"format\":\"gongkai.report/1\"}]", SourceKind.Json)]
    [InlineData("{\"other\":1}", SourceKind.Text)]
    [InlineData("\uFEFFagency,year,address,label,kind,value\n", SourceKind.Csv)]
    [InlineData("{\\rtf1\\ansi", SourceKind.RichText)]
    [InlineData("%PDF-1.7", SourceKind.Pdf)]
    [InlineData("| 项目 | 数量 |\n|---|---|\n", SourceKind.Text)]
    public void A_file_is_what_its_bytes_say(string start, SourceKind kind) => Sniffing.KindOf(Encoding.UTF8.GetBytes(start)).ShouldBe(kind);

    [Fact]
    public void A_page_in_utf_16_is_a_page() => Sniffing.KindOf(Encoding.Unicode.GetBytes("<html><body>政府信息公开</body></html>")).ShouldBe(SourceKind.Html);

    [Fact]
    public void The_source_is_noted_with_its_hash()
    {
        var source = ReportReader.Read("报告.pdf", "<html><p>正文</p></html>"u8.ToArray(), ReadLimits.Default).Report.ShouldNotBeNull().Source.ShouldNotBeNull();
        source.Name.ShouldBe("报告.pdf");
        source.Kind.ShouldBe("html");
        source.Sha256.Length.ShouldBe(64);
    }
}
