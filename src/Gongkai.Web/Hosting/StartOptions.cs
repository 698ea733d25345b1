namespace Gongkai.Web.Hosting;

/// <summary>What the command line asks for.</summary>
/// <param name="WithDemonstration">Whether an empty database gets the demonstration county.</param>
/// <param name="Port">The port to listen on; with none given, the next free one is taken where 5080 is busy.</param>
/// <param name="HostArguments">What is left for the host (<c>--urls</c>, settings).</param>
internal sealed record StartOptions(bool WithDemonstration, int? Port, string[] HostArguments)
{
    public static StartOptions Parse(string[] args)
    {
        var withDemonstration = true;
        int? port = null;
        var rest = new List<string>();
        for (var index = 0; index < args.Length; index++)
        {
            switch (args[index])
            {
                case "--no-demo":
                    withDemonstration = false;
                    break;
                case "--port" when index + 1 < args.Length && ushort.TryParse(args[index + 1], out var number) && number > 0:
                    port = number;
                    index++;
                    break;
                case "--port":
                    throw new StartRefusedException("--port 后面要写一个 1 到 65535 之间的端口号，例如 --port 5080。");
                case var other:
                    rest.Add(other);
                    break;
            }
        }

        return new StartOptions(withDemonstration, port, [.. rest]);
    }
}
