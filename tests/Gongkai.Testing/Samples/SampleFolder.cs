using System.Text;

namespace Gongkai.Testing.Samples;

/// <summary>Writes the samples and their list into a folder.</summary>
public static class SampleFolder
{
    /// <summary>Writes every file; those of an office program's format only where <c>soffice</c> is installed.</summary>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var list = new StringBuilder("# 样例\n\n这些报告里的地名、机关和数字都是编造的，供试用和测试。由 `dotnet run bench/make-samples.cs samples` 生成，请勿手改。\n\n| 文件 | 内容 |\n| --- | --- |\n");
        foreach (var sample in SampleFiles.All())
        {
            list.Append("| `").Append(sample.Name).Append("` | ").Append(sample.Shows).Append(" |\n");
            if (sample.ConvertTo is null)
            {
                File.WriteAllBytes(Path.Combine(folder, sample.Name), sample.Bytes);
            }
            else
            {
                var word = (Path.ChangeExtension(sample.Name, "docx"), sample.Bytes);
                File.WriteAllBytes(Path.Combine(folder, sample.Name), OfficeProgram.Convert([word], sample.ConvertTo)[0]);
            }
        }

        File.WriteAllText(Path.Combine(folder, "README.md"), list.ToString());
    }
}
