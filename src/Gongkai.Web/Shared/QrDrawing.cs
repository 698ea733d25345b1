using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Gongkai.Web.Shared;

/// <summary>A QR code as one path, so that it needs no style of its own.</summary>
public static class QrDrawing
{
    private const int QuietZone = 4;

    public static HtmlString Of(string text, string label)
    {
        var modules = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M).ModuleMatrix;
        var path = new StringBuilder();
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules[row].Count; column++)
            {
                path.Append(modules[row][column] ? FormattableString.Invariant($"M{column},{row}h1v1h-1z") : "");
            }
        }

        var size = modules.Count + (QuietZone * 2);
        return new HtmlString(FormattableString.Invariant(
            $"""<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{label}" width="240" height="240" viewBox="{-QuietZone} {-QuietZone} {size} {size}" shape-rendering="crispEdges"><path fill="#fff" d="M{-QuietZone},{-QuietZone}h{size}v{size}h-{size}z"/><path fill="#000" d="{path}"/></svg>"""));
    }
}
