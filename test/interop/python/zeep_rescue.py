"""zeep and the Rescue API, from nothing but the WSDL.

zeep_rescue.py <URL of API.asmx> <1.1|1.2>
"""
import sys
from datetime import datetime, timezone

import zeep
from show import same, show

url, version = sys.argv[1:]


def client():
    port = "APISoap" if version == "1.1" else "APISoap12"
    return zeep.Client(f"{url}?WSDL", service_name="API", port_name=port)


connection = client()
rescue = connection.service


@show("not signed in")
def _():
    same("generateEmailText_NotLoggedIn", rescue.generateEmailText(123456).generateEmailTextResult)


@show("sign-in and session")
def _():
    same("login_Invalid", rescue.login("tech@example.com", "wrong"))
    same("login_OK", rescue.login("tech@example.com", "secret"))


@show("out parameters")
def _():
    global pin
    response = rescue.requestPINCode(sCField0="ACME", bNoTechConsole=True)
    same("requestPINCode_OK", response.requestPINCodeResult)
    pin = response.iPINCode
    same(True, isinstance(pin, int) and pin > 0)


@show("email")
def _():
    email = rescue.generateEmailText(iPINCode=pin, sAuthCode="")
    same("generateEmailText_OK", email.generateEmailTextResult)
    same(True, email.sLink.endswith(f"?i=2&Code={pin}") and email.sLink in email.sText)
    same(True, email.sSubject != "" and email.sSignature != "")


@show("auth code")
def _():
    code = rescue.requestAuthCode("tech@example.com", "secret").sAuthCode
    account = client().service.getAccount(code)
    same(("getAccount_OK", "tech@example.com"), (account.getAccountResult, account.sEmail))


@show("arrays")
def _():
    nodes = rescue.getHierarchy().aHierarchy.HIERARCHY
    same(True, len(nodes) > 3 and "tech@example.com" in [node.sEmail for node in nodes])


@show("objects")
def _():
    user = rescue.getUser_v3(iNodeID=0, sUserEmail="tech@example.com").oUser
    same(("tech@example.com", True), (user.sEmail, user.bAccountHolder))


@show("characters")
def _():
    user = rescue.getUser_v3(iNodeID=0, sUserEmail="tech@example.com").oUser
    description = "Müller & <Söhne> 漢字 😀 \"'"
    result = rescue.setUser(
        iNodeID=user.iNodeID,
        sName=user.sName,
        sEmail=user.sEmail,
        eStatus="Enabled",
        sDescription=description,
        eAddOns="False",
    )
    same("setUser_OK", result)
    same(description, rescue.getUser_v3(iNodeID=user.iNodeID).oUser.sDescription)


@show("dates")
def _():
    begin = datetime(2026, 11, 1, tzinfo=timezone.utc)
    end = datetime(2026, 11, 30, 23, 59, 59, 999999, tzinfo=timezone.utc)
    same("setReportDate_OK", rescue.setReportDate_v2(begin, end))
    same("11/01/2026", rescue.getReportDate().sBeginDate)


@show("fault")
def _():
    message = connection.create_message(rescue, "generateEmailText", iPINCode=1)
    for element in message.iter("{*}iPINCode"):
        element.text = "twelve"
    binding = rescue._binding
    operation = binding.get("generateEmailText")
    headers = {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": operation.soapaction}
    if version == "1.2":
        headers = {"Content-Type": f'application/soap+xml; charset=utf-8; action="{operation.soapaction}"'}
    response = connection.transport.post_xml(url, message, headers)
    same(500, response.status_code)
    try:
        binding.process_reply(connection, operation, response)
    except zeep.exceptions.Fault as fault:
        same("soap:Client" if version == "1.1" else "soap:Sender", fault.code)
        same(True, "unable to read request" in fault.message)
        return
    raise AssertionError("no fault")
