// Served by JAX-WS's reference implementation (Metro): rpc/literal.
package pins;

import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebService;
import javax.jws.soap.SOAPBinding;
import javax.xml.ws.Holder;

@WebService(name = "Sums", serviceName = "SumService", portName = "SumsPort", targetNamespace = "urn:sums")
@SOAPBinding(style = SOAPBinding.Style.RPC)
public class Sums {
  @WebMethod
  public int divide(
      @WebParam(name = "dividend") int dividend,
      @WebParam(name = "divisor") int divisor,
      @WebParam(name = "remainder", mode = WebParam.Mode.OUT) Holder<Integer> remainder) {
    remainder.value = dividend % divisor;
    return dividend / divisor;
  }

  @WebMethod
  public Pins.Session echo(@WebParam(name = "session") Pins.Session session) {
    return session;
  }
}
