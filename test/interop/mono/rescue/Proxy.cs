// The proxy that Mono's wsdl tool makes of the WSDL, as .NET's makes it, and the Rescue API.
//
// mono Proxy.exe <URL of API.asmx> <1.1|1.2>
using System;
using System.Linq;
using System.Net;
using System.Web.Services.Protocols;

public static class Program
{
    private static API Client(string url)
    {
        return new API { Url = url, CookieContainer = new CookieContainer() };
    }

    public static void Main(string[] arguments)
    {
        string url = arguments[0];
        var api = Client(url);
        string subject, text, link, signature, code;
        int pin = 0;

        Show.Kind("not signed in", () =>
        {
            var ret = api.generateEmailText(123456, "", out subject, out text, out link, out signature);
            Show.Same(generateEmailTextRet.generateEmailText_NotLoggedIn, ret);
        });
        Show.Kind("sign-in and session", () =>
        {
            Show.Same(loginRet.login_Invalid, api.login("tech@example.com", "wrong"));
            Show.Same(loginRet.login_OK, api.login("tech@example.com", "secret"));
        });
        Show.Kind("out parameters", () =>
        {
            var ret = api.requestPINCode("ACME", "", "", "", "", "", "", true, "", out pin);
            Show.Same(requestPINCodeRet.requestPINCode_OK, ret);
            Show.True(pin > 0);
        });
        Show.Kind("email", () =>
        {
            var ret = api.generateEmailText(pin, "", out subject, out text, out link, out signature);
            Show.Same(generateEmailTextRet.generateEmailText_OK, ret);
            Show.True(link.EndsWith("?i=2&Code=" + pin) && text.Contains(link));
            Show.True(subject != "" && signature != "");
        });
        Show.Kind("auth code", () =>
        {
            Show.Same(requestAuthCodeRet.requestAuthCode_OK, api.requestAuthCode("tech@example.com", "secret", out code));
            int account, admin, tech;
            string organization, email;
            var ret = Client(url).getAccount(code, out account, out organization, out admin, out tech, out email);
            Show.Same(getAccountRet.getAccount_OK, ret);
            Show.Same("tech@example.com", email);
        });
        Show.Kind("arrays", () =>
        {
            HIERARCHY[] nodes;
            Show.Same(getHierarchyRet.getHierarchy_OK, api.getHierarchy(null, out nodes));
            Show.True(nodes.Length > 3 && nodes.Any(node => node.sEmail == "tech@example.com"));
        });
        USER_V3 user = null;
        Show.Kind("objects", () =>
        {
            Show.Same(getUser_v3Ret.getUser_OK, api.getUser_v3(0, "tech@example.com", "", out user));
            Show.Same("tech@example.com", user.sEmail);
            Show.True(user.bAccountHolder);
        });
        Show.Kind("characters", () =>
        {
            string description = "Müller & <Söhne> 漢字 😀 \"'";
            var ret = api.setUser(user.iNodeID, user.sName, "", user.sEmail, "", "", "", "", ENABLED_STATUS.Enabled,
                description, ADDONS.False, "");
            Show.Same(setUserRet.setUser_OK, ret);
            api.getUser_v3(user.iNodeID, "", "", out user);
            Show.Same(description, user.sDescription);
        });
        Show.Kind("dates", () =>
        {
            var begin = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
            Show.Same(setReportDateRet.setReportDate_OK, api.setReportDate_v2(begin, begin.AddDays(29.5), ""));
            string first, last;
            api.getReportDate("", out first, out last);
            Show.Same("11/01/2026", first);
        });
        Show.Kind("fault", () =>
        {
            try
            {
                new InvalidClient { Url = url }.generateEmailText("twelve");
            }
            catch (SoapException fault)
            {
                var code11 = SoapException.ClientFaultCode;
                Show.True(fault.Code == (arguments[1] == "1.1" ? code11 : Soap12FaultCodes.SenderFaultCode));
                Show.True(fault.Message.Contains("unable to read request"));
                return;
            }
            throw new Exception("no fault");
        });
    }
}

/// A proxy that was made of another contract: its PIN code is a text.
[System.Web.Services.WebServiceBinding(Name = "APISoap", Namespace = InvalidClient.Namespace)]
public class InvalidClient : SoapHttpClientProtocol
{
    public const string Namespace = "https://secure.logmeinrescue.com/API/API.asmx";

    public InvalidClient()
    {
#if SOAP12
        SoapVersion = SoapProtocolVersion.Soap12;
#endif
    }

    [SoapDocumentMethod(Namespace + "/generateEmailText", RequestNamespace = Namespace, ResponseNamespace = Namespace)]
    public string generateEmailText(string iPINCode)
    {
        return (string)Invoke("generateEmailText", new object[] { iPINCode })[0];
    }
}
