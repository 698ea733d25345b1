using System.Globalization;
using Gongkai.Reports.Form;

namespace Gongkai.Testing.Reports;

/// <summary>Makes up the three tables so that they agree, then spoils them as far as the traits ask for it.</summary>
internal static class RandomFigures
{
    public static FigureSet Make(Random random, ReportTraits traits)
    {
        var single = traits.SingleOtherwiseRow || traits.Edition == Edition.Trial2019;
        var addresses = NationalForm.Of(traits.Edition, single).ToList();
        var values = new Dictionary<FigureAddress, decimal>();
        foreach (var address in addresses)
        {
            values[address] = address.Figure.Table switch
            {
                FormTable.Proactive => Proactive(random, address.Figure),
                FormTable.Proactive2019 => Proactive2019(random, address.Figure),
                FormTable.Requests or FormTable.Disputes => 0,
            };
        }

        if (values.TryGetValue(Documents("issued"), out var issued))
        {
            values[Documents("inForce")] += Math.Max(0, issued - values[Documents("repealed")]);
        }

        FillRequests(random, traits.Workload, values);
        FillDisputes(random, traits.Workload, values);
        Spoil(random, traits.WrongFigures, values, addresses);

        var builder = new FigureSet.Builder();
        foreach (var address in addresses)
        {
            builder[address] = Printed(random, traits, values[address]);
        }

        return builder.Build();
    }

    private static FigureAddress Documents(string column) =>
        FigureAddress.Parse($"proactive.normativeDocuments.{column}", CultureInfo.InvariantCulture);

    private static Cell Printed(Random random, ReportTraits traits, decimal value)
    {
        if (random.NextDouble() < traits.Blanks)
        {
            return Cell.Blank();
        }

        if (value == 0 && random.NextDouble() < traits.Strokes)
        {
            return random.Next(5) switch
            {
                0 => Cell.Dash("/"),
                1 => Cell.Dash("-"),
                2 => Cell.Dash("—"),
                3 => Cell.Text("无"),
                _ => Cell.Text("不适用"),
            };
        }

        return Cell.Number(value);
    }

    private static decimal Proactive(Random random, Figure figure) => figure.Name switch
    {
        "proactive.rules.issued" or "proactive.rules.repealed" or "proactive.rules.inForce" => 0,
        "proactive.charges" => random.Next(2) == 0 ? 0 : random.Next(1, 200_000) / 100m,
        _ => random.Next(3) == 0 ? 0 : random.Next(0, random.Next(2, 600)),
    };

    private static decimal Proactive2019(Random random, Figure figure) => figure.Name switch
    {
        "proactive2019.rules.made" or "proactive2019.rules.published" or "proactive2019.rules.total" => 0,
        "proactive2019.procurement.amount" => random.Next(2) == 0 ? 0 : random.Next(1000, 90_000_000) / 100m,
        _ when figure.MayBeNegative => random.Next(2) == 0 ? 0 : random.Next(-40, 60),
        _ => random.Next(2) == 0 ? 0 : random.Next(0, 300),
    };

    private static void FillRequests(Random random, Workload workload, Dictionary<FigureAddress, decimal> values)
    {
        var rows = Enum.GetValues<RequestRow>().Where(row => values.ContainsKey(NationalForm.Request(row, ApplicantColumn.Natural))).ToList();
        var outcomes = rows.Where(row => row is > RequestRow.CarriedIn and < RequestRow.Concluded).ToList();
        foreach (var column in Enum.GetValues<ApplicantColumn>().Where(column => column != ApplicantColumn.Total))
        {
            var received = Requests(random, workload, column);
            var carriedIn = random.Next(4) == 0 ? Requests(random, workload, column) / 10 : 0;
            var carriedOut = random.Next(0, 4) == 0 ? (received + carriedIn) / random.Next(5, 20) : 0;
            var concluded = received + carriedIn - carriedOut;
            values[NationalForm.Request(RequestRow.Received, column)] = received;
            values[NationalForm.Request(RequestRow.CarriedIn, column)] = carriedIn;
            values[NationalForm.Request(RequestRow.CarriedOut, column)] = carriedOut;
            values[NationalForm.Request(RequestRow.Concluded, column)] = concluded;
            for (var left = concluded; left > 0;)
            {
                var share = random.Next(1, left + 1);
                values[NationalForm.Request(outcomes[random.Next(outcomes.Count)], column)] += share;
                left -= share;
            }
        }

        foreach (var row in rows)
        {
            values[NationalForm.Request(row, ApplicantColumn.Total)] = Enum.GetValues<ApplicantColumn>()
                .Where(column => column != ApplicantColumn.Total)
                .Sum(column => values[NationalForm.Request(row, column)]);
        }
    }

    private static int Requests(Random random, Workload workload, ApplicantColumn column) => workload switch
    {
        Workload.None => 0,
        Workload.Quiet => column is ApplicantColumn.Natural || random.Next(6) == 0 ? random.Next(0, 30) : 0,
        Workload.Busy => random.Next(0, 400),
        Workload.Huge => random.Next(0, 30_000),
    };

    private static void FillDisputes(Random random, Workload workload, Dictionary<FigureAddress, decimal> values)
    {
        foreach (var group in Enum.GetValues<DisputeGroup>())
        {
            var total = 0m;
            foreach (var result in Enum.GetValues<DisputeResult>().Where(result => result != DisputeResult.Total))
            {
                var count = workload switch
                {
                    Workload.None => 0,
                    Workload.Quiet => random.Next(10) == 0 ? random.Next(1, 4) : 0,
                    Workload.Busy => random.Next(0, 30),
                    Workload.Huge => random.Next(0, 900),
                };
                values[NationalForm.Dispute(group, result)] = count;
                total += count;
            }

            values[NationalForm.Dispute(group, DisputeResult.Total)] = total;
        }
    }

    private static void Spoil(Random random, int count, Dictionary<FigureAddress, decimal> values, List<FigureAddress> addresses)
    {
        var tables = addresses.Where(address => address.Figure.Table is FormTable.Requests or FormTable.Disputes).ToList();
        for (var turn = 0; turn < count; turn++)
        {
            var address = tables[random.Next(tables.Count)];
            values[address] = random.Next(3) switch
            {
                0 => values[address] + random.Next(1, 10),
                1 => Math.Truncate(values[address] / 10),
                _ => (values[address] * 10) + random.Next(10),
            };
        }
    }
}
