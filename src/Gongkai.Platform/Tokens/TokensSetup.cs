using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Tokens;

internal static class TokensSetup
{
    public static void AddTokens(this IServiceCollection services) => services.AddScoped<IssueToken>().AddScoped<RevokeToken>().AddScoped<TokenQueries>().AddScoped<KeptAnswers>();
}
