// gSOAP's proxy of the WSDL and the Rescue API. Prints a line for each kind: `ok <kind>`, or `failed <kind>: <why>`.
//
// rescue <URL of API.asmx> <1.1|1.2>
#include <functional>
#include <iostream>
#include <stdexcept>
#include <string>
#include "APISoap.nsmap"
#include "soapAPISoapProxy.h"

typedef APISoapProxy Proxy;

static void show(const char *kind, const std::function<void()> &cell)
{
    try {
        cell();
        std::cout << "ok " << kind << std::endl;
    } catch (const std::exception &error) {
        std::cout << "failed " << kind << ": " << error.what() << std::endl;
    }
}

static void check(bool condition, const char *what)
{
    if (!condition) throw std::runtime_error(what);
}

static void called(Proxy &proxy, int error)
{
    if (error == SOAP_OK) return;
    const char *reason = soap_fault_string(proxy.soap);
    throw std::runtime_error(reason ? reason : "no reason");
}

static bool holds(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

int main(int, char **arguments)
{
    Proxy rescue(arguments[1], SOAP_C_UTFSTRING);
    std::string email = "tech@example.com", secret = "secret", wrong = "wrong";
    int pin = 123456;

    show("not signed in", [&] {
        _ns1__generateEmailText request;
        _ns1__generateEmailTextResponse response;
        request.iPINCode = 123456;
        called(rescue, rescue.generateEmailText(&request, response));
        check(response.generateEmailTextResult == ns1__generateEmailTextRet__generateEmailText_USCORENotLoggedIn, "not rejected");
    });
    show("sign-in and session", [&] {
        _ns1__login request;
        _ns1__loginResponse response;
        request.sEmail = &email;
        request.sPassword = &wrong;
        called(rescue, rescue.login(&request, response));
        check(response.loginResult == ns1__loginRet__login_USCOREInvalid, "not rejected");
        request.sPassword = &secret;
        called(rescue, rescue.login(&request, response));
        check(response.loginResult == ns1__loginRet__login_USCOREOK, "not signed in");
    });
    show("out parameters", [&] {
        _ns1__requestPINCode request;
        _ns1__requestPINCodeResponse response;
        std::string field = "ACME";
        request.sCField0 = &field;
        request.bNoTechConsole = true;
        called(rescue, rescue.requestPINCode(&request, response));
        check(response.requestPINCodeResult == ns1__requestPINCodeRet__requestPINCode_USCOREOK, "no PIN");
        pin = response.iPINCode;
        check(pin > 0, "an odd PIN");
    });
    show("email", [&] {
        _ns1__generateEmailText request;
        _ns1__generateEmailTextResponse response;
        request.iPINCode = pin;
        called(rescue, rescue.generateEmailText(&request, response));
        check(response.generateEmailTextResult == ns1__generateEmailTextRet__generateEmailText_USCOREOK, "no email");
        check(holds(*response.sLink, "?i=2&Code=" + std::to_string(pin)), "an odd link");
        check(holds(*response.sText, *response.sLink), "an odd text");
        check(!response.sSubject->empty() && !response.sSignature->empty(), "an empty text");
    });
    show("auth code", [&] {
        _ns1__requestAuthCode request;
        _ns1__requestAuthCodeResponse code;
        request.sEmail = &email;
        request.sPassword = &secret;
        called(rescue, rescue.requestAuthCode(&request, code));
        Proxy other(arguments[1], SOAP_C_UTFSTRING);
        _ns1__getAccount asked;
        _ns1__getAccountResponse account;
        asked.sAuthCode = code.sAuthCode;
        called(other, other.getAccount(&asked, account));
        check(account.getAccountResult == ns1__getAccountRet__getAccount_USCOREOK && *account.sEmail == email, "no account");
    });
    show("arrays", [&] {
        _ns1__getHierarchy request;
        _ns1__getHierarchyResponse response;
        called(rescue, rescue.getHierarchy(&request, response));
        bool found = false;
        for (auto node : response.aHierarchy->HIERARCHY) found = found || (node->sEmail && *node->sEmail == email);
        check(found && response.aHierarchy->HIERARCHY.size() > 3, "no such node");
    });
    _ns1__getUser_USCOREv3 asked;
    _ns1__getUser_USCOREv3Response user;
    show("objects", [&] {
        asked.iNodeID = 0;
        asked.sUserEmail = &email;
        called(rescue, rescue.getUser_USCOREv3(&asked, user));
        check(*user.oUser->sEmail == email && user.oUser->bAccountHolder, "another user");
    });
    show("characters", [&] {
        std::string description = "Müller & <Söhne> 漢字 😀 \"'";
        _ns1__setUser change;
        _ns1__setUserResponse changed;
        change.iNodeID = user.oUser->iNodeID;
        change.sName = user.oUser->sName;
        change.sEmail = user.oUser->sEmail;
        change.eStatus = ns1__ENABLED_USCORESTATUS__Enabled;
        change.eAddOns = ns1__ADDONS__False;
        change.sDescription = &description;
        called(rescue, rescue.setUser(&change, changed));
        check(changed.setUserResult == ns1__setUserRet__setUser_USCOREOK, "not changed");
        called(rescue, rescue.getUser_USCOREv3(&asked, user));
        check(*user.oUser->sDescription == description, user.oUser->sDescription->c_str());
    });
    show("dates", [&] {
        _ns1__setReportDate_USCOREv2 request;
        _ns1__setReportDate_USCOREv2Response response;
        request.dBeginDate = 1793491200;
        request.dEndDate = request.dBeginDate + 29 * 86400;
        called(rescue, rescue.setReportDate_USCOREv2(&request, response));
        _ns1__getReportDate which;
        _ns1__getReportDateResponse dates;
        called(rescue, rescue.getReportDate(&which, dates));
        check(*dates.sBeginDate == "11/01/2026", dates.sBeginDate->c_str());
    });
    show("fault", [&] {
        _ns1__setUser change;
        _ns1__setUserResponse changed;
        change.iNodeID = 1;
        change.eStatus = static_cast<ns1__ENABLED_USCORESTATUS>(99);
        change.eAddOns = ns1__ADDONS__False;
        check(rescue.setUser(&change, changed) != SOAP_OK, "no fault");
        const char *reason = soap_fault_string(rescue.soap);
        check(reason && holds(reason, "unable to read request"), reason ? reason : "no reason");
        const char *code = *soap_faultcode(rescue.soap);
        check(code && holds(code, std::string(arguments[2]) == "1.1" ? "Client" : "Sender"), code ? code : "no code");
    });
    return 0;
}
