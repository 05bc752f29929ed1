<?php
// PHP's SoapClient reads responses that it does not request. Prints the results as JSON.
//
// php read.php <file of the WSDL> <operation>, with a JSON array of envelopes as the input

[, $wsdl, $operation] = $argv;

class Reader extends SoapClient
{
    public string $envelope = '';

    public function __doRequest($request, $location, $action, $version, $oneWay = false): ?string
    {
        return $this->envelope;
    }
}

$reader = new Reader($wsdl, ['cache_wsdl' => WSDL_CACHE_NONE]);
$results = [];
foreach (json_decode(stream_get_contents(STDIN)) as $envelope) {
    $reader->envelope = $envelope;
    $results[] = $reader->__soapCall($operation, [null]);
}
echo json_encode($results);
