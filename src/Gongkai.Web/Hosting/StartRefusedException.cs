namespace Gongkai.Web.Hosting;

/// <summary>The program does not start, for a reason that its message says in one sentence.</summary>
public sealed class StartRefusedException : Exception
{
    public StartRefusedException(string message)
        : base(message)
    {
    }

    public StartRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public StartRefusedException()
    {
    }
}
