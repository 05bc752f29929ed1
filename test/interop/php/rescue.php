<?php
// PHP's SoapClient and the Rescue API, from nothing but the WSDL. Prints a line for each kind: `ok <kind>`, or
// `failed <kind>: <why>`.
//
// php rescue.php <URL of API.asmx> <1.1|1.2>

require __DIR__ . '/show.php';

[, $url, $version] = $argv;
$options = [
    'soap_version' => $version === '1.1' ? SOAP_1_1 : SOAP_1_2,
    'cache_wsdl' => WSDL_CACHE_NONE,
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
];

$rescue = new SoapClient("$url?WSDL", $options);

show('not signed in', function () use ($rescue) {
    $response = $rescue->generateEmailText(['iPINCode' => 123456]);
    same(['generateEmailTextResult' => 'generateEmailText_NotLoggedIn'], (array) $response);
});
show('sign-in and session', function () use ($rescue) {
    $wrong = $rescue->login(['sEmail' => 'tech@example.com', 'sPassword' => 'wrong']);
    same('login_Invalid', $wrong->loginResult);
    $right = $rescue->login(['sEmail' => 'tech@example.com', 'sPassword' => 'secret']);
    same('login_OK', $right->loginResult);
});
$pin = 0;
show('out parameters', function () use ($rescue, &$pin) {
    $response = $rescue->requestPINCode(['sCField0' => 'ACME', 'bNoTechConsole' => true, 'sAuthCode' => '']);
    same('requestPINCode_OK', $response->requestPINCodeResult);
    $pin = $response->iPINCode;
    same(true, is_int($pin) && $pin > 0);
});
show('email', function () use ($rescue, &$pin) {
    $email = $rescue->generateEmailText(['iPINCode' => $pin, 'sAuthCode' => '']);
    same('generateEmailText_OK', $email->generateEmailTextResult);
    same(true, str_ends_with($email->sLink, "?i=2&Code=$pin"));
    same(true, str_contains($email->sText, $email->sLink));
    same(true, $email->sSubject !== '' && $email->sSignature !== '');
});
show('auth code', function () use ($url, $options, $rescue) {
    $code = $rescue->requestAuthCode(['sEmail' => 'tech@example.com', 'sPassword' => 'secret'])->sAuthCode;
    $account = (new SoapClient("$url?WSDL", $options))->getAccount(['sAuthCode' => $code]);
    same(['getAccount_OK', 'tech@example.com'], [$account->getAccountResult, $account->sEmail]);
});
show('arrays', function () use ($rescue) {
    $nodes = $rescue->getHierarchy()->aHierarchy->HIERARCHY;
    same(true, count($nodes) > 3);
    same(true, in_array('tech@example.com', array_column($nodes, 'sEmail')));
});
show('objects', function () use ($rescue) {
    $user = $rescue->getUser_v3(['iNodeID' => 0, 'sUserEmail' => 'tech@example.com'])->oUser;
    same(['tech@example.com', true], [$user->sEmail, $user->bAccountHolder]);
});
show('characters', function () use ($rescue) {
    $description = "Müller & <Söhne> 漢字 😀 \"'";
    $user = $rescue->getUser_v3(['iNodeID' => 0, 'sUserEmail' => 'tech@example.com'])->oUser;
    $change = ['iNodeID' => $user->iNodeID, 'sName' => $user->sName, 'sEmail' => $user->sEmail];
    $change += ['eStatus' => 'Enabled', 'sDescription' => $description, 'eAddOns' => 'False'];
    same('setUser_OK', $rescue->setUser($change)->setUserResult);
    same($description, $rescue->getUser_v3(['iNodeID' => $user->iNodeID])->oUser->sDescription);
});
show('dates', function () use ($rescue) {
    $dates = ['dBeginDate' => '2026-11-01T00:00:00Z', 'dEndDate' => '2026-11-30T23:59:59.9999999+01:00'];
    same('setReportDate_OK', $rescue->setReportDate_v2($dates)->setReportDate_v2Result);
    same('11/01/2026', $rescue->getReportDate()->sBeginDate);
});
show('fault', function () use ($rescue, $version) {
    try {
        $letters = new SoapVar('<ns1:iPINCode>twelve</ns1:iPINCode>', XSD_ANYXML);
        $rescue->generateEmailText(['iPINCode' => $letters]);
    } catch (SoapFault $fault) {
        same($version === '1.1' ? 'soap:Client' : 'soap:Sender', $fault->faultcode);
        same(true, str_contains($fault->faultstring, 'unable to read request'));
        return;
    }
    throw new Exception('no fault');
});
