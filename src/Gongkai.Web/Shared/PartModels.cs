using Gongkai.Reports;

namespace Gongkai.Web.Shared;

/// <summary>Model of _Pager: links to the newer and the older page of a keyset, null where there is none.</summary>
public sealed record Pager(string? NewerHref, string? OlderHref)
{
    public string Shown { get; init; } = "";
}

/// <summary>Model of _EmptyState: what is not there, what to do next, and a button for it.</summary>
public sealed record EmptyState(string Title, string Next)
{
    public string Icon { get; init; } = "inbox";

    public string? Href { get; init; }

    public string Button { get; init; } = "";
}

/// <summary>A line of _Findings; <see cref="Href"/> leads to the place that is meant.</summary>
public sealed record FindingLine(Severity Severity, string Message)
{
    public string? Href { get; init; }
}

public enum NoticeKind
{
    Info,
    Done,
    Wrong,
}

/// <summary>Model of _Notice: a sentence at the head of a page that says what happened and what comes next.</summary>
public sealed record Notice(NoticeKind Kind, string Text);
