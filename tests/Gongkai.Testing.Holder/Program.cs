// A program that holds the embedded database until Ctrl C, so that tests have one to kill.
using Gongkai.Platform.Storage;
using Gongkai.Platform.Storage.Embedded;
using Npgsql;

var interrupted = new TaskCompletionSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    interrupted.TrySetResult();
};

try
{
    await using var postgres = await EmbeddedPostgres.StartAsync(
        new EmbeddedPostgresOptions { DataFolder = args[0], ForTests = true }, CancellationToken.None);
    Console.WriteLine(postgres.ConnectionString);
    await interrupted.Task;

    await using var connection = new NpgsqlConnection(postgres.ConnectionString);
    await connection.OpenAsync();
    Console.WriteLine("drained");
    return 0;
}
catch (DatabaseUnavailableException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
