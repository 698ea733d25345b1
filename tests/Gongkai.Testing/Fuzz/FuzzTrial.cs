using Gongkai.Reports.Checking;
using Gongkai.Reports.Form;
using Gongkai.Reports.Mending;
using Gongkai.Reports.Reading;
using OurJson = Gongkai.Reports.Json.ReportJson;

namespace Gongkai.Testing.Fuzz;

/// <summary>Reads a spoilt file, then checks, mends and writes what was read, and says what must not have happened.</summary>
public static class FuzzTrial
{
    private const long AllocationForEach = 100_000_000;
    private const long AllocationForEachByte = 4_000;

    private static readonly ReportChecker Checker = new(CheckSettings.Default);
    private static readonly MendLimits FewSteps = new() { Mends = 5, Steps = 300 };

    /// <summary>What went wrong, or null.</summary>
    public static string? FaultOrNull(Mutant mutant)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var fault = FaultOf(ReportReader.Read($"{mutant.Seed}.{mutant.Kind}", mutant.Bytes, ReadLimits.Default), mutant);

            // What it allocates stands for the work that it does: unlike time, it is the same on every machine.
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            return fault ?? (allocated > AllocationForEach + (AllocationForEachByte * mutant.Bytes.Length) ? $"{mutant}: allocated {allocated / 1_000_000} MB" : null);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return $"{mutant}: {exception}";
        }
    }

    private static string? FaultOf(ReadOutcome outcome, Mutant mutant)
    {
        if (outcome.Report is not { } report)
        {
            return string.IsNullOrWhiteSpace(outcome.Failure) || outcome.Failure.AsSpan().ContainsAny('\n', '\r')
                ? $"{mutant}: the failure is not one sentence: “{outcome.Failure}”"
                : null;
        }

        if (outcome.Failure is not null)
        {
            return $"{mutant}: both a report and a failure";
        }

        var findings = Checker.Check(report, new CheckContext { Last = report with { Year = report.Year - 1 } });
        Mender.Find(report, report, FewSteps);
        var json = new MemoryStream();
        OurJson.Write(json, report, findings);
        return NumberFault(report, mutant) ?? JsonFault(report, OurJson.Read(json.ToArray()), mutant);
    }

    private static string? NumberFault(AnnualReport report, Mutant mutant)
    {
        var printed = new PrintedDigits(mutant);
        foreach (var figure in NationalForm.Figures)
        {
            var cell = report.Figures[figure.Address];
            if (cell.IsNumber && !printed.Hold(cell.Value))
            {
                return $"{mutant}: {figure.Name} was read as {cell.Value} (“{cell.Raw}”), which does not stand in the file";
            }
        }

        return null;
    }

    private static string? JsonFault(AnnualReport report, ReadOutcome again, Mutant mutant)
    {
        if (again.Report is not { } copy)
        {
            return $"{mutant}: its JSON cannot be read: {again.Failure}";
        }

        foreach (var figure in NationalForm.Of(report.Edition))
        {
            if (report.Figures[figure].ValueOrNull != copy.Figures[figure].ValueOrNull)
            {
                return $"{mutant}: {figure} is {report.Figures[figure].Raw} in the report and {copy.Figures[figure].Raw} in its JSON";
            }
        }

        return null;
    }
}
