// A WCF service over wsHttpBinding without security, which returns the addressing headers of its messages.
using System;
using System.Net;
using System.Net.Sockets;
using System.ServiceModel;
using System.ServiceModel.Channels;
using System.Threading;

[ServiceContract(Namespace = "urn:wcf", Name = "Echo")]
public interface IEcho
{
    [OperationContract]
    string Say(string text);

    [OperationContract]
    string Addresses();

    [OperationContract(Action = "urn:another-action", ReplyAction = "urn:another-reply")]
    string Renamed(int number);

    [OperationContract]
    string Fail(string reason);
}

public class Echo : IEcho
{
    public string Say(string text) { return text; }

    public string Addresses()
    {
        MessageHeaders headers = OperationContext.Current.IncomingMessageHeaders;
        return string.Join(" ", headers.Action, headers.MessageId, headers.ReplyTo.Uri, headers.To);
    }

    public string Renamed(int number) { return "number " + number; }

    public string Fail(string reason) { throw new FaultException(reason); }
}

public static class Host
{
    public static void Main()
    {
        int port = FreePort();
        string url = "http://127.0.0.1:" + port + "/echo/";
        ServiceHost host = new ServiceHost(typeof(Echo), new Uri(url));
        host.AddServiceEndpoint(typeof(IEcho), new WSHttpBinding(SecurityMode.None), "");
        host.Open();
        // Mono opens the host before its listener.
        while (!IsListening(port)) Thread.Sleep(20);
        Console.WriteLine("listening " + url);
        Thread.Sleep(Timeout.Infinite);
    }

    static bool IsListening(int port)
    {
        try
        {
            using (new TcpClient("127.0.0.1", port)) return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    static int FreePort()
    {
        TcpListener listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }
}
