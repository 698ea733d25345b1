using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Platform.Screening.Texts;

/// <summary>Something that a person has to look at before the document goes out.</summary>
/// <param name="Rule">What was looked for.</param>
/// <param name="Severity">How bad it is; grave ones stop the document.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Found">What stands there; a personal number is shortened.</param>
/// <param name="Message">Why it is a hit and what to do, as a sentence.</param>
/// <param name="Suggestion">What to put in the place of what was found, in one click; null where a person has to think.</param>
public sealed record ScreeningHit(ScreeningRule Rule, ScreeningSeverity Severity, HitPlace Place, string Found, string Message, string? Suggestion = null)
{
    /// <summary>Some letters before and after, by which it is known again when something elsewhere was changed.</summary>
    internal string Around { get; init; } = "";

    /// <summary>Which of several equal ones it is.</summary>
    internal int Ordinal { get; init; }

    /// <summary>Whether a copy of the file can be made without it, in one click.</summary>
    public bool MayBeCleaned { get; init; }

    /// <summary>The law or rule on which it rests.</summary>
    public string BasedOn => Rule.BasedOn;

    /// <summary>Tells it from every other hit of the document, and stays the same while what was found and its surroundings do: to it belongs “kept, because …”.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\u001F', Rule.Id, Place.Field, Place.File, Place.Sheet, Found, Around, Ordinal))))[..32];
}

/// <summary>How bad a hit is.</summary>
public enum ScreeningSeverity
{
    /// <summary>提示: worth a look.</summary>
    Hint,

    /// <summary>警告: mend it, or say why it stays.</summary>
    Warning,

    /// <summary>严重: nothing goes out with it.</summary>
    Grave,
}
