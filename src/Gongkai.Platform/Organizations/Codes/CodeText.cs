using System.Text;

namespace Gongkai.Platform.Organizations.Codes;

internal static class CodeText
{
    /// <summary>As people paste codes: full-width digits, small letters and spaces mean the same.</summary>
    public static string Clean(string? text) =>
        string.Concat((text ?? "").Normalize(NormalizationForm.FormKC).Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();
}
