<?php
// PHP's SoapClient calls the operations of a served contract. Prints the results as JSON.
//
// php served.php <URL of the WSDL> <SOAP_1_1|SOAP_1_2> <documents|rpc>

[, $wsdl, $version, $contract] = $argv;
$options = ['soap_version' => constant($version), 'cache_wsdl' => WSDL_CACHE_NONE, 'trace' => true];
$client = new SoapClient($wsdl, $options);

if ($contract === 'documents') {
    $namespace = 'urn:example:quotes';
    $session = new SoapHeader($namespace, 'session', ['token' => 'für'], true);
    $quote = $client->__soapCall('getQuote', [['symbol' => 'ACME', 'count' => 2]], [], [$session], $headers);
    $quote->volume = (string) $quote->volume;
    $bond = new SoapVar(['id' => 2, 'name' => 'b', 'rate' => 1.5], SOAP_ENC_OBJECT, 'Bond', $namespace);
    $receipt = $client->placeOrder(['account' => 'a', 'instrument' => [['id' => 1, 'name' => 'n'], $bond], 'market' => true]);
    $tick = $client->tick(['symbol' => 'ACME']);
    $ping = $client->ping([]);
    try {
        $client->getQuote(['symbol' => '']);
    } catch (SoapFault $thrown) {
        $fault = ['code' => $thrown->faultcode, 'reason' => $thrown->faultstring, 'detail' => $thrown->detail ?? null];
    }
    try {
        $client->__soapCall('ping', [[]], [], [new SoapHeader('urn:h', 'h', 'x', true)]);
    } catch (SoapFault $thrown) {
        $rejected = $thrown->faultcode;
    }
    echo json_encode(compact('quote', 'headers', 'receipt', 'tick', 'ping', 'fault', 'rejected'));
} else {
    $numbers = str_contains($client->__getTypes()[0], 'item') ? ['item' => [1, 2, 3]] : [1, 2, 3];
    $sum = $client->sum($numbers, 'l');
    $same = new stdClass();
    $same->name = 'both';
    $same->age = 3;
    // PHP refers to the first of two equal objects, independent of the WSDL.
    $older = $client->older($same, isset($numbers['item']) ? clone $same : $same);
    $sent = $client->__getLastRequest();
    if (!isset($numbers['item'])) {
        $nobody = new stdClass();
        $nobody->name = null;
        $nobody->age = null;
        $nulls = [$client->older($nobody, null), $client->older(null, null), $client->sum(null, null)];
    }
    $client->reset();
    echo json_encode(['sum' => $sum, 'older' => $older, 'sent' => $sent, 'nulls' => $nulls ?? null]);
}
