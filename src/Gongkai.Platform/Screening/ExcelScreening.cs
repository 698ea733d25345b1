using System.Collections;
using System.Globalization;
using System.Xml;

namespace Gongkai.Platform.Screening;

/// <summary>What an Excel file hides: sheets, rows and columns that hold something, comments.</summary>
internal sealed class ExcelScreening(OfficePackage package)
{
    private const int Columns = 16_384;

    // A thread keeps a copy of itself as an old comment.
    private static readonly (string Type, string Element)[] CommentKinds = [("threadedComment", "threadedComment"), ("comments", "comment")];

    public IEnumerable<HiddenContent> Hits()
    {
        var book = new ExcelBook(package);
        foreach (var sheet in book.Sheets)
        {
            var title = $"工作表“{sheet.Name}”";
            if (sheet.IsHidden)
            {
                yield return new HiddenContent(HiddenKind.HiddenSheet, title, sheet.State == "veryHidden" ? "深度隐藏，“取消隐藏”的菜单里也看不到" : null);
            }

            if (sheet.Part is null || !package.Names.Contains(sheet.Part))
            {
                continue;
            }

            foreach (var hit in Look(sheet.Part, title).Concat(CommentHits(book, sheet, title)))
            {
                yield return hit;
            }
        }
    }

    /// <summary>The letters of a column, from 1.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            name = (char)('A' + ((column - 1) % 26)) + name;
        }

        return name;
    }

    private List<HiddenContent> Look(string part, string title)
    {
        var sheet = new SheetLook();
        try
        {
            using var stream = package.Open(part);
            using var reader = XmlReader.Create(stream, OfficePackage.ReaderSettings);
            sheet.Read(reader);
        }
        catch (XmlException)
        {
            // What comes before the damage was looked at; the office program opens no more of it either.
        }

        return
        [
            .. Ranges(sheet.HiddenRows).Select(rows => new HiddenContent(HiddenKind.HiddenRows, $"{title}第 {(rows.First == rows.Last ? $"{rows.First}" : $"{rows.First}–{rows.Last}")} 行", null)),
            .. Ranges(sheet.HiddenColumns()).Select(columns => new HiddenContent(
                HiddenKind.HiddenColumns, $"{title}第 {(columns.First == columns.Last ? ColumnName(columns.First) : $"{ColumnName(columns.First)}–{ColumnName(columns.Last)}")} 列", null)),
            .. sheet.Printed.Select(text => new HiddenContent(HiddenKind.HeaderFooter, $"{title}的页眉页脚", text)),
        ];
    }

    private IEnumerable<HiddenContent> CommentHits(ExcelBook book, ExcelSheet sheet, string title)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (type, kind) in CommentKinds)
        {
            foreach (var comment in book.PartsOf(sheet, type).SelectMany(part => package.Xml(part)?.Root?.Descendants().Where(element => element.Name.LocalName == kind) ?? []))
            {
                var cell = (string?)comment.Attribute("ref") ?? "";
                if (type == "threadedComment" || !told.Contains(cell))
                {
                    told.Add(cell);
                    var text = string.Concat(comment.Descendants().Where(element => element.Name.LocalName is "t" or "text" && !element.HasElements).Select(element => element.Value));
                    yield return new HiddenContent(HiddenKind.Comment, $"{title}单元格 {cell}", PackageScreening.Short(text));
                }
            }
        }
    }

    private static IEnumerable<(int First, int Last)> Ranges(IEnumerable<int> numbers)
    {
        (int First, int Last)? open = null;
        foreach (var number in numbers.Order())
        {
            if (open is { } range && number <= range.Last + 1)
            {
                open = (range.First, number);
                continue;
            }

            if (open is { } ended)
            {
                yield return ended;
            }

            open = (number, number);
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    /// <summary>What is read of a sheet while it streams by.</summary>
    private sealed class SheetLook
    {
        private readonly List<(int First, int Last)> hidden = [];
        private readonly BitArray filled = new(Columns + 1);
        private int row;
        private int column;
        private bool isRowHidden;

        public List<int> HiddenRows { get; } = [];

        public List<string> Printed { get; } = [];

        /// <summary>The hidden columns in which something stands.</summary>
        public IEnumerable<int> HiddenColumns() => hidden.SelectMany(range => Enumerable.Range(range.First, Math.Max(0, range.Last - range.First + 1))).Where(number => filled[number]).Distinct();

        public void Read(XmlReader reader)
        {
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                switch (reader.LocalName)
                {
                    case "col" when IsTrue(reader, "hidden") || reader.GetAttribute("width") is "0":
                        hidden.Add((Math.Clamp(Number(reader, "min"), 1, Columns), Math.Clamp(Number(reader, "max"), 0, Columns)));
                        break;
                    case "row":
                        (row, column) = (Number(reader, "r") is > 0 and var number ? number : row + 1, 0);
                        isRowHidden = IsTrue(reader, "hidden") || reader.GetAttribute("ht") is "0";
                        break;
                    case "c":
                        column = ColumnOf(reader.GetAttribute("r")) ?? column + 1;
                        break;
                    case "v" or "f" or "is":
                        Fill();
                        break;
                    case "oddHeader" or "oddFooter" or "evenHeader" or "evenFooter" or "firstHeader" or "firstFooter":
                        Print(reader);
                        break;
                }
            }
        }

        private void Print(XmlReader reader)
        {
            using var element = reader.ReadSubtree();
            element.Read();
            if (PackageScreening.Short(element.ReadElementContentAsString()) is { } text)
            {
                Printed.Add(text);
            }
        }

        private void Fill()
        {
            filled[Math.Clamp(column, 0, Columns)] = true;
            if (isRowHidden && (HiddenRows.Count == 0 || HiddenRows[^1] != row))
            {
                HiddenRows.Add(row);
            }
        }

        private static bool IsTrue(XmlReader reader, string name) => reader.GetAttribute(name) is "1" or "true";

        private static int Number(XmlReader reader, string name) => int.TryParse(reader.GetAttribute(name), CultureInfo.InvariantCulture, out var number) ? number : 0;

        private static int? ColumnOf(string? reference)
        {
            var number = 0;
            foreach (var letter in reference ?? "")
            {
                if (!char.IsAsciiLetterUpper(letter) || number > Columns)
                {
                    break;
                }

                number = (number * 26) + letter - 'A' + 1;
            }

            return number is > 0 and <= Columns ? number : null;
        }
    }
}
