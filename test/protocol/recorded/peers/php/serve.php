<?php
// PHP's SoapServer on the contracts beside this folder: /shop11, /shop12 (encoded) and /texts (documents).
// Run by `php -S 127.0.0.1:0 serve.php`.

class Shop
{
    public function items()
    {
        $last = ['name' => 'Last <&>', 'price' => '2.50'];
        $item = (object) ['name' => 'First', 'price' => null, 'next' => (object) $last];
        return [$item, $item];
    }

    public function numbers()
    {
        return [1, -2, 3];
    }

    public function grid()
    {
        return [[1, 2, 3], [4, 5, 6]];
    }

    public function several()
    {
        return ['a' => 1, 'b' => 'two'];
    }

    public function order()
    {
        throw new SoapFault('Server', 'Sold <out>', 'urn:actor', ['item' => 'Umbrella', 'days' => 3], 'OutOfStock');
    }
}

class Texts
{
    public function __construct(private SoapServer $server) {}

    private $session;

    public function session($session)
    {
        $this->session = $session;
    }

    public function getText($request)
    {
        switch ($request->kind) {
            case 'header':
                $session = ['user' => $this->session->user, 'count' => $this->session->count + 1];
                $this->server->addSoapHeader(new SoapHeader('urn:texts', 'session', (object) $session));
                return ['text' => 'with a header'];
            case 'markup':
                $xml = '<text xmlns="urn:texts"><![CDATA[<one> & ]]>&amp;<!-- no --> two<?app go?>&#33;</text>';
                return new SoapVar("<t:getTextResponse xmlns:t=\"urn:texts\">\n  $xml\n\t</t:getTextResponse>", XSD_ANYXML);
            case 'long':
                throw new SoapFault('Client', 'Too long', null, 140, 'TooLong');
            default:
                return ['text' => "árvíz \u{1F600} \r\n<&>", 'note' => ''];
        }
    }

    public function tell($request)
    {
    }
}

$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$options = ['cache_wsdl' => WSDL_CACHE_NONE];
if ($path === '/shop11' || $path === '/shop12') {
    $server = new SoapServer(__DIR__ . '/../shop.wsdl', $options + [
        'soap_version' => $path === '/shop12' ? SOAP_1_2 : SOAP_1_1,
        'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
    ]);
    $server->setObject(new Shop());
} else {
    $server = new SoapServer(__DIR__ . '/../texts.wsdl', $options);
    $server->setObject(new Texts($server));
}
$server->handle();
