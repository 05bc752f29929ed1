<?php
// PHP's SoapClient: sends requests of every kind to the URL that it is given, without a check of the response.

[, $url] = $argv;
$dir = __DIR__ . '/..';
$options = ['location' => $url, 'cache_wsdl' => WSDL_CACHE_NONE, 'features' => SOAP_SINGLE_ELEMENT_ARRAYS];

function send(callable $call): void
{
    try {
        $call();
    } catch (SoapFault $fault) {
        // Nobody reads the requests here.
    }
}

$header = new SoapHeader('urn:texts', 'session', ['user' => 'ann', 'count' => 1], true);
$texts = new SoapClient("$dir/texts.wsdl", $options);
$texts->__setSoapHeaders($header);
send(fn () => $texts->getText(['kind' => "a < b & é \u{1F600}"]));

$last = (object) ['name' => 'Last <&>', 'price' => '2.50'];
$item = (object) ['name' => 'First', 'price' => null, 'next' => $last];
foreach ([SOAP_1_1 => 'ShopSoap', SOAP_1_2 => 'ShopSoap12'] as $version => $port) {
    $shop = new SoapClient("$dir/shop.wsdl", $options + ['soap_version' => $version]);
    send(fn () => $shop->send([$item, $item], [[1, 2, 3], [4, 5, 6]]));
}
