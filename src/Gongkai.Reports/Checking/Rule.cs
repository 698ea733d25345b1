namespace Gongkai.Reports.Checking;

/// <summary>One rule that a report is held to.</summary>
/// <param name="Id">The stable id, as in <c>requests.balance</c>; settings and findings name the rule by it.</param>
/// <param name="Severity">How grave a sure finding is. Where the checker itself is in doubt, the finding is a note.</param>
/// <param name="Title">What the rule asks for, in a short Chinese sentence.</param>
/// <param name="Source">The article or document that it rests on, or the practice of inspections.</param>
/// <param name="Explanation">When it speaks, when it keeps silent, and what to do, in Chinese.</param>
public sealed record Rule(string Id, Severity Severity, string Title, string Source, string Explanation);
