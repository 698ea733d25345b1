using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Gongkai.Platform.Messages;

/// <summary>Hands letters to a mail server (RFC 5321), with TLS from the first byte, which the mail class of .NET cannot do and most servers in use here want.</summary>
public sealed class SmtpConnection : IDisposable
{
    private const int Ready = 220;
    private const int Fine = 250;
    private const int SendOn = 354;
    private const int LoggedIn = 235;
    private const int AskLogin = 334;
    private const int Final = 500;
    private const int LongestAnswer = 100;

    private readonly TcpClient client = new();
    private readonly SmtpOptions options;
    private Stream stream = Stream.Null;
    private StreamReader reader = StreamReader.Null;

    private SmtpConnection(SmtpOptions options) => this.options = options;

    /// <summary>Connects and logs in.</summary>
    /// <exception cref="SmtpRefusedException">The server cannot be reached, cannot be trusted, or does not know the user.</exception>
    public static async Task<SmtpConnection> OpenAsync(SmtpOptions options, CancellationToken cancellation)
    {
        var connection = new SmtpConnection(options);
        var opened = false;
        try
        {
            await connection.GreetAsync(cancellation);
            opened = true;
            return connection;
        }
        catch (Exception exception) when (exception is SocketException or IOException or AuthenticationException)
        {
            throw new SmtpRefusedException($"连不上邮件服务器 {options.Host}:{options.Port}：{exception.Message}", isFinal: false, exception);
        }
        finally
        {
            if (!opened)
            {
                connection.Dispose();
            }
        }
    }

    /// <summary>Hands over one letter. When this returns, the server has taken it.</summary>
    /// <exception cref="SmtpRefusedException">The server has not taken it.</exception>
    /// <exception cref="IOException">The connection broke after the whole letter was written: it may have been taken.</exception>
    public async Task SendAsync(Mail mail, CancellationToken cancellation)
    {
        try
        {
            await CommandAsync($"MAIL FROM:<{OneLine(options.From)}>", Fine, cancellation);
            await CommandAsync($"RCPT TO:<{OneLine(mail.Recipient)}>", Fine, cancellation);
            await CommandAsync("DATA", SendOn, cancellation);
        }
        catch (IOException exception)
        {
            throw new SmtpRefusedException($"与邮件服务器的连接中断：{exception.Message}", isFinal: false, exception);
        }

        await CommandAsync(MailText.Of(mail, options.From) + "\r\n.", Fine, cancellation);
    }

    public void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
        client.Dispose();
    }

    private async Task GreetAsync(CancellationToken cancellation)
    {
        await client.ConnectAsync(options.Host, options.Port, cancellation);
        Use(client.GetStream());
        if (options.Security == SmtpSecurity.Tls)
        {
            await ProtectAsync(cancellation);
        }

        await AnswerAsync(Ready, cancellation);
        await CommandAsync("EHLO gongkai", Fine, cancellation);
        if (options.Security == SmtpSecurity.StartTls)
        {
            await CommandAsync("STARTTLS", Ready, cancellation);
            await ProtectAsync(cancellation);
            await CommandAsync("EHLO gongkai", Fine, cancellation);
        }

        if (options.User.Length > 0)
        {
            await CommandAsync("AUTH LOGIN", AskLogin, cancellation);
            await CommandAsync(Base64(options.User), AskLogin, cancellation);
            await CommandAsync(Base64(options.Password), LoggedIn, cancellation);
        }
    }

    private async Task ProtectAsync(CancellationToken cancellation)
    {
        var protectedStream = new SslStream(stream);
        Use(protectedStream);
        await protectedStream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = options.Host }, cancellation);
    }

    private void Use(Stream next)
    {
        stream = next;
        reader = new StreamReader(next, Encoding.UTF8);
    }

    private async Task CommandAsync(string line, int expected, CancellationToken cancellation)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancellation);
        await stream.FlushAsync(cancellation);
        await AnswerAsync(expected, cancellation);
    }

    private async Task AnswerAsync(int expected, CancellationToken cancellation)
    {
        for (var lines = 0; lines < LongestAnswer; lines++)
        {
            var line = await reader.ReadLineAsync(cancellation) ?? throw new IOException("邮件服务器关闭了连接。");
            if (line.Length > 3 && line[3] == '-')
            {
                continue;
            }

            var code = line.Length >= 3 && int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            if (code != expected)
            {
                throw new SmtpRefusedException($"邮件服务器回答：{line}", isFinal: code >= Final);
            }

            return;
        }

        throw new SmtpRefusedException("邮件服务器的回答没有完。", isFinal: false);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string OneLine(string address) => address.AsSpan().ContainsAny("\r\n<>") ? throw new SmtpRefusedException("邮件地址里有不允许的字符。", isFinal: true) : address;
}
