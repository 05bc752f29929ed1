<?php
// PHP's SoapClient writes requests that it does not send. Prints the envelopes as JSON.
//
// php write.php <file of the WSDL>, with a JSON array of [operation, arguments] as the input

class Writer extends SoapClient
{
    public string $request = '';

    public function __doRequest($request, $location, $action, $version, $oneWay = false): ?string
    {
        $this->request = $request;
        return '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><response/></e:Body></e:Envelope>';
    }
}

$writer = new Writer($argv[1], ['cache_wsdl' => WSDL_CACHE_NONE]);
$requests = [];
foreach (json_decode(stream_get_contents(STDIN), true) as [$operation, $arguments]) {
    $writer->__soapCall($operation, $arguments);
    $requests[] = $writer->request;
}
echo json_encode($requests);
