namespace Gongkai.Reports.Reading;

/// <summary>A source that cannot be opened; the message is the Chinese sentence that the user is shown. Of a report caught in one place, <see cref="ReportReader"/>.</summary>
public sealed class UnreadableSourceException(string sentence) : Exception(sentence);
