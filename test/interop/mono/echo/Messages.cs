// Each kind of operation, called by the proxies of the WSDLs.
//
// mono Messages.exe <URL of Echo> <URL of RpcEncoded> <URL of RpcLiteral> <1.1|1.2>
using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Web.Services.Protocols;
using System.Xml;
using Documents;
using Encoded;

public static class Program
{
    private static SoapException FaultOf(Action call)
    {
        try
        {
            call();
        }
        catch (SoapException fault)
        {
            return fault;
        }
        throw new Exception("no fault");
    }

    public static void Main(string[] arguments)
    {
        bool is11 = arguments[3] == "1.1";
        var echo = new Echo { Url = arguments[0], CookieContainer = new CookieContainer() };
        var encoded = new RpcEncoded { Url = arguments[1] };
        var literal = new Literal.RpcLiteral { Url = arguments[2] };
        int remainder;

        Show.Kind("wrapped document", () => Show.Same("a text", echo.EchoText("a text")));
        Show.Kind("bare document", () =>
        {
            var response = echo.EchoBare(new Tree { name = "root", child = new[] { new Tree { name = "leaf" } } });
            Show.Same("root/leaf", response.name + "/" + response.child[0].name);
        });
        Show.Kind("rpc/literal", () =>
        {
            var point = new Literal.Point { x = -1, y = 2, label = "a & b" };
            Show.Same("a & b", literal.EchoPoint(point).label);
            Show.Same(2, literal.EchoPoints(new[] { point, new Literal.Point { x = 7 } })[0].y);
            Show.Same(3, literal.Divide(17, 5, out remainder));
            Show.Same(2, remainder);
            literal.Nothing();
        });
        Show.Kind("rpc/encoded", () =>
        {
            var ann = new Person { name = "Ann <&>", age = 40, names = new[] { "A", "B" }, friend = new Person { name = "Bob", shoe = 43 } };
            var response = encoded.EchoPerson(ann);
            Show.Same("Ann <&>/A B/Bob/43", response.name + "/" + string.Join(" ", response.names) + "/" + response.friend.name + "/" + response.friend.shoe);
            Show.True(response.shoe == null);
            Show.Same("a text", encoded.EchoText("a text"));
            Show.Same(1.5e-9, encoded.EchoDouble(1.5e-9));
            Show.Same(Mood.soso, encoded.EchoMood(Mood.soso));
            Show.True(new byte[] { 0, 1, 255 }.SequenceEqual(encoded.EchoBytes(new byte[] { 0, 1, 255 })));
            Show.True(((Dog)encoded.EchoAnimal(new Dog { name = "Rex", barks = true })).barks);
            Show.Same(3, encoded.Divide(17, 5, out remainder));
            Show.Same(2, remainder);
            encoded.Nothing();
        });
        Show.Kind("multi-references", () =>
        {
            var friends = encoded.Friends();
            Show.Same("Ann Bob Ann", string.Join(" ", friends.Select(friend => friend.name)));
            Show.Same("Ann", friends[1].friend.name);
            var same = new Person { name = "Same" };
            Show.Same("Same Same", string.Join(" ", encoded.EchoPersons(new[] { same, same }).Select(each => each.name)));
        });
        Show.Kind("SOAP arrays", () =>
        {
            Show.True(new[] { 3, -1, int.MaxValue }.SequenceEqual(encoded.EchoIntegers(new[] { 3, -1, int.MaxValue })));
            Show.Same(0, encoded.EchoIntegers(new int[0]).Length);
            var jagged = encoded.EchoJagged(new[] { new[] { "a", "b" }, new string[0], new[] { "c" } });
            Show.Same("a b||c", string.Join("|", jagged.Select(row => string.Join(" ", row))));
        });
        Show.Kind("out and ref parameters", () =>
        {
            Show.Same(-3, echo.Divide(-17, 5, out remainder));
            Show.Same(-2, remainder);
            string left = "l", right = "";
            echo.Swap(ref left, ref right);
            Show.Same("/l", left + "/" + right);
        });
        Show.Kind("no parameters", () => echo.Nothing());
        Show.Kind("headers", () =>
        {
            Show.Same("no ticket", echo.ReadTicket());
            echo.TicketValue = new Ticket { user = "ann", count = 1, MustUnderstand = true };
            Show.Same("ann", echo.ReadTicket());
            Show.Same(2, echo.TicketValue.count);
        });
        Show.Kind("fault", () =>
        {
            var fault = FaultOf(() => echo.Crash());
            Show.True(fault.Code == (is11 ? SoapException.ServerFaultCode : Soap12FaultCodes.ReceiverFaultCode));
            Show.True(fault.Message.Contains("It broke: <&>."));
        });
        Show.Kind("fault with detail", () =>
        {
            var fault = FaultOf(() => echo.Refuse("no <entry>"));
            Show.True(fault.Code == (is11 ? SoapException.ClientFaultCode : Soap12FaultCodes.SenderFaultCode));
            Show.True(fault.Message.Contains("no <entry>"));
            // What SOAP 1.2 calls Role is another property of .NET's, and its Actor goes there by the name of Node.
            Show.Same("http://example.org/actor", fault.Actor != "" ? fault.Actor : fault.Role);
            var refusal = fault.Detail.ChildNodes.OfType<XmlElement>().Single();
            Show.Same("http://example.org/echo refusal 17 no <entry>",
                refusal.NamespaceURI + " " + refusal.LocalName + " " + refusal.GetAttribute("code") + " " + refusal.InnerText);
        });
        Show.Kind("one-way", () =>
        {
            echo.Notify("told");
            echo.Nothing();
        });
        Show.Kind("one-way, and done", () =>
        {
            echo.Notify("heard");
            for (int tries = 0; echo.LastNotice() != "heard"; tries++)
            {
                Show.True(tries < 50);
                Thread.Sleep(20);
            }
        });
        Show.Kind("session", () => Show.Same("1 2", echo.Count() + " " + echo.Count()));
        Values.ShowAll(echo);
    }
}
