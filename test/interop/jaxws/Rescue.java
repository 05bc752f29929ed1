// The proxy that wsimport of JAX-WS makes of the WSDL, and the Rescue API. Prints a line for each kind: `ok <kind>`, or
// `failed <kind>: <why>`.
//
// java Rescue <URL of API.asmx> <1.1|1.2>
import java.io.StringReader;
import java.net.URL;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.ws.BindingProvider;
import javax.xml.ws.Dispatch;
import javax.xml.ws.Holder;
import javax.xml.ws.Service;
import javax.xml.ws.soap.SOAPFaultException;
import rescue.*;

public class Rescue {
    interface Cell {
        void run() throws Exception;
    }

    static void show(String kind, Cell cell) {
        try {
            cell.run();
            System.out.println("ok " + kind);
        } catch (Throwable error) {
            System.out.println("failed " + kind + ": " + error.toString().replace('\n', ' '));
        }
    }

    static void same(Object expected, Object actual) {
        if (!expected.equals(actual)) throw new AssertionError(actual + " instead of " + expected);
    }

    static final String NAMESPACE = "https://secure.logmeinrescue.com/API/API.asmx";

    static Service service(String url) throws Exception {
        return Service.create(new URL(url + "?WSDL"), new QName(NAMESPACE, "API"));
    }

    static QName port(String version) {
        return new QName(NAMESPACE, version.equals("1.1") ? "APISoap" : "APISoap12");
    }

    static APISoap client(String url, String version) throws Exception {
        APISoap port = service(url).getPort(port(version), APISoap.class);
        ((BindingProvider) port).getRequestContext().put(BindingProvider.SESSION_MAINTAIN_PROPERTY, true);
        return port;
    }

    static USERV3 user(APISoap rescue, int node, String email) {
        Holder<USERV3> user = new Holder<>();
        rescue.getUserV3(node, email, "", new Holder<>(), user);
        return user.value;
    }

    public static void main(String[] arguments) throws Exception {
        String url = arguments[0], version = arguments[1], email = "tech@example.com";
        APISoap rescue = client(url, version);
        Holder<GenerateEmailTextRet> ret = new Holder<>();
        Holder<String> subject = new Holder<>(), text = new Holder<>(), link = new Holder<>(), signature = new Holder<>();
        Holder<Integer> pin = new Holder<>(0);

        show("not signed in", () -> {
            rescue.generateEmailText(123456, "", ret, subject, text, link, signature);
            same("generateEmailText_NotLoggedIn", ret.value.value());
        });
        show("sign-in and session", () -> {
            same("login_Invalid", rescue.login(email, "wrong").value());
            same("login_OK", rescue.login(email, "secret").value());
        });
        show("out parameters", () -> {
            Holder<RequestPINCodeRet> result = new Holder<>();
            rescue.requestPINCode("ACME", "", "", "", "", "", "", true, "", result, pin);
            same("requestPINCode_OK", result.value.value());
            same(true, pin.value > 0);
        });
        show("email", () -> {
            rescue.generateEmailText(pin.value, "", ret, subject, text, link, signature);
            same("generateEmailText_OK", ret.value.value());
            same(true, link.value.endsWith("?i=2&Code=" + pin.value) && text.value.contains(link.value));
            same(false, subject.value.isEmpty() || signature.value.isEmpty());
        });
        show("auth code", () -> {
            Holder<String> code = new Holder<>(), address = new Holder<>();
            rescue.requestAuthCode(email, "secret", new Holder<>(), code);
            Holder<GetAccountRet> result = new Holder<>();
            client(url, version).getAccount(code.value, result, new Holder<>(), new Holder<>(), new Holder<>(), new Holder<>(), address);
            same("getAccount_OK tech@example.com", result.value.value() + " " + address.value);
        });
        show("arrays", () -> {
            Holder<ArrayOfHIERARCHY> nodes = new Holder<>();
            rescue.getHierarchy("", new Holder<>(), nodes);
            same(true, nodes.value.getHIERARCHY().stream().anyMatch(node -> email.equals(node.getSEmail())));
            same(true, nodes.value.getHIERARCHY().size() > 3);
        });
        show("objects", () -> {
            USERV3 user = user(rescue, 0, email);
            same(email, user.getSEmail());
            same(true, user.isBAccountHolder());
        });
        show("characters", () -> {
            String description = "Müller & <Söhne> 漢字 😀 \"'";
            USERV3 user = user(rescue, 0, email);
            SetUserRet result = rescue.setUser(user.getINodeID(), user.getSName(), "", email, "", "", "", "",
                ENABLEDSTATUS.ENABLED, description, ADDONS.FALSE, "");
            same("setUser_OK", result.value());
            same(description, user(rescue, user.getINodeID(), "").getSDescription());
        });
        show("dates", () -> {
            DatatypeFactory dates = DatatypeFactory.newInstance();
            XMLGregorianCalendar begin = dates.newXMLGregorianCalendar("2026-11-01T00:00:00Z");
            XMLGregorianCalendar end = dates.newXMLGregorianCalendar("2026-11-30T23:59:59.9999999+01:00");
            same("setReportDate_OK", rescue.setReportDateV2(begin, end, "").value());
            Holder<String> first = new Holder<>();
            rescue.getReportDate("", new Holder<>(), first, new Holder<>());
            same("11/01/2026", first.value);
        });
        show("fault", () -> {
            Dispatch<Source> dispatch = service(url).createDispatch(port(version), Source.class, Service.Mode.PAYLOAD);
            dispatch.getRequestContext().put(BindingProvider.SOAPACTION_USE_PROPERTY, true);
            dispatch.getRequestContext().put(BindingProvider.SOAPACTION_URI_PROPERTY, NAMESPACE + "/generateEmailText");
            String payload = "<generateEmailText xmlns='" + NAMESPACE + "'><iPINCode>twelve</iPINCode></generateEmailText>";
            try {
                dispatch.invoke(new StreamSource(new StringReader(payload)));
            } catch (SOAPFaultException fault) {
                same(version.equals("1.1") ? "Client" : "Sender", fault.getFault().getFaultCodeAsQName().getLocalPart());
                same(true, fault.getFault().getFaultString().contains("unable to read request"));
                return;
            }
            throw new AssertionError("no fault");
        });
    }
}
