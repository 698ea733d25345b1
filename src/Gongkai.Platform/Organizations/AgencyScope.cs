using System.Linq.Expressions;
using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Organizations;

/// <summary>Bounds a query by the part of the tree that a person may see.</summary>
public static class AgencyScope
{
    public static IQueryable<Agency> Within(this IQueryable<Agency> agencies, Scope scope)
    {
        var own = scope.Agencies;
        var agency = Expression.Parameter(typeof(Agency), "agency");
        Expression<Func<Agency, bool>> isOwn = candidate => own.Contains(candidate.Id);
        var condition = Replace(isOwn, agency);
        foreach (var path in scope.Paths)
        {
            Expression<Func<Agency, bool>> isBelow = candidate => candidate.Path.StartsWith(path);
            condition = Expression.OrElse(condition, Replace(isBelow, agency));
        }

        return agencies.Where(Expression.Lambda<Func<Agency, bool>>(condition, agency));
    }

    private static Expression Replace(Expression<Func<Agency, bool>> lambda, ParameterExpression parameter) =>
        new Replacement(lambda.Parameters[0], parameter).Visit(lambda.Body);

    private sealed class Replacement(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
