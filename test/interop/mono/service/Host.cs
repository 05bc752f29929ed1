// Serves the .asmx files of a folder over HTTP on loopback, in ASP.NET of Mono: `mono Host.exe <folder>`. The folder has
// bin/ with the services and with this program. Prints its URL when it listens.
using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Web;
using System.Web.Hosting;

public static class Program
{
    public static void Main(string[] arguments)
    {
        string folder = Path.GetFullPath(arguments[0]);
        var site = (Site)ApplicationHost.CreateApplicationHost(typeof(Site), "/", folder);
        Console.WriteLine(site.Listen());
        Thread.Sleep(Timeout.Infinite);
    }
}

/// Runs in the application domain of ASP.NET.
public class Site : MarshalByRefObject
{
    private readonly HttpListener listener = new HttpListener();

    /// Returns the URL that it listens at.
    public string Listen()
    {
        string prefix = "http://127.0.0.1:" + FreePort() + "/";
        listener.Prefixes.Add(prefix);
        listener.Start();
        new Thread(Serve) { IsBackground = true }.Start();
        return prefix;
    }

    public override object InitializeLifetimeService()
    {
        return null;
    }

    private static int FreePort()
    {
        var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        int port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return port;
    }

    private void Serve()
    {
        while (true)
        {
            var context = listener.GetContext();
            ThreadPool.QueueUserWorkItem(_ => HttpRuntime.ProcessRequest(new Request(context)));
        }
    }
}

/// One exchange, as ASP.NET asks for it.
public class Request : HttpWorkerRequest
{
    private readonly HttpListenerContext context;
    private readonly byte[] body;

    public Request(HttpListenerContext context)
    {
        this.context = context;
        var read = new MemoryStream();
        context.Request.InputStream.CopyTo(read);
        body = read.ToArray();
    }

    public override string GetUriPath() { return context.Request.Url.AbsolutePath; }
    public override string GetFilePath()
    {
        string path = GetUriPath();
        int end = path.IndexOf(".asmx", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? path : path.Substring(0, end + 5);
    }
    public override string GetFilePathTranslated() { return MapPath(GetFilePath()); }
    public override string GetPathInfo() { return GetUriPath().Substring(GetFilePath().Length); }
    public override string GetAppPath() { return HttpRuntime.AppDomainAppVirtualPath; }
    public override string GetAppPathTranslated() { return HttpRuntime.AppDomainAppPath; }
    public override string MapPath(string path)
    {
        return Path.Combine(HttpRuntime.AppDomainAppPath, path.TrimStart('/'));
    }

    public override string GetQueryString() { return context.Request.Url.Query.TrimStart('?'); }
    public override string GetRawUrl() { return context.Request.RawUrl; }
    public override string GetHttpVerbName() { return context.Request.HttpMethod; }
    public override string GetHttpVersion() { return "HTTP/1.1"; }
    public override string GetLocalAddress() { return "127.0.0.1"; }
    public override int GetLocalPort() { return context.Request.LocalEndPoint.Port; }
    public override string GetRemoteAddress() { return "127.0.0.1"; }
    public override int GetRemotePort() { return context.Request.RemoteEndPoint.Port; }
    public override string GetServerName() { return context.Request.Url.Host; }

    public override byte[] GetPreloadedEntityBody() { return body; }
    public override bool IsEntireEntityBodyIsPreloaded() { return true; }
    public override string GetKnownRequestHeader(int index)
    {
        return context.Request.Headers[GetKnownRequestHeaderName(index)];
    }
    public override string GetUnknownRequestHeader(string name) { return context.Request.Headers[name]; }
    public override string[][] GetUnknownRequestHeaders()
    {
        var headers = context.Request.Headers;
        return Array.ConvertAll(
            Array.FindAll(headers.AllKeys, name => GetKnownRequestHeaderIndex(name) < 0),
            name => new[] { name, headers[name] });
    }

    public override void SendStatus(int code, string description)
    {
        context.Response.StatusCode = code;
        context.Response.StatusDescription = description;
    }
    public override void SendKnownResponseHeader(int index, string value)
    {
        SendUnknownResponseHeader(GetKnownResponseHeaderName(index), value);
    }
    public override void SendUnknownResponseHeader(string name, string value)
    {
        // HttpListener counts and frames the body itself.
        if (name != "Content-Length" && name != "Transfer-Encoding" && name != "Connection")
            context.Response.AppendHeader(name, value);
    }
    public override void SendResponseFromMemory(byte[] data, int length)
    {
        context.Response.OutputStream.Write(data, 0, length);
    }
    public override void SendResponseFromFile(string file, long offset, long length)
    {
        var data = File.ReadAllBytes(file);
        context.Response.OutputStream.Write(data, (int)offset, (int)length);
    }
    public override void SendResponseFromFile(IntPtr handle, long offset, long length)
    {
        throw new NotSupportedException();
    }
    public override void FlushResponse(bool final)
    {
        if (final) context.Response.Close();
    }
    public override void EndOfRequest()
    {
        context.Response.Close();
    }
}
