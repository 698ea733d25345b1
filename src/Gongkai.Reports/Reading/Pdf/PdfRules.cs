using System.Globalization;
using System.Numerics;
using System.Text;
using Gongkai.Reports.Reading.Conversion;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>
/// The lines drawn in a PDF, from the PostScript that poppler's <c>pdftocairo</c> makes of it: a small, regular dialect in which
/// each path operator stands in plain text. Where the program is absent a PDF is read from the places of its words alone.
/// </summary>
internal sealed class PdfRules
{
    private const double Thickest = 3;
    private const double Shortest = 3;
    private const int MostRules = 200_000;

    private static readonly Lazy<string?> Program = new(static () => OutsideProgram.FindOrNull("pdftocairo", "/opt/homebrew/bin/pdftocairo"));

    private readonly List<PdfPage> pages;
    private readonly List<double> operands = [];
    private readonly List<Vector2> path = [];
    private readonly List<(Vector2 From, Vector2 To)> segments = [];
    private readonly List<(Vector2 Low, Vector2 High)> shapes = [];
    private readonly Stack<(Matrix3x2 Matrix, bool IsWhite)> saved = new();
    private Matrix3x2 matrix = Matrix3x2.Identity;
    private bool isWhite;
    private PdfPage? page;
    private int rules;

    private PdfRules(List<PdfPage> pages) => this.pages = pages;

    /// <summary>Adds to each page the rules drawn on it.</summary>
    public static void AddTo(List<PdfPage> pages, string path, ReadLimits limits)
    {
        if (Program.Value is { } program)
        {
            OutsideProgram.Run(program, ["-ps", "-origpagesizes", "-q", path, "-"], limits.OutsideProgram, output =>
            {
                new PdfRules(pages).Parse(output);
                return 0;
            });
        }
    }

    private void Parse(Stream output)
    {
        using var text = new StreamReader(output, Encoding.Latin1);
        var isText = false;
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith("%%Page: ", StringComparison.Ordinal))
            {
                BeginPage(line);
            }
            else if (line is "BT" or "ET")
            {
                isText = line == "BT";
            }
            else if (page is not null && !isText && !line.StartsWith('%'))
            {
                Take(line);
            }
        }
    }

    private void BeginPage(string line)
    {
        var number = line.AsSpan(line.LastIndexOf(' ') + 1);
        page = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index >= 1 && index <= pages.Count
            ? pages[index - 1]
            : null;
        matrix = Matrix3x2.Identity;
        saved.Clear();
        operands.Clear();
        Discard();
    }

    private void Take(ReadOnlySpan<char> line)
    {
        foreach (var range in line.Split(' '))
        {
            var token = line[range];
            if (token.IsEmpty)
            {
                continue;
            }

            if (double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                operands.Add(number);
                continue;
            }

            Operate(token);
            operands.Clear();
        }
    }

    private void Operate(ReadOnlySpan<char> name)
    {
        switch (name)
        {
            case "q":
                saved.Push((matrix, isWhite));
                break;
            case "Q" when saved.TryPop(out var state):
                (matrix, isWhite) = state;
                break;
            case "cm" when operands.Count >= 6:
                matrix = new Matrix3x2(Operand(6), Operand(5), Operand(4), Operand(3), Operand(2), Operand(1)) * matrix;
                break;
            case "g" when operands.Count >= 1:
                isWhite = Operand(1) > 0.99f;
                break;
            case "rg" when operands.Count >= 3:
                isWhite = Operand(1) > 0.99f && Operand(2) > 0.99f && Operand(3) > 0.99f;
                break;
            case "m" when operands.Count >= 2:
                Begin(Point(2));
                break;
            case "l" when operands.Count >= 2 && path.Count > 0:
                Draw(Point(2));
                break;
            case "c" when operands.Count >= 6 && path.Count > 0:
                Reach(Point(2));
                break;
            case "h" when path.Count > 1:
                Draw(path[0]);
                break;
            case "re" when operands.Count >= 4:
                Rectangle(Operand(4), Operand(3), Operand(2), Operand(1));
                break;
            case "S":
                Stroke();
                break;
            case "f" or "f*":
                Fill();
                break;
            case "B" or "B*":
                Stroke();
                break;
            case "n" or "W" or "W*" or "rectclip":
                Discard();
                break;
        }
    }

    private float Operand(int fromEnd) => (float)operands[^fromEnd];

    private Vector2 Point(int fromEnd) => Vector2.Transform(new Vector2(Operand(fromEnd), Operand(fromEnd - 1)), matrix);

    private void Begin(Vector2 at)
    {
        path.Clear();
        path.Add(at);
        shapes.Add((at, at));
    }

    private void Draw(Vector2 to)
    {
        segments.Add((path[^1], to));
        Reach(to);
    }

    private void Reach(Vector2 to)
    {
        path.Add(to);
        shapes[^1] = (Vector2.Min(shapes[^1].Low, to), Vector2.Max(shapes[^1].High, to));
    }

    private void Rectangle(float x, float y, float width, float height)
    {
        Begin(Vector2.Transform(new Vector2(x, y), matrix));
        ReadOnlySpan<Vector2> corners = [new(x + width, y), new(x + width, y + height), new(x, y + height), new(x, y)];
        foreach (var corner in corners)
        {
            Draw(Vector2.Transform(corner, matrix));
        }
    }

    private void Stroke()
    {
        foreach (var (from, to) in segments)
        {
            if (Math.Abs(from.Y - to.Y) <= 1)
            {
                Add(isLevel: true, (from.Y + to.Y) / 2, from.X, to.X);
            }
            else if (Math.Abs(from.X - to.X) <= 1)
            {
                Add(isLevel: false, (from.X + to.X) / 2, from.Y, to.Y);
            }
        }

        Discard();
    }

    /// <summary>A thin filled shape is a rule; a broad one is a background.</summary>
    private void Fill()
    {
        foreach (var (low, high) in shapes)
        {
            if (high.Y - low.Y <= Thickest && high.X - low.X > high.Y - low.Y)
            {
                Add(isLevel: true, (low.Y + high.Y) / 2, low.X, high.X);
            }
            else if (high.X - low.X <= Thickest)
            {
                Add(isLevel: false, (low.X + high.X) / 2, low.Y, high.Y);
            }
        }

        Discard();
    }

    private void Add(bool isLevel, double at, double from, double to)
    {
        if (isWhite || page is null || Math.Abs(to - from) < Shortest || ++rules > MostRules)
        {
            return;
        }

        var low = Math.Min(from, to);
        var high = Math.Max(from, to);
        page.Rules.Add(isLevel
            ? new PdfRule(true, page.Height - at, low, high)
            : new PdfRule(false, at, page.Height - high, page.Height - low));
    }

    private void Discard()
    {
        path.Clear();
        segments.Clear();
        shapes.Clear();
    }
}
