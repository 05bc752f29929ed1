// Responses made with SAAJ's reference implementation: encodings, and markup that no binding of objects writes.
package pins;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.xml.namespace.QName;
import javax.xml.soap.*;
import org.w3c.dom.Document;

class Saaj {
  static final String NS = "urn:texts";

  static void respond(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String[] path = exchange.getRequestURI().getPath().split("/");
    try {
      boolean is12 = path[2].equals("12");
      SOAPMessage message =
          MessageFactory.newInstance(is12 ? SOAPConstants.SOAP_1_2_PROTOCOL : SOAPConstants.SOAP_1_1_PROTOCOL).createMessage();
      int status = fill(message, path[3]);
      message.saveChanges();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      exchange.getResponseHeaders().set("Content-Type", message.getMimeHeaders().getHeader("Content-Type")[0]);
      exchange.sendResponseHeaders(status, bytes.size());
      exchange.getResponseBody().write(bytes.toByteArray());
    } catch (SOAPException | RuntimeException error) {
      error.printStackTrace();
      exchange.sendResponseHeaders(501, -1);
    }
    exchange.close();
  }

  private static int fill(SOAPMessage message, String kind) throws SOAPException {
    SOAPBody body = message.getSOAPBody();
    switch (kind) {
      case "markup": {
        SOAPElement response = body.addChildElement("getTextResponse", "t", NS);
        Document document = body.getOwnerDocument();
        response.appendChild(document.createComment(" a comment "));
        SOAPElement text = response.addChildElement("text", "t");
        text.appendChild(document.createTextNode("one & "));
        text.appendChild(document.createComment(" between "));
        text.appendChild(document.createCDATASection("<two> &amp; "));
        text.appendChild(document.createTextNode("three\r"));
        SOAPElement other = response.addChildElement(new QName(NS, "note", ""));
        other.addNamespaceDeclaration("", NS);
        other.addTextNode("redeclared");
        return 200;
      }
      case "fault": {
        SOAPFault fault = body.addFault();
        if (message.getSOAPPart().getEnvelope().getNamespaceURI().equals(SOAPConstants.URI_NS_SOAP_1_2_ENVELOPE)) {
          fault.setFaultCode(SOAPConstants.SOAP_SENDER_FAULT);
          fault.appendFaultSubcode(new QName(NS, "BadText", "t"));
          fault.appendFaultSubcode(new QName(NS, "TooLong", "t"));
          fault.addFaultReasonText("Too long", Locale.ENGLISH);
          fault.addFaultReasonText("T\u00fal hossz\u00fa", new Locale("hu"));
          fault.setFaultNode("urn:node");
          fault.setFaultRole("urn:role");
        } else {
          fault.setFaultCode(new QName(SOAPConstants.URI_NS_SOAP_1_1_ENVELOPE, "Client.BadText", "SOAP-ENV"));
          fault.setFaultString("Too long", Locale.ENGLISH);
          fault.setFaultActor("urn:role");
        }
        fault.addDetail().addDetailEntry(new QName(NS, "limit", "t")).addTextNode("140");
        return 500;
      }
      case "mustUnderstand": {
        SOAPHeaderElement block = message.getSOAPHeader().addHeaderElement(new QName("urn:h", "token", "h"));
        block.setMustUnderstand(true);
        text(body, "unread");
        return 200;
      }
      case "other-role": {
        SOAPHeaderElement block = message.getSOAPHeader().addHeaderElement(new QName("urn:h", "token", "h"));
        block.setMustUnderstand(true);
        block.setActor("urn:gateway");
        text(body, "read");
        return 200;
      }
      default:
        message.setProperty(SOAPMessage.CHARACTER_SET_ENCODING, kind);
        message.setProperty(SOAPMessage.WRITE_XML_DECLARATION, "true");
        text(body, "\u00e1rv\u00edz");
        return 200;
    }
  }

  private static void text(SOAPBody body, String text) throws SOAPException {
    body.addChildElement("getTextResponse", "t", NS).addChildElement("text", "t").addTextNode(text);
  }
}
