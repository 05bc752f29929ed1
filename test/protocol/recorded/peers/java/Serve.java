// Serves them all on loopback.
package pins;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import javax.xml.ws.Endpoint;
import javax.xml.ws.soap.SOAPBinding;

class Serve {
  private static final String SOAP12 = "http://java.sun.com/xml/ns/jaxws/2003/05/soap/bindings/HTTP/";

  public static void main(String[] arguments) throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Endpoint.create(SOAPBinding.SOAP11HTTP_BINDING, new Pins()).publish(server.createContext("/pins11"));
    Endpoint.create(SOAP12, new Pins()).publish(server.createContext("/pins12"));
    Endpoint.create(SOAPBinding.SOAP11HTTP_BINDING, new Sums()).publish(server.createContext("/sums11"));
    server.createContext("/saaj", Saaj::respond);
    server.start();
    System.out.println("listening http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }
}
