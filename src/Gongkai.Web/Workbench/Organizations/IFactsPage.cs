namespace Gongkai.Web.Workbench.Organizations;

/// <summary>A page with the fields of an agency, as <c>_FactsFields</c> shows them.</summary>
public interface IFactsPage
{
    FactsForm Input { get; }
}
