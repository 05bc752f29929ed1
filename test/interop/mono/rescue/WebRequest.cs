// HttpWebRequest and the plain pages of the Rescue API: forms go out, texts come back.
//
// mono WebRequest.exe <URL of API.asmx> <GET|POST>
using System;
using System.IO;
using System.Net;
using System.Text;

public static class Program
{
    private static string folder;
    private static bool isPost;

    private static string Call(string page, CookieContainer cookies, string query)
    {
        var request = (HttpWebRequest)WebRequest.Create(folder + page + (isPost || query == "" ? "" : "?" + query));
        request.CookieContainer = cookies;
        request.Method = isPost ? "POST" : "GET";
        if (isPost)
        {
            var body = Encoding.ASCII.GetBytes(query);
            request.ContentType = "application/x-www-form-urlencoded";
            request.ContentLength = body.Length;
            using (var stream = request.GetRequestStream()) stream.Write(body, 0, body.Length);
        }
        using (var response = (HttpWebResponse)request.GetResponse())
        using (var reader = new StreamReader(response.GetResponseStream(), Encoding.UTF8))
            return reader.ReadToEnd();
    }

    private static string Field(string response, string key)
    {
        foreach (string line in response.Split('\n'))
            if (line.StartsWith(key + ":")) return line.Substring(key.Length + 1).Trim();
        throw new Exception("no " + key + " in " + response);
    }

    public static void Main(string[] arguments)
    {
        folder = arguments[0].Substring(0, arguments[0].LastIndexOf('/') + 1);
        isPost = arguments[1] == "POST";
        var cookies = new CookieContainer();
        string pin = "";

        Show.Kind("not signed in", () =>
            Show.True(Call("generateEmailText.aspx", new CookieContainer(), "pincode=123456").StartsWith("NOTLOGGEDIN")));
        Show.Kind("sign-in and session", () =>
        {
            Show.True(Call("login.aspx", cookies, "email=tech@example.com&pwd=wrong").StartsWith("INVALID"));
            Show.True(Call("login.aspx", cookies, "email=tech@example.com&pwd=secret").StartsWith("OK"));
        });
        Show.Kind("out parameters", () =>
        {
            string response = Call("requestPINCode.aspx", cookies, "cfield0=" + Uri.EscapeDataString("ACME & Söhne") + "&notechconsole=1");
            Show.True(response.StartsWith("OK"));
            pin = Field(response, "PINCODE");
        });
        Show.Kind("email", () =>
        {
            string response = Call("generateEmailText.aspx", cookies, "pincode=" + pin);
            Show.True(response.StartsWith("OK"));
            Show.True(Field(response, "LINK").EndsWith("?i=2&Code=" + pin));
            Show.True(Field(response, "SUBJECT") != "" && response.Contains("TEXT:") && response.Contains("SIGNATURE:"));
        });
        Show.Kind("auth code", () =>
        {
            string code = Field(Call("requestAuthCode.aspx", new CookieContainer(), "email=tech@example.com&pwd=secret"), "AUTHCODE");
            string account = Call("getAccount.aspx", new CookieContainer(), "authcode=" + code);
            Show.True(account.StartsWith("OK") && account.Contains("tech@example.com"));
        });
        Show.Kind("arrays", () =>
            Show.True(Call("getHierarchy.aspx", cookies, "").Contains("tech@example.com")));
        Show.Kind("objects", () =>
            Show.True(Call("getUser_v3.aspx", cookies, "email=tech@example.com").Contains("tech@example.com")));
    }
}
