"""zeep and services that echo, from nothing but their WSDLs.

zeep_echo.py <URL of Echo> <URL of RpcEncoded> <URL of RpcLiteral> <1.1|1.2>
"""
import sys
import time
from datetime import date, datetime, timezone
from decimal import Decimal

import zeep
from lxml import etree
from show import same, show
from zeep.helpers import serialize_object

echo_url, encoded_url, literal_url, version = sys.argv[1:]
NAMESPACE = "{http://example.org/echo}"


# The part of the schema of the SOAP encoding that the contracts use; zeep would fetch it from the network.
ENCODING = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="http://schemas.xmlsoap.org/soap/encoding/"
  targetNamespace="http://schemas.xmlsoap.org/soap/encoding/">
  <xs:attribute name="arrayType" type="xs:string"/>
  <xs:complexType name="Array">
    <xs:sequence><xs:any minOccurs="0" maxOccurs="unbounded" namespace="##any" processContents="lax"/></xs:sequence>
    <xs:attribute ref="t:arrayType"/>
  </xs:complexType>
</xs:schema>"""


class Loopback(zeep.Transport):
    def load(self, url):
        return super().load(url) if url.startswith("http://127.0.0.1") else ENCODING


def connect(url, contract):
    port = contract + ("Soap" if version == "1.1" else "Soap12")
    return zeep.Client(f"{url}?wsdl", service_name=contract, port_name=port, transport=Loopback())


client = connect(echo_url, "Echo")
echo = client.service
encoded_client = connect(encoded_url, "RpcEncoded")
encoded = encoded_client.service
literal = connect(literal_url, "RpcLiteral").service


def plain(value):
    return serialize_object(value, dict)


def given(value):
    """The members that a response has, deep."""
    if isinstance(value, dict):
        return {name: given(member) for name, member in value.items() if member is not None}
    return [given(item) for item in value] if isinstance(value, list) else value


def echoed(operation, value):
    same(given(value), given(plain(operation(value))))


@show("wrapped document")
def _():
    same("a text", echo.EchoText("a text"))


@show("bare document")
def _():
    response = plain(echo.EchoBare(name="root", child=[{"name": "leaf"}]))
    same({"name": "root", "child": [{"name": "leaf", "child": []}]}, given(response))


@show("rpc/literal")
def _():
    point = {"x": -1, "y": 2, "label": "a & b"}
    same(point, plain(literal.EchoPoint(point)))
    same([point, {"x": 0, "y": 1}], given(plain(literal.EchoPoints({"Point": [point, {"x": 0, "y": 1}]}))))
    same((3, 2), tuple(plain(literal.Divide(17, 5)).values()))
    literal.Nothing()


@show("rpc/encoded")
def _():
    person = {"name": "Ann <&>", "age": 40, "shoe": 39, "friend": {"name": "Bob", "age": 41, "shoe": 43}}
    same(person, given(plain(encoded.EchoPerson(person))))
    same("a text", encoded.EchoText("a text"))
    same(1.5e-9, encoded.EchoDouble(1.5e-9))
    same("so-so", encoded.EchoMood("so-so"))
    same(b"\0\1\xfe\xff", encoded.EchoBytes(b"\0\1\xfe\xff"))
    same((3, 2), tuple(plain(encoded.Divide(17, 5)).values()))
    encoded.Nothing()


@show("out and ref parameters")
def _():
    same({"DivideResult": -3, "remainder": -2}, plain(echo.Divide(-17, 5)))
    response = plain(echo.Swap("l", "r"))
    same({"left": "r", "right": "l"}, response)


@show("no parameters")
def _():
    same(None, echo.Nothing())


@show("headers")
def _():
    same("no ticket", plain(echo.ReadTicket())["body"]["ReadTicketResult"])
    ticket = client.get_element(f"{NAMESPACE}Ticket")(user="ann", count=1)
    response = plain(echo.ReadTicket(_soapheaders=[ticket]))
    same("ann", response["body"]["ReadTicketResult"])
    same(2, response["header"]["Ticket"]["count"])


def fault_of(call):
    try:
        call()
    except zeep.exceptions.Fault as fault:
        return fault
    raise AssertionError("no fault")


@show("fault")
def _():
    fault = fault_of(echo.Crash)
    same("soap:Server" if version == "1.1" else "soap:Receiver", fault.code)
    same(True, "It broke: <&>." in fault.message)


@show("fault with detail")
def _():
    fault = fault_of(lambda: echo.Refuse("no <entry>"))
    same("soap:Client" if version == "1.1" else "soap:Sender", fault.code)
    same(True, "no <entry>" in fault.message)
    (refusal,) = fault.detail
    same((f"{NAMESPACE}refusal", "17", "no <entry>"), (refusal.tag, refusal.get("code"), refusal.text))


@show("one-way")
def _():
    echo.Notify("told")
    echo.Nothing()


@show("one-way, and done")
def _():
    echo.Notify("heard")
    for _ in range(50):
        if echo.LastNotice() == "heard":
            return
        time.sleep(0.02)
    raise AssertionError("not heard")


@show("session")
def _():
    same((1, 2), (echo.Count(), echo.Count()))


NUMBERS = {
    "signedByte": -128, "unsignedByte": 255, "int16": -32768, "unsigned16": 65535,
    "int32": -(2**31), "unsigned32": 2**32 - 1, "int64": -1, "unsigned64": 1,
    "exact": Decimal("12.50"), "single": 0.5, "twofold": 1.7976931348623157e308,
    "maybe64": 64, "maybeTrue": False, "unbounded": 0,
}


@show("numbers")
def _():
    echoed(echo.EchoNumbers, NUMBERS)


@show("64-bit and unbounded numbers")
def _():
    limits = {"int64": -(2**63), "unsigned64": 2**64 - 1, "unbounded": 123456789012345678901234567890}
    echoed(echo.EchoNumbers, {**NUMBERS, **limits})


@show("NaN and INF")
def _():
    numbers = [float("nan"), float("inf"), float("-inf"), 5e-324, 0.1 + 0.2]
    same(str(numbers), str(plain(echo.EchoDoubles({"double": numbers}))))


@show("decimals")
def _():
    numbers = [Decimal("1.10"), Decimal("0"), Decimal("-79228162514264337593543950335")]
    same(str(numbers), str(plain(echo.EchoDecimals({"decimal": numbers}))))


@show("dates and times")
def _():
    moments = {"instant": datetime(2026, 11, 25, 12, 34, 56, 123456, timezone.utc), "day": date(2024, 2, 29), "hour": "23:59:59"}
    response = plain(echo.EchoMoments(moments))
    same((moments["instant"], moments["day"]), (response["instant"], response["day"]))
    same("23:59:59", str(response["hour"])[:8])


@show("Guid and binary")
def _():
    value = {"id": "0f8fad5b-d9cb-469f-a165-70867728950e", "bytes": bytes(range(256))}
    echoed(echo.EchoBinary, value)


@show("arrays")
def _():
    # zeep writes no null among items.
    arrays = {
        "numbers": {"int": [1, -2, 3]},
        "texts": {"string": ["a", "d"]},
        "gaps": {"int": [1, 3]},
        "pairs": {"Pair": [{"key": "k", "value": 1}]},
        "flat": [{"value": 1}, {"key": "y", "value": 2}],
        "renamed": {"entry": ["r"]},
        "jagged": {"ArrayOfString": [{"string": ["a", "c"]}, {"string": ["b"]}]},
        "list": [1, 2, 3],
    }
    echoed(echo.EchoArrays, arrays)


@show("enums and flags")
def _():
    enums = {"colour": "light-blue", "rights": ["Read", "Execute"], "palette": {"Colour": ["Red", "1st"]}, "shade": "1st"}
    echoed(echo.EchoEnums, enums)


@show("attributes and text")
def _():
    echoed(echo.EchoPrice, {"_value_1": Decimal("12.50"), "currency": "EUR < & \" '", "net": True})


@show("qualified attributes")
def _():
    echoed(echo.EchoPrice, {"_value_1": Decimal("1"), "code": "tax & more"})


def of_type(name, /, **members):
    return client.get_type(NAMESPACE + name)(**members)


@show("derived types")
def _():
    shapes = [of_type("Circle", name="c", radius=1.5), of_type("ColouredSquare", side=3, colour="Red")]
    response = echo.EchoShapes({"Shape": shapes})
    same(["Circle", "ColouredSquare"], [type(shape).__name__ for shape in response])
    same([given(plain(shape)) for shape in shapes], [given(plain(shape)) for shape in response])


@show("choice")
def _():
    for means in ({"card": {"number": "4111", "year": 2030}}, {"iban": "DE02"}, {"cash": Decimal("0.05")}):
        response = given(plain(echo.EchoPayment({**means, "_value_1": []})))
        response.pop("_value_1", None)
        same(means, response)


@show("choices in order")
def _():
    remarks = [{"note": "a"}, {"mark": 1}, {"note": "b"}, {"mark": 2}]
    response = plain(echo.EchoPayment({"iban": "x", "_value_1": remarks}))
    same(remarks, given(response["_value_1"]))


@show("any content")
def _():
    inner = etree.fromstring('<inner xmlns="urn:other" xmlns:m="urn:marks" m:mark="&lt;">text &amp; <nested xmlns="urn:third"/> more</inner>')
    response = echo.EchoOpen({"known": "yes", "_value_1": [inner]})
    same("yes", response.known)
    (element,) = response._value_1
    same(("{urn:other}inner", "<", "text & "), (element.tag, element.get("{urn:marks}mark"), element.text))
    same("{urn:third}nested", element[0].tag)


@show("any type")
def _():
    integer = client.get_type("{http://www.w3.org/2001/XMLSchema}int")
    same(42, echo.EchoObject(zeep.xsd.AnyObject(integer, 42)))


@show("null and empty")
def _():
    response = plain(echo.EchoTexts({"second": zeep.xsd.Nil, "pair": {"value": 7}, "letter": 65}))
    same((None, None, 7), (response["first"], response["second"], response["pair"]["value"]))
    same(None, echo.EchoText())


@show("characters")
def _():
    for text in ("<&>\"' ]]>", "äöü ß € 漢字 עברית", "😀 𝒳 👩‍👩‍👧"):
        same(text, echo.EchoText(text))


@show("white space")
def _():
    for text in ("tab\tline\nend", "  leading and trailing\n"):
        same(text, echo.EchoText(text))


@show("recursive types")
def _():
    tree = {"name": "leaf", "child": []}
    for depth in range(20):
        tree = {"name": str(depth), "child": [tree, {"name": "x", "child": []}]}
    echoed(echo.EchoTree, tree)
