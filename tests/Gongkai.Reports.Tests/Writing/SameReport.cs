namespace Gongkai.Reports.Tests.Writing;

/// <summary>Compares two reports part by part, so that a failure names the part.</summary>
internal static class SameReport
{
    public static void ShouldBeTheSameAs(this AnnualReport actual, AnnualReport expected)
    {
        actual.Agency.ShouldBe(expected.Agency);
        actual.Year.ShouldBe(expected.Year);
        actual.Edition.ShouldBe(expected.Edition);
        actual.Title.ShouldBe(expected.Title);
        actual.Preamble.ShouldBe(expected.Preamble);
        actual.Period.ShouldBe(expected.Period);
        actual.SignedOn.ShouldBe(expected.SignedOn);
        actual.Signatory.ShouldBe(expected.Signatory);
        actual.Sections.Select(section => section.Number).ShouldBe(expected.Sections.Select(section => section.Number));
        foreach (var (section, same) in actual.Sections.Zip(expected.Sections))
        {
            section.ShouldBe(same);
        }

        foreach (var figure in Form.NationalForm.Figures)
        {
            var cell = actual.Figures[figure.Address];
            cell.HoldsSameAs(expected.Figures[figure.Address])
                .ShouldBeTrue($"{figure.Name}: {cell.Kind} “{cell.Raw}”, not {expected.Figures[figure.Address].Kind} “{expected.Figures[figure.Address].Raw}”");
        }
    }
}
