<?php
// PHP's SoapClient and services that echo, from nothing but their WSDLs.
//
// php echo_client.php <URL of Echo> <URL of RpcEncoded> <URL of RpcLiteral> <1.1|1.2>

require __DIR__ . '/show.php';

[, $echoUrl, $encodedUrl, $literalUrl, $version] = $argv;
const NAMESPACE_OF_ECHO = 'http://example.org/echo';

#[AllowDynamicProperties] class Circle {}
#[AllowDynamicProperties] class Square {}
#[AllowDynamicProperties] class ColouredSquare {}
#[AllowDynamicProperties] class Dog {}
const CLASSES = ['Circle', 'Square', 'ColouredSquare', 'Dog'];

function connect(string $url, string $version): SoapClient
{
    return new SoapClient("$url?wsdl", [
        'soap_version' => $version === '1.1' ? SOAP_1_1 : SOAP_1_2,
        'cache_wsdl' => WSDL_CACHE_NONE,
        'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
        'classmap' => array_combine(CLASSES, CLASSES),
    ]);
}

function made(string $class, array $members): object
{
    $object = new $class();
    foreach ($members as $name => $value) $object->$name = $value;
    return $object;
}

function faultOf(callable $call): SoapFault
{
    try {
        $call();
    } catch (SoapFault $fault) {
        return $fault;
    }
    throw new Exception('no fault');
}

$echo = connect($echoUrl, $version);
$encoded = connect($encodedUrl, $version);
$literal = connect($literalUrl, $version);

/** Sends a value and gets it back. */
$echoed = function (string $kind, $value) use ($echo) {
    $response = $echo->{"Echo$kind"}([lcfirst($kind) => $value]);
    alike($value, $response->{"Echo{$kind}Result"});
};

show('wrapped document', fn() => same('a text', $echo->EchoText(['text' => 'a text'])->EchoTextResult));
show('bare document', function () use ($echo) {
    $tree = ['name' => 'root', 'child' => [['name' => 'leaf']]];
    alike($tree, $echo->EchoBare($tree));
});
show('rpc/literal', function () use ($literal) {
    $point = ['x' => -1, 'y' => 2, 'label' => 'a & b'];
    alike($point, $literal->EchoPoint($point));
    alike(['Point' => [$point, $point]], $literal->EchoPoints(['Point' => [$point, $point]]));
    alike(['DivideResult' => 3, 'remainder' => 2], $literal->Divide(17, 5));
    $literal->Nothing();
});
show('rpc/encoded', function () use ($encoded) {
    $friend = ['name' => 'Bob', 'age' => 41, 'shoe' => 43];
    $person = ['name' => 'Ann <&>', 'age' => 40, 'names' => ['A', 'B'], 'friend' => $friend];
    alike($person, $encoded->EchoPerson($person));
    same('a text', $encoded->EchoText('a text'));
    same(1.5e-9, $encoded->EchoDouble(1.5e-9));
    same('so-so', $encoded->EchoMood('so-so'));
    same("\0\1\xfe\xff", $encoded->EchoBytes("\0\1\xfe\xff"));
    $dog = $encoded->EchoAnimal(made('Dog', ['name' => 'Rex', 'barks' => true]));
    same(['Dog', true], [get_class($dog), $dog->barks]);
    alike(['DivideResult' => 3, 'remainder' => 2], $encoded->Divide(17, 5));
    $encoded->Nothing();
});
show('multi-references', function () use ($encoded) {
    same(['Ann', 'Bob', 'Ann'], array_column($encoded->Friends(), 'name'));
    $same = (object) ['name' => 'Same', 'age' => 1, 'shoe' => 2];
    same(['Same', 'Same'], array_column($encoded->EchoPersons([$same, $same]), 'name'));
});
show('SOAP arrays', function () use ($encoded) {
    same([3, -1, 2147483647], $encoded->EchoIntegers([3, -1, 2147483647]));
    same([], $encoded->EchoIntegers([]));
    same([['a', 'b'], ['c']], $encoded->EchoJagged([['a', 'b'], ['c']]));
});
show('out and ref parameters', function () use ($echo) {
    alike(['DivideResult' => -3, 'remainder' => -2], $echo->Divide(['dividend' => -17, 'divisor' => 5]));
    alike(['left' => '', 'right' => 'l'], $echo->Swap(['left' => 'l', 'right' => '']));
});
show('no parameters', fn() => $echo->Nothing());
show('headers', function () use ($echo) {
    same('no ticket', $echo->ReadTicket()->ReadTicketResult);
    $ticket = new SoapHeader(NAMESPACE_OF_ECHO, 'Ticket', ['user' => 'ann', 'count' => 1], true);
    $response = $echo->__soapCall('ReadTicket', [[]], null, $ticket, $headers);
    same(['ann', 2], [$response->ReadTicketResult, (int) $headers['Ticket']->count]);
});
show('fault', function () use ($echo, $version) {
    $fault = faultOf(fn() => $echo->Crash());
    same($version === '1.1' ? 'soap:Server' : 'soap:Receiver', $fault->faultcode);
    same(true, str_contains($fault->faultstring, 'It broke: <&>.'));
});
show('fault with detail', function () use ($echo, $version) {
    $fault = faultOf(fn() => $echo->Refuse(['reason' => 'no <entry>']));
    same($version === '1.1' ? 'soap:Client' : 'soap:Sender', $fault->faultcode);
    same(true, str_contains($fault->faultstring, 'no <entry>'));
    same('no <entry>', $fault->detail->refusal);
});
show('one-way', function () use ($echo) {
    $echo->Notify(['text' => 'told']);
    $echo->Nothing();
});
show('one-way, and done', function () use ($echo) {
    $echo->Notify(['text' => 'heard']);
    for ($tries = 0; $echo->LastNotice()->LastNoticeResult !== 'heard'; $tries++) {
        if ($tries === 50) throw new Exception('not heard');
        usleep(20000);
    }
});
show('session', fn() => same([1, 2], [$echo->Count()->CountResult, $echo->Count()->CountResult]));
show('numbers', fn() => $echoed('Numbers', [
    'signedByte' => -128, 'unsignedByte' => 255, 'int16' => -32768, 'unsigned16' => 65535,
    'int32' => -2147483648, 'unsigned32' => 4294967295, 'int64' => PHP_INT_MIN, 'unsigned64' => 1,
    'exact' => '12.50', 'single' => 0.5, 'twofold' => 1.5e300, 'maybe64' => 64, 'maybeTrue' => false, 'unbounded' => 0,
]));
show('decimals', fn() => $echoed('Decimals', ['decimal' => ['1.10', '0', '-79228162514264337593543950335']]));
show('dates and times', function () use ($echo) {
    $moments = ['instant' => '2026-11-25T12:34:56.1234567Z', 'day' => '2024-02-29', 'hour' => '23:59:59', 'span' => 'P1DT2S'];
    $response = $echo->EchoMoments(['moments' => $moments])->EchoMomentsResult;
    same(strtotime($moments['instant']), strtotime($response->instant));
    same(['2024-02-29', '23:59:59', 'P1DT2S'], [$response->day, substr($response->hour, 0, 8), $response->span]);
});
show('Guid and binary', fn() => $echoed('Binary', [
    'id' => '0f8fad5b-d9cb-469f-a165-70867728950e', 'bytes' => implode(array_map('chr', range(0, 255))), 'hex' => "\xde\xad",
]));
show('arrays', fn() => $echoed('Arrays', [
    'numbers' => ['int' => [1, -2, 3]], 'texts' => ['string' => ['a', null, '', 'd']], 'gaps' => ['int' => [1, null, 3]],
    'pairs' => ['Pair' => [['key' => 'k', 'value' => 1], null]], 'flat' => [['value' => 1], ['key' => 'y', 'value' => 2]],
    'renamed' => ['entry' => ['r']], 'jagged' => ['ArrayOfString' => [['string' => ['a', null]], ['string' => ['b']]]], 'list' => '1 2 3',
]));
show('enums and flags', fn() => $echoed('Enums', [
    'colour' => 'light-blue', 'rights' => 'Read Execute', 'palette' => ['Colour' => ['Red', '1st']], 'shade' => '1st',
]));
show('attributes and text', fn() => $echoed('Price', ['_' => '12.50', 'currency' => "EUR < & \" '", 'net' => true]));
show('derived types', function () use ($echo) {
    $shapes = [made('Circle', ['name' => 'c', 'radius' => 1.5]), made('ColouredSquare', ['side' => 3.0, 'colour' => 'Red'])];
    $response = $echo->EchoShapes(['shapes' => ['Shape' => $shapes]])->EchoShapesResult->Shape;
    same(['Circle', 'ColouredSquare'], array_map('get_class', $response));
    alike($shapes, $response);
});
show('choice', function () use ($echoed) {
    $echoed('Payment', ['card' => ['number' => '4111', 'year' => 2030], 'note' => ['a', '']]);
    $echoed('Payment', ['iban' => 'DE02']);
});
show('any content', function () use ($echo) {
    $inner = '<inner xmlns="urn:other" mark="&lt;">text &amp; <nested xmlns="urn:third"/> more</inner>';
    $response = $echo->EchoOpen(['open' => ['known' => 'yes', 'any' => $inner]])->EchoOpenResult;
    $element = simplexml_load_string($response->any['inner'] ?? $response->any);
    same(['yes', 'inner', '<', 'text &  more'], [$response->known, $element->getName(), (string) $element['mark'], (string) $element]);
});
show('any type', function () use ($echo) {
    $thing = new SoapVar(42, XSD_INT, 'int', XSD_NAMESPACE);
    same(42, $echo->EchoObject(['thing' => $thing])->EchoObjectResult);
});
show('null and empty', function () use ($echo, $echoed) {
    $echoed('Texts', ['first' => '', 'second' => '', 'list' => ['string' => ['', null]], 'pair' => ['key' => '', 'value' => 0], 'letter' => 65]);
    $echoed('Texts', ['second' => null, 'pair' => null, 'letter' => 0x263a]);
    same(false, isset($echo->EchoText()->EchoTextResult));
});
show('characters', function () use ($echo) {
    foreach (["<&>\"' ]]>", 'äöü ß € 漢字 עברית', '😀 𝒳 👩‍👩‍👧'] as $text) {
        same($text, $echo->EchoText(['text' => $text])->EchoTextResult);
    }
});
show('white space', function () use ($echo) {
    foreach (["tab\tline\nend", "  leading and trailing\n"] as $text) {
        same($text, $echo->EchoText(['text' => $text])->EchoTextResult);
    }
});
show('recursive types', function () use ($echoed) {
    $tree = ['name' => 'leaf'];
    for ($depth = 0; $depth < 40; $depth++) $tree = ['name' => "$depth", 'child' => [$tree, ['name' => 'x']]];
    $echoed('Tree', $tree);
});
