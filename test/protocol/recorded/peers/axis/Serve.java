// Serves on loopback.
package people;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.axis.client.AdminClient;
import org.apache.axis.transport.http.SimpleAxisServer;

class Serve {
  public static void main(String[] arguments) throws Exception {
    SimpleAxisServer server = new SimpleAxisServer();
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    server.setServerSocket(socket);
    server.start();
    String url = "http://127.0.0.1:" + socket.getLocalPort() + "/axis/services/";
    new AdminClient().process(new String[] {"-l" + url + "AdminService", arguments[0]});
    System.out.println("listening " + url);
  }
}
