namespace Gongkai.Platform.Organizations.Codes;

/// <summary>What is wrong with a code that was typed.</summary>
public enum CodeFault
{
    Length,
    Characters,
    CheckDigit,
    InnerCheckDigit,
    Division,
}
