<?php
// PHP's SoapClient signs in, requests a PIN and gets its email, from nothing but the WSDL; the session's cookie is its
// own affair. Prints what it saw as JSON.
//
// php email.php <URL of the WSDL> <SOAP_1_1|SOAP_1_2>

[, $wsdl, $version] = $argv;
$options = ['soap_version' => constant($version), 'cache_wsdl' => WSDL_CACHE_NONE];

$rescue = new SoapClient($wsdl, $options);
$refused = $rescue->generateEmailText(['iPINCode' => 123456]);
$login = $rescue->login(['sEmail' => 'tech@example.com', 'sPassword' => 'secret']);
$pin = $rescue->requestPINCode(['sCField0' => 'Müller & Söhne', 'bNoTechConsole' => true, 'sAuthCode' => '']);
$email = $rescue->generateEmailText(['iPINCode' => $pin->iPINCode, 'sAuthCode' => '']);
$hierarchy = $rescue->getHierarchy();

$code = $rescue->requestAuthCode(['sEmail' => 'tech@example.com', 'sPassword' => 'secret']);
$account = (new SoapClient($wsdl, $options))->getAccount(['sAuthCode' => $code->sAuthCode]);

try {
    $letters = new SoapVar('<ns1:iPINCode>twelve</ns1:iPINCode>', XSD_ANYXML);
    $rescue->generateEmailText(['iPINCode' => $letters]);
    $fault = null;
} catch (SoapFault $thrown) {
    $fault = ['code' => $thrown->faultcode, 'reason' => $thrown->faultstring];
}

unset($code->sAuthCode);
echo json_encode(compact('refused', 'login', 'pin', 'email', 'hierarchy', 'code', 'account', 'fault'));
