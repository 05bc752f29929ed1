// Served by JAX-WS's reference implementation (Metro) over SOAP 1.1 and 1.2: documents, typed faults, headers, one-way.
package pins;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.jws.Oneway;
import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebResult;
import javax.jws.WebService;
import javax.jws.soap.SOAPBinding;
import javax.xml.bind.JAXBElement;
import javax.xml.bind.annotation.*;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.ws.Holder;
import javax.xml.ws.WebFault;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@XmlSeeAlso(Pins.ObjectFactory.class)
@WebService(name = "Pins", serviceName = "PinService", portName = "PinsPort", targetNamespace = Pins.NS)
public class Pins {
  static final String NS = "urn:pins";

  @WebMethod
  @WebResult(name = "values", targetNamespace = NS)
  public Values getValues() throws Exception {
    Values values = new Values();
    values.flag = true;
    values.amount = new BigDecimal("1.50");
    values.big = Long.MAX_VALUE;
    values.ratio = Double.NEGATIVE_INFINITY;
    values.at = DatatypeFactory.newInstance().newXMLGregorianCalendar("2026-11-25T12:00:00.123+01:00");
    values.bytes = new byte[] {0, 1, 2, (byte) 255};
    values.name = new QName("urn:other", "thing", "o");
    values.colour = Colour.LIGHT;
    values.text = "a < b & c > d \"'\u00e9\u20ac\ud83d\ude00";
    values.gone = null;
    values.items.add("");
    values.items.add("two");
    values.lang = "en";
    values.shapes.add(new Shape("s"));
    values.shapes.add(new Circle("c", 2));
    Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
    Element other = document.createElementNS("urn:any", "x:other");
    other.setAttribute("a", "1");
    other.appendChild(document.createElementNS("", "plain")).setTextContent("p");
    values.any = other;
    values.mixed = new Mixed();
    values.mixed.content.add("one ");
    values.mixed.content.add(new JAXBElement<String>(new QName(NS, "b"), String.class, "two"));
    values.mixed.content.add(" three");
    return values;
  }

  @WebMethod
  public String getPin(
      @WebParam(name = "id", targetNamespace = NS) long id,
      @WebParam(name = "session", targetNamespace = NS, header = true, mode = WebParam.Mode.INOUT) Holder<Session> session,
      @WebParam(name = "trace", targetNamespace = NS, header = true, mode = WebParam.Mode.OUT) Holder<String> trace)
      throws InvalidPin, Locked {
    if (id == 1) throw new InvalidPin("No such PIN: <1>", new InvalidPinInfo(1, "six digits"));
    if (id == 2) throw new Locked("Locked", "for now");
    if (id == 3) throw new IllegalStateException("It broke: <&>");
    trace.value = "t1";
    session.value.count += 1;
    return "pin " + id;
  }

  @WebMethod
  public void nothing() {}

  @WebMethod
  @Oneway
  public void tell(@WebParam(name = "text") String text) {}

  @WebMethod
  @SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
  @WebResult(name = "answer", targetNamespace = NS)
  public Session bare(@WebParam(name = "question", targetNamespace = NS) Session session) {
    return session;
  }

  @XmlType(namespace = NS)
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class Values {
    public boolean flag;
    public BigDecimal amount;
    public long big;
    public double ratio;
    public XMLGregorianCalendar at;
    public byte[] bytes;
    public QName name;
    public Colour colour;
    public String text;
    @XmlElement(nillable = true, required = true) public String gone;
    public String left;
    @XmlElementWrapper(name = "items") @XmlElement(name = "item") public List<String> items = new ArrayList<>();
    @XmlElement(name = "shape") public List<Shape> shapes = new ArrayList<>();
    public Mixed mixed;
    @XmlAnyElement public Element any;
    @XmlAttribute public String lang;
  }

  @XmlType(namespace = NS)
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class Mixed {
    @XmlMixed
    @XmlElementRef(name = "b", namespace = NS, type = JAXBElement.class)
    public List<Object> content = new ArrayList<>();
  }

  @XmlRegistry
  public static class ObjectFactory {
    @XmlElementDecl(namespace = NS, name = "b")
    public JAXBElement<String> createB(String text) {
      return new JAXBElement<String>(new QName(NS, "b"), String.class, text);
    }
  }

  @XmlEnum
  @XmlType(namespace = NS)
  public enum Colour {
    @XmlEnumValue("light-blue") LIGHT,
    @XmlEnumValue("red") RED
  }

  @XmlType(namespace = NS)
  @XmlSeeAlso(Circle.class)
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class Shape {
    public String name;
    public Shape() {}
    public Shape(String name) { this.name = name; }
  }

  @XmlType(namespace = NS)
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class Circle extends Shape {
    public int radius;
    public Circle() {}
    public Circle(String name, int radius) { super(name); this.radius = radius; }
  }

  @XmlType(namespace = NS)
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class Session {
    public String user;
    public int count;
  }

  @XmlType(namespace = NS)
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class InvalidPinInfo {
    public int pin;
    public String hint;
    public InvalidPinInfo() {}
    public InvalidPinInfo(int pin, String hint) { this.pin = pin; this.hint = hint; }
  }

  @WebFault(name = "invalidPin", targetNamespace = NS)
  public static class InvalidPin extends Exception {
    private final InvalidPinInfo info;
    public InvalidPin(String message, InvalidPinInfo info) { super(message); this.info = info; }
    public InvalidPinInfo getFaultInfo() { return info; }
  }

  @WebFault(name = "locked", targetNamespace = NS)
  public static class Locked extends Exception {
    private final String info;
    public Locked(String message, String info) { super(message); this.info = info; }
    public String getFaultInfo() { return info; }
  }
}
