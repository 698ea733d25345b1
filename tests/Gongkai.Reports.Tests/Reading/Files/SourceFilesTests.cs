using System.IO.Compression;
using System.Text;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Reports.Tests.Reading.Files;

public sealed class SourceFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gongkai-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_folder_is_searched_through_and_through_in_a_fixed_order()
    {
        Write("乙/2.html", "<p>二</p>");
        Write("乙/丙/3.txt", "三");
        Write("1.txt", "一");
        Write("logo.png", "x");
        Write("~$1.docx", "x");
        Names(folder).ShouldBe(["1.txt", "乙/2.html", "乙/丙/3.txt"]);
    }

    [Fact]
    public void Patterns_are_expanded_here()
    {
        Write("a/2023.txt", "一");
        Write("a/2024.txt", "二");
        Write("b/2024.htm", "三");
        Names(Path.Combine(folder, "a", "*.txt")).ShouldBe(["a/2023.txt", "a/2024.txt"]);
        Names(Path.Combine(folder, "*", "2024.*")).ShouldBe(["a/2024.txt", "b/2024.htm"]);
        Names(Path.Combine(folder, "**", "20?4.*")).ShouldBe(["a/2024.txt", "b/2024.htm"]);
        Failure(Path.Combine(folder, "*.pdf")).ShouldContain("没有文件符合");
    }

    [Fact]
    public void What_is_not_there_says_so_when_it_is_read() => Failure(Path.Combine(folder, "没有.txt")).ShouldContain("没有找到");

    [Fact]
    public void A_zip_yields_what_it_holds_with_names_of_either_encoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.GetEncoding("GB18030") })
        {
            var path = Path.Combine(folder, "报告.zip");
            using (var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create, leaveOpen: false, encoding))
            {
                Add(archive, "青石镇/年度报告.txt", "一");
                Add(archive, "说明.png", "x");
                Add(archive, "__MACOSX/._年度报告.txt", "x");
            }

            var file = SourceFiles.Enumerate([path], ReadLimits.Default).ToList().ShouldHaveSingleItem();
            file.Name.ShouldEndWith("报告.zip/青石镇/年度报告.txt");
            ReportReader.Read(file, ReadLimits.Default).Report.ShouldNotBeNull().Source.ShouldNotBeNull().Name.ShouldBe(file.Name);
        }
    }

    [Fact]
    public void A_zip_in_a_zip_is_opened_once()
    {
        var inner = Blocks.Zip(("内.txt", "内"));
        var deeper = Blocks.Zip([("更深.zip", inner)]);
        File.WriteAllBytes(Path.Combine(folder, "外.zip"), Blocks.Zip([("中.zip", inner), ("坏.zip", "PK??"u8.ToArray()), ("深.zip", deeper)]));
        var outcomes = SourceFiles.Enumerate([folder], ReadLimits.Default)
            .Select(file => (Name: Relative(file.Name), Outcome: ReportReader.Read(file, ReadLimits.Default)))
            .ToDictionary(pair => pair.Name, pair => pair.Outcome);
        outcomes["外.zip/中.zip/内.txt"].Report.ShouldNotBeNull();
        outcomes["外.zip/坏.zip"].Failure.ShouldNotBeNull().ShouldContain("损坏");
        outcomes["外.zip/深.zip/更深.zip"].Failure.ShouldNotBeNull().ShouldContain("只解开一层");
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        File.WriteAllBytes(Path.Combine(folder, "弹.zip"), Blocks.Zip([("a.txt", new byte[30_000_000])]));
        Failure(folder).ShouldContain("压缩炸弹");
        Failure(folder, ReadLimits.Default with { FileBytes = 1_000_000 }).ShouldContain("超过 1 MB");
    }

    [Fact]
    public void A_word_file_named_zip_is_a_word_file()
    {
        File.WriteAllBytes(Path.Combine(folder, "x.zip"), Word.WordFile.Of(Word.WordFile.P("正文")));
        var file = SourceFiles.Enumerate([folder], ReadLimits.Default).ShouldHaveSingleItem();
        ReportReader.Read(file, ReadLimits.Default).Report.ShouldNotBeNull().Source.ShouldNotBeNull().Kind.ShouldBe("docx");
    }

    [Fact]
    public void Entries_may_be_read_by_many_threads()
    {
        File.WriteAllBytes(Path.Combine(folder, "多.zip"), Blocks.Zip([.. Enumerable.Range(0, 200).Select(number => ($"{number}.txt", $"第{number}份"))]));
        var read = 0;
        Parallel.ForEach(SourceFiles.Enumerate([folder], ReadLimits.Default), file =>
        {
            if (ReportReader.Read(file, ReadLimits.Default).Report is not null)
            {
                Interlocked.Increment(ref read);
            }
        });
        read.ShouldBe(200);
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Failure(string path, ReadLimits? limits = null) =>
        ReportReader.Read(SourceFiles.Enumerate([path], limits ?? ReadLimits.Default).ToList().ShouldHaveSingleItem(), limits ?? ReadLimits.Default)
            .Failure.ShouldNotBeNull();

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string Relative(string name) => Path.GetRelativePath(folder, name).Replace('\\', '/');

    private string[] Names(string path) => [.. SourceFiles.Enumerate([path], ReadLimits.Default).Select(file => Relative(file.Name))];
}
