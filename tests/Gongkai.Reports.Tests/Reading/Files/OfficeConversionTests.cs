using System.Text;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Reading.Files;

public sealed class OfficeConversionTests
{
    private const string Rich = "{\\rtf1\\ansi\\ansicpg936 Report 2024\\par\\trowd\\cellx2000\\cellx4000\\intbl alpha\\cell 12\\cell\\row\\pard end\\par}";

    private static bool HasOffice => Array.Exists(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), static folder => File.Exists(Path.Combine(folder, "soffice")));

    [Fact]
    public void Rich_text_goes_through_libreoffice_whatever_it_is_called()
    {
        Assert.SkipUnless(HasOffice, "LibreOffice is not installed");
        var document = Blocks.Read(Encoding.ASCII.GetBytes(Rich));
        document.Kind.ShouldBe("rtf");
        Blocks.Of(document).ShouldBe(["Report 2024", "[alpha|12]", "end"]);
    }

    [Fact]
    public void A_conversion_that_takes_too_long_is_stopped()
    {
        Assert.SkipUnless(HasOffice, "LibreOffice is not installed");
        Blocks.Failure(Encoding.ASCII.GetBytes(Rich), ReadLimits.Default with { OutsideProgram = TimeSpan.FromMilliseconds(50) }).ShouldContain("已停止");
    }

    [Fact]
    public void Without_libreoffice_the_sentence_says_what_to_install()
    {
        Assert.SkipWhen(HasOffice, "LibreOffice is installed");
        Blocks.Failure(Encoding.ASCII.GetBytes(Rich)).ShouldContain("LibreOffice");
    }
}
