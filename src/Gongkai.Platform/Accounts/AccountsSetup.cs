using Gongkai.Platform.Accounts.Administration;
using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Platform.Accounts.SignIns;
using Gongkai.Platform.Accounts.Views;
using Gongkai.Platform.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Accounts;

internal static class AccountsSetup
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<IPasswordValidator<Account>, PasswordRules>();
        services.AddIdentityCore<Account>(options => options.User.AllowedUserNameCharacters = "")
            .AddEntityFrameworkStores<GongkaiDb>();
        services.AddScoped<SessionQueries>().AddScoped<AccountQueries>().AddScoped<SecondFactorPolicy>();
        services.AddScoped<Guesses>().AddScoped<SessionOpening>().AddScoped<SignInTicket>().AddScoped<SecondFactorCheck>().AddScoped<KeptForms>();
        services.AddScoped<SignIn>().AddScoped<SecondFactor>().AddScoped<SignOut>().AddScoped<SignOutEverywhere>().AddScoped<SwitchAgency>();
        services.AddScoped<SecondFactorStore>().AddScoped<PasswordSetting>();
        services.AddScoped<ChangePassword>().AddScoped<EnrolSecondFactor>().AddScoped<ChangeSecondFactor>();
        services.AddScoped<AccountReach>().AddScoped<PostPlacing>().AddScoped<InvitationIssue>().AddScoped<AccountChange>().AddScoped<SetupCode>();
        services.AddScoped<InviteAccount>().AddScoped<AcceptInvitation>().AddScoped<ResetPassword>().AddScoped<DisableAccount>().AddScoped<EnableAccount>();
        services.AddScoped<AddPost>().AddScoped<EndPost>().AddScoped<AppointDeputy>().AddScoped<FirstAdministrator>();
        services.AddScoped<SavedViewQueries>().AddScoped<SaveView>().AddScoped<RemoveView>();
    }
}
