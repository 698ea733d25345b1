namespace Gongkai.Law.Reporting;

/// <summary>The last day on which an annual report may be published (《政府信息公开条例》第四十九条).</summary>
public static class FilingDeadline
{
    /// <summary>
    /// 31 January of the next year for a department, 31 March for a government's own report.
    /// The statute names a calendar day, so a weekend or a holiday does not move it.
    /// </summary>
    /// <param name="reportYear">The year that the report is about.</param>
    /// <param name="filer">Who files it.</param>
    public static DateOnly LastDay(int reportYear, Filer filer) => filer switch
    {
        Filer.Department => new DateOnly(reportYear + 1, 1, 31),
        Filer.Government => new DateOnly(reportYear + 1, 3, 31),
    };
}
