using Gongkai.Law.Reporting;
using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts.Administration;

/// <summary>Begins an empty installation: the government at the root of the tree, and its administrators, each with an account of their own. Only while nobody has an account.</summary>
public sealed class FirstAdministrator(GongkaiDb db, UserManager<Account> users, InvitationIssue issue, SetupCode code, AuditTrail audit)
{
    public async Task<Result> RunAsync(Command command, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"LOCK TABLE accounts IN SHARE ROW EXCLUSIVE MODE", cancellation);
        if (await RefusalAsync(command, cancellation) is { } refusal)
        {
            return new Result { Refusal = refusal };
        }

        var root = await RootAsync(command, cancellation);
        (Role Role, Person? Person)[] administrators =
            [(Role.SystemAdministrator, command.System), (Role.SecurityAdministrator, command.Security), (Role.AuditAdministrator, command.Audit)];
        foreach (var (role, person) in administrators)
        {
            if (person is not null && await AddAsync(role, person, root, command.Address, cancellation) is { } faults)
            {
                return new Result { Refusal = Refusal.PasswordNotGoodEnough, Role = role, Faults = faults };
            }
        }

        await code.RemoveAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result { AgencyId = root.Id };
    }

    private async Task<Refusal?> RefusalAsync(Command command, CancellationToken cancellation)
    {
        if (!await code.IsOpenAsync(cancellation))
        {
            return Refusal.AccountsExist;
        }

        if (!await code.IsRightAsync(command.Code, cancellation))
        {
            return Refusal.WrongCode;
        }

        Person[] people = [command.System, command.Security, .. command.Audit is { } auditor ? [auditor] : Array.Empty<Person>()];
        if (string.IsNullOrWhiteSpace(command.AgencyName) || Array.Exists(people, person => string.IsNullOrWhiteSpace(person.UserName) || string.IsNullOrWhiteSpace(person.DisplayName)))
        {
            return Refusal.SomethingMissing;
        }

        return people.DistinctBy(person => LoginName.Normalize(person.UserName)).Count() < people.Length ? Refusal.OneNameTwice : null;
    }

    private async Task<Agency> RootAsync(Command command, CancellationToken cancellation)
    {
        if (await db.Agencies.SingleOrDefaultAsync(agency => agency.ParentId == null, cancellation) is { } standing)
        {
            return standing;
        }

        var root = new Agency
        {
            Name = command.AgencyName.Trim(), Kind = AgencyKind.Government, Level = command.Level, ValidFrom = issue.Today, MustFile = true, CountedInSum = true,
        };
        db.Agencies.Add(root);
        await db.SaveChangesAsync(cancellation);
        root.Path = $"/{root.Id}/";
        await db.SaveChangesAsync(cancellation);
        await audit.RecordAsync(Actor.Program with { Address = command.Address }, root.Id, "agency.created", $"agency/{root.Id}", null, new { root.Name, root.Level }, cancellation);
        return root;
    }

    private async Task<IReadOnlyList<PasswordFault>?> AddAsync(Role role, Person person, Agency root, string? address, CancellationToken cancellation)
    {
        var account = issue.NewAccount(person.UserName, person.DisplayName, null, null);
        account.MustChangePassword = true;
        var faults = PasswordRules.Faults(person.Password, account);
        if (faults.Count > 0)
        {
            return faults;
        }

        var created = await users.CreateAsync(account, person.Password);
        if (!created.Succeeded)
        {
            throw new InvalidOperationException($"The account was not made: {string.Join(", ", created.Errors.Select(error => error.Code))}.");
        }

        db.Posts.Add(new Post { AccountId = account.Id, AgencyId = root.Id, Role = role, From = issue.Today });
        await audit.RecordAsync(Actor.Program with { Address = address }, root.Id, "account.first-administrator", $"account/{account.Id}", null, new { account.UserName, account.DisplayName, role }, cancellation);
        return null;
    }

    /// <summary>The audit administrator may come later; the other two are needed to begin. Each changes the password at the first login.</summary>
    public sealed record Command(string Code, string AgencyName, GovernmentLevel Level, Person System, Person Security, Person? Audit, string? Address);

    public sealed record Person(string UserName, string DisplayName, string Password);

    public enum Refusal
    {
        AccountsExist,
        WrongCode,
        SomethingMissing,
        OneNameTwice,
        PasswordNotGoodEnough,
    }

    public sealed record Result
    {
        public Refusal? Refusal { get; init; }

        /// <summary>Whose password it is that is not good enough.</summary>
        public Role? Role { get; init; }

        public IReadOnlyList<PasswordFault> Faults { get; init; } = [];

        public int AgencyId { get; init; }
    }
}
