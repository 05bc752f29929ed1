// Returns its request: one operation per kind of value and of message, document/literal.
using System;
using System.Data;
using System.Threading;
using System.Web.Services;
using System.Web.Services.Description;
using System.Web.Services.Protocols;
using System.Xml;
using System.Xml.Serialization;

public class Ticket : SoapHeader
{
    public string user;
    public int count;
}

[WebService(Namespace = Echo.Namespace)]
public class Echo : WebService
{
    public const string Namespace = "http://example.org/echo";
    private static string notice = "";

    public Ticket ticket;

    [WebMethod] public Numbers EchoNumbers(Numbers numbers) { return numbers; }
    [WebMethod] public double[] EchoDoubles(double[] doubles) { return doubles; }
    [WebMethod] public decimal[] EchoDecimals(decimal[] decimals) { return decimals; }
    [WebMethod] public Moments EchoMoments(Moments moments) { return moments; }
    [WebMethod] public Binary EchoBinary(Binary binary) { return binary; }
    [WebMethod] public Arrays EchoArrays(Arrays arrays) { return arrays; }
    [WebMethod] public Enums EchoEnums(Enums enums) { return enums; }
    [WebMethod] public Price EchoPrice(Price price) { return price; }
    [WebMethod] public Shape EchoShape(Shape shape) { return shape; }
    [WebMethod] public Shape[] EchoShapes(Shape[] shapes) { return shapes; }
    [WebMethod] public object EchoObject(object thing) { return thing; }
    [WebMethod] public Payment EchoPayment(Payment payment) { return payment; }
    [WebMethod] public Open EchoOpen(Open open) { return open; }
    [WebMethod] public XmlElement EchoXml(XmlElement xml) { return xml; }
    [WebMethod] public DataSet EchoDataSet(DataSet data) { return data; }
    [WebMethod] public Texts EchoTexts(Texts texts) { return texts; }
    [WebMethod] public Tree EchoTree(Tree tree) { return tree; }
    [WebMethod] public string EchoText(string text) { return text; }

    [WebMethod]
    public int Divide(int dividend, int divisor, out int remainder)
    {
        remainder = dividend % divisor;
        return dividend / divisor;
    }

    [WebMethod]
    public void Swap(ref string left, ref string right)
    {
        string kept = left;
        left = right;
        right = kept;
    }

    [WebMethod] public void Nothing() { }

    [WebMethod(EnableSession = true)]
    public int Count()
    {
        int count = Session["count"] == null ? 1 : (int)Session["count"] + 1;
        Session["count"] = count;
        return count;
    }

    /// The header comes back with its count raised.
    [WebMethod, SoapHeader("ticket", Direction = SoapHeaderDirection.InOut)]
    public string ReadTicket()
    {
        if (ticket == null) return "no ticket";
        ticket.count++;
        return ticket.user;
    }

    [WebMethod]
    public void Refuse(string reason)
    {
        var document = new XmlDocument();
        var detail = document.CreateElement(SoapException.DetailElementName.Name, SoapException.DetailElementName.Namespace);
        var refusal = document.CreateElement("refusal", Namespace);
        refusal.SetAttribute("code", "17");
        refusal.InnerText = reason;
        detail.AppendChild(refusal);
        throw new SoapException(reason, SoapException.ClientFaultCode, "http://example.org/actor", detail);
    }

    [WebMethod] public void Crash() { throw new InvalidOperationException("It broke: <&>."); }

    [WebMethod, SoapDocumentMethod(OneWay = true)]
    public void Notify(string text) { notice = text; }

    /// The last text of Notify.
    [WebMethod] public string LastNotice() { return notice; }

    [WebMethod, SoapDocumentMethod(ParameterStyle = SoapParameterStyle.Bare)]
    [return: XmlElement("answer")]
    public Tree EchoBare([XmlElement("question")] Tree tree) { return tree; }

    [WebMethod]
    public string Wait(int milliseconds)
    {
        Thread.Sleep(milliseconds);
        return "done";
    }
}
