using System.Globalization;
using Gongkai.Reports;
using Gongkai.Reports.Form;
using Gongkai.Reports.Json;

namespace Gongkai.Platform.Demonstration;

/// <summary>Figures that agree with each other and with the year before: what is carried out comes back as carried in.</summary>
internal static class DemonstrationFigures
{
    private static readonly RequestRow[] Outcomes =
        [.. Enum.GetValues<RequestRow>().Where(row => row is > RequestRow.CarriedIn and < RequestRow.Concluded and not RequestRow.OtherwiseWhole and not RequestRow.StateSecret)];

    private static readonly ApplicantColumn[] Applicants = [.. Enum.GetValues<ApplicantColumn>().Where(column => column != ApplicantColumn.Total)];

    /// <summary>The figures of a published report, kept for what is wrong in it.</summary>
    /// <param name="number">1 to 5.</param>
    public static FigureSet Published(int number)
    {
        using var stream = typeof(DemonstrationFigures).Assembly.GetManifestResourceStream($"figures.{number}.json")
            ?? throw new InvalidOperationException($"The figures {number} are not in the assembly.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return ReportJson.Read(memory.ToArray()).Report!.Figures;
    }

    /// <summary>A year's figures.</summary>
    /// <param name="random">Where chance comes from; the same seed gives the same county.</param>
    /// <param name="busyness">About how many requests a year.</param>
    /// <param name="last">The year before, if there was one.</param>
    public static FigureSet Make(Random random, int busyness, FigureSet? last)
    {
        var builder = new FigureSet.Builder();
        foreach (var address in NationalForm.Of(Edition.National2021))
        {
            builder[address] = Cell.Number(0);
        }

        Proactive(random, builder, last);
        foreach (var column in Applicants)
        {
            Requests(random, column == ApplicantColumn.Natural ? busyness : busyness / 6, column, builder, last);
        }

        foreach (var row in Enum.GetValues<RequestRow>().Where(row => row != RequestRow.OtherwiseWhole))
        {
            Set(builder, NationalForm.Request(row, ApplicantColumn.Total), Applicants.Sum(column => builder[NationalForm.Request(row, column)].Value));
        }

        var upheld = busyness > 12 && random.Next(3) == 0 ? 1 : 0;
        Set(builder, NationalForm.Dispute(DisputeGroup.Reconsideration, DisputeResult.Upheld), upheld);
        Set(builder, NationalForm.Dispute(DisputeGroup.Reconsideration, DisputeResult.Total), upheld);
        return builder.Build();
    }

    private static void Proactive(Random random, FigureSet.Builder builder, FigureSet? last)
    {
        var issued = random.Next(0, 4);
        var before = last is null ? random.Next(2, 15) : last[Address("proactive.normativeDocuments.inForce")].ValueOrNull ?? 0;
        var repealed = random.Next(0, (int)Math.Min(3, before) + 1);
        Set(builder, Address("proactive.normativeDocuments.issued"), issued);
        Set(builder, Address("proactive.normativeDocuments.repealed"), repealed);
        Set(builder, Address("proactive.normativeDocuments.inForce"), before + issued - repealed);
        Set(builder, Address("proactive.licences"), random.Next(0, 220));
        Set(builder, Address("proactive.penalties"), random.Next(0, 60));
        Set(builder, Address("proactive.coercion"), random.Next(0, 6));
        Set(builder, Address("proactive.charges"), random.Next(0, 3) == 0 ? random.Next(10, 9_000) / 100m : 0);
    }

    private static void Requests(Random random, int most, ApplicantColumn column, FigureSet.Builder builder, FigureSet? last)
    {
        var received = random.Next(0, most + 1);
        var carriedIn = last is null ? 0 : (int)(last[RequestRow.CarriedOut, column].ValueOrNull ?? 0);
        var carriedOut = received > 3 ? random.Next(0, 3) : 0;
        var concluded = received + carriedIn - carriedOut;
        Set(builder, NationalForm.Request(RequestRow.Received, column), received);
        Set(builder, NationalForm.Request(RequestRow.CarriedIn, column), carriedIn);
        Set(builder, NationalForm.Request(RequestRow.CarriedOut, column), carriedOut);
        Set(builder, NationalForm.Request(RequestRow.Concluded, column), concluded);
        for (var left = concluded; left > 0; left--)
        {
            var row = random.Next(3) == 0 ? Outcomes[random.Next(Outcomes.Length)] : RequestRow.Granted;
            var address = NationalForm.Request(row, column);
            Set(builder, address, builder[address].Value + 1);
        }
    }

    private static void Set(FigureSet.Builder builder, FigureAddress address, decimal value) => builder[address] = Cell.Number(value);

    private static FigureAddress Address(string name) => FigureAddress.Parse(name, CultureInfo.InvariantCulture);
}
