using System.Diagnostics;
using System.Diagnostics.Metrics;
using Gongkai.Platform.Jobs;

namespace Gongkai.Platform;

/// <summary>What the program counts about itself, under the name <c>gongkai</c>. No label ever holds a person's data.</summary>
public static class Measures
{
    public const string Name = "gongkai";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Changes = Meter.CreateCounter<long>("gongkai.changes", description: "Use cases that changed something, by what they did.");

    private static readonly Counter<long> Saves = Meter.CreateCounter<long>("gongkai.saves", unit: "{row}", description: "Rows saved through the model.");

    private static readonly Histogram<double> Jobs = Meter.CreateHistogram<double>("gongkai.job.duration", unit: "s", description: "Tries at jobs, by kind and outcome.");

    private static readonly Counter<long> Mails = Meter.CreateCounter<long>("gongkai.mails", description: "Mails by outcome.");

    public static ActivitySource Activities { get; } = new(Name);

    internal static void Changed(string action) => Changes.Add(1, new KeyValuePair<string, object?>("action", action));

    internal static void Saved(int rows) => Saves.Add(rows);

    internal static void JobEnded(string kind, JobOutcome outcome, TimeSpan duration) => Jobs.Record(
        duration.TotalSeconds, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("outcome", outcome.ToString()));

    internal static void MailEnded(bool sent) => Mails.Add(1, new KeyValuePair<string, object?>("sent", sent));
}
