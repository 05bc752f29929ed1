#!/usr/bin/env bash
# curl and the Rescue API: messages written by hand as the service's help pages show them, and its forms. Prints a line for
# each kind: `ok <kind>`, or `failed <kind>: <why>`.
#
# rescue.sh <URL of API.asmx> <1.1|1.2|GET|POST>
set -uo pipefail

url=$1
protocol=$2
namespace=https://secure.logmeinrescue.com/API/API.asmx
cookies=$(mktemp)
trap 'rm -f "$cookies"' EXIT

action=()
if [ "$protocol" = 1.1 ]; then
  envelope=http://schemas.xmlsoap.org/soap/envelope/
  type="text/xml; charset=utf-8"
else
  envelope=http://www.w3.org/2003/05/soap-envelope
  type="application/soap+xml; charset=utf-8"
fi

# soap <operation> <parameters as XML>: calls it in the session
soap() {
  [ "$protocol" = 1.1 ] && action=(-H "SOAPAction: \"$namespace/$1\"")
  curl -s -b "$cookies" -c "$cookies" -H "Content-Type: $type" "${action[@]}" --data-binary @- "$url" <<XML
<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:soap="$envelope">
  <soap:Body>
    <$1 xmlns="$namespace">$2</$1>
  </soap:Body>
</soap:Envelope>
XML
}

# form <operation> <name=value>...: the HTTP GET and POST bindings
form() {
  local operation=$1 data=()
  shift
  for pair in "$@"; do data+=(--data-urlencode "$pair"); done
  [ "$protocol" = GET ] && data+=(--get)
  [ $# -gt 0 ] || data+=(--data "")
  curl -s -b "$cookies" -c "$cookies" "${data[@]}" "$url/$operation"
}

# show <kind> <pattern> <response>
show() {
  if [[ $3 =~ $2 ]]; then echo "ok $1"; else echo "failed $1: ${3//$'\n'/ }"; fi
}

# text <element> <response>
text() {
  sed -n "s/.*<$1>\(.*\)<\/$1>.*/\1/p" <<<"$2"
}

if [ "$protocol" = GET ] || [ "$protocol" = POST ]; then
  show "not signed in" '>logout_NotLoggedIn</' "$(form logout)"
  wrong=$(form login sEmail=tech@example.com sPassword=wrong)
  right=$(form login sEmail=tech@example.com sPassword=secret)
  show "sign-in and session" 'login_Invalid<.*login_OK<.*logout_OK<' "$wrong$right$(form logout)"
  show fault 'Cannot convert|Missing parameter' "$(form login sEmail=tech@example.com)"
  exit
fi

pin() { soap generateEmailText "<iPINCode>$1</iPINCode>"; }
sign_in() { soap login "<sEmail>tech@example.com</sEmail><sPassword>$1</sPassword>"; }
user() { soap getUser_v3 "<iNodeID>0</iNodeID><sUserEmail>tech@example.com</sUserEmail>"; }

show "not signed in" '>generateEmailText_NotLoggedIn<' "$(pin 123456)"
show "sign-in and session" 'login_Invalid<.*login_OK<' "$(sign_in wrong)$(sign_in secret)"
response=$(soap requestPINCode "<sCField0>ACME</sCField0><bNoTechConsole>true</bNoTechConsole><sAuthCode></sAuthCode>")
code=$(text iPINCode "$response")
show "out parameters" 'requestPINCode_OK</requestPINCodeResult><iPINCode>[0-9]+<' "$response"
show "email" "generateEmailText_OK<.*<sSubject>.*<sLink>[^<]*i=2&amp;Code=$code</sLink><sSignature>" "$(pin "$code")"
secret=$(text sAuthCode "$(soap requestAuthCode "<sEmail>tech@example.com</sEmail><sPassword>secret</sPassword>")")
mv "$cookies" "$cookies.kept"
show "auth code" 'getAccount_OK<.*<sEmail>tech@example.com<' "$(soap getAccount "<sAuthCode>$secret</sAuthCode>")"
mv "$cookies.kept" "$cookies"
show "arrays" '<aHierarchy><HIERARCHY><iNodeID>.*</HIERARCHY><HIERARCHY>.*tech@example.com' "$(soap getHierarchy '')"
show "objects" '<oUser>.*<sEmail>tech@example.com</sEmail>.*<bAccountHolder>true<' "$(user)"
changed=$(soap setUser "<iNodeID>$(text iNodeID "$(user | sed 's/></>\n</g')")</iNodeID><sName>Tess</sName><sEmail>tech@example.com</sEmail><eStatus>Enabled</eStatus><sDescription><![CDATA[Müller & <Söhne>]]> 漢字 &#x1F600;</sDescription><eAddOns>False</eAddOns>")
show "characters" 'setUser_OK<.*>Müller &amp; &lt;Söhne&gt; 漢字 😀<' "$changed$(user)"
dates=$(soap setReportDate_v2 "<dBeginDate>2026-11-01T00:00:00Z</dBeginDate><dEndDate>2026-11-30T23:59:59.9999999+01:00</dEndDate>")
show "dates" 'setReportDate_OK<.*<sBeginDate>11/01/2026<' "$dates$(soap getReportDate '')"
expected='<faultcode>soap:Client</faultcode><faultstring>[^<]*unable to read request'
[ "$protocol" = 1.1 ] || expected='<soap:Value>soap:Sender</soap:Value>.*unable to read request'
show "fault" "$expected" "$(pin twelve)"
