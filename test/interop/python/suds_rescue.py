"""suds and the Rescue API, from nothing but the WSDL.

suds_rescue.py <URL of API.asmx> 1.1
"""
import sys
from datetime import datetime, timezone

import suds.client
from show import same, show

url = sys.argv[1]


def client(**options):
    return suds.client.Client(f"{url}?WSDL", cache=None, port="APISoap", **options)


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
    same(True, pin > 0)


@show("email")
def _():
    email = rescue.generateEmailText(pin, "")
    same("generateEmailText_OK", email.generateEmailTextResult)
    same(True, email.sLink.endswith(f"?i=2&Code={pin}") and email.sLink in email.sText)


@show("auth code")
def _():
    code = rescue.requestAuthCode("tech@example.com", "secret").sAuthCode
    account = client().service.getAccount(code)
    same(("getAccount_OK", "tech@example.com"), (account.getAccountResult, account.sEmail))


@show("arrays")
def _():
    nodes = rescue.getHierarchy().aHierarchy.HIERARCHY
    emails = [getattr(node, "sEmail", None) for node in nodes]
    same(True, len(nodes) > 3 and "tech@example.com" in emails)


@show("objects")
def _():
    user = rescue.getUser_v3(0, "tech@example.com").oUser
    same(("tech@example.com", True), (user.sEmail, user.bAccountHolder))


@show("characters")
def _():
    user = rescue.getUser_v3(0, "tech@example.com").oUser
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
    same(description, rescue.getUser_v3(user.iNodeID).oUser.sDescription)


@show("dates")
def _():
    begin = datetime(2026, 11, 1, tzinfo=timezone.utc)
    end = datetime(2026, 11, 30, 23, 59, 59, 999999, tzinfo=timezone.utc)
    same("setReportDate_OK", rescue.setReportDate_v2(begin, end))
    same("11/01/2026", rescue.getReportDate().sBeginDate)


@show("fault")
def _():
    try:
        rescue.generateEmailText("twelve")
    except suds.WebFault as fault:
        same("soap:Client", fault.fault.faultcode)
        same(True, "unable to read request" in fault.fault.faultstring)
        return
    raise AssertionError("no fault")
