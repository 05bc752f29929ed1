// Operations in the style of remote procedure calls: encoded as in section 5 of SOAP 1.1, and literal.
using System.Web.Services;
using System.Web.Services.Description;
using System.Web.Services.Protocols;
using System.Xml.Serialization;

[SoapType(Namespace = RpcEncoded.Namespace)]
public class Person
{
    public string name;
    public int age;
    public int? shoe;
    public Person friend;
    public string[] names;
}

[SoapType(Namespace = RpcEncoded.Namespace), SoapInclude(typeof(Dog))]
public class Animal
{
    public string name;
}

[SoapType(Namespace = RpcEncoded.Namespace)]
public class Dog : Animal
{
    public bool barks;
}

[SoapType(Namespace = RpcEncoded.Namespace)]
public enum Mood
{
    Good,
    [SoapEnum("so-so")] SoSo,
}

[WebService(Namespace = Namespace), SoapRpcService]
public class RpcEncoded : WebService
{
    public const string Namespace = "http://example.org/rpc-encoded";

    [WebMethod] public Person EchoPerson(Person person) { return person; }
    [WebMethod] public Person[] EchoPersons(Person[] persons) { return persons; }
    [WebMethod] public int[] EchoIntegers(int[] integers) { return integers; }
    [WebMethod] public string[][] EchoJagged(string[][] jagged) { return jagged; }
    [WebMethod] public Animal EchoAnimal(Animal animal) { return animal; }
    [WebMethod] public Mood EchoMood(Mood mood) { return mood; }
    [WebMethod] public string EchoText(string text) { return text; }
    [WebMethod] public double EchoDouble(double number) { return number; }
    [WebMethod] public byte[] EchoBytes(byte[] bytes) { return bytes; }

    /// Two that are each other's friend.
    [WebMethod]
    public Person[] Friends()
    {
        var ann = new Person { name = "Ann", age = 40 };
        var bob = new Person { name = "Bob", age = 41, friend = ann };
        return new[] { ann, bob, ann };
    }

    [WebMethod]
    public int Divide(int dividend, int divisor, out int remainder)
    {
        remainder = dividend % divisor;
        return dividend / divisor;
    }

    [WebMethod] public void Nothing() { }
}

[XmlType(Namespace = RpcLiteral.Namespace + "/types")]
public class Point
{
    public int x;
    public int y;
    [XmlAttribute] public string label;
}

[WebService(Namespace = Namespace), SoapRpcService(Use = SoapBindingUse.Literal)]
public class RpcLiteral : WebService
{
    public const string Namespace = "http://example.org/rpc-literal";

    [WebMethod] public Point EchoPoint(Point point) { return point; }
    [WebMethod] public Point[] EchoPoints(Point[] points) { return points; }
    [WebMethod] public string EchoText(string text) { return text; }

    [WebMethod]
    public int Divide(int dividend, int divisor, out int remainder)
    {
        remainder = dividend % divisor;
        return dividend / divisor;
    }

    [WebMethod] public void Nothing() { }
}
