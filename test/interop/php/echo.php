<?php
// An echo of everything, made by PHP's SoapServer from the contracts of ../contracts: the path says which,
// /Echo, /RpcEncoded or /RpcLiteral. Run by `php -S 127.0.0.1:0 echo.php`.

function divide(int $dividend, int $divisor): array
{
    return ['DivideResult' => intdiv($dividend, $divisor), 'remainder' => $dividend % $divisor];
}

/** Each type that xsi:type can name is a class. */
#[AllowDynamicProperties] class Circle {}
#[AllowDynamicProperties] class Square {}
#[AllowDynamicProperties] class ColouredSquare {}
#[AllowDynamicProperties] class Animal {}
#[AllowDynamicProperties] class Dog {}
const CLASSES = ['Circle', 'Square', 'ColouredSquare', 'Animal', 'Dog'];

/** document/literal: each method receives one object and returns one. */
class EchoService
{
    private $ticket = null;

    public function __construct(private SoapServer $server)
    {
    }

    /** Every Echo… returns its only member. */
    public function __call($operation, $arguments)
    {
        $request = $arguments[0] ?? new stdClass();
        $members = get_object_vars($request);
        return $members === [] ? new stdClass() : ["{$operation}Result" => reset($members)];
    }

    /** Values of PHP have no xsi:type. */
    public function EchoObject($request)
    {
        return ['EchoObjectResult' => new SoapVar($request->thing, XSD_INT, 'int', XSD_NAMESPACE)];
    }

    public function EchoBare($tree)
    {
        return $tree;
    }

    public function Divide($request)
    {
        return divide($request->dividend, $request->divisor);
    }

    public function Swap($request)
    {
        return ['left' => $request->right, 'right' => $request->left];
    }

    public function Nothing()
    {
        return new stdClass();
    }

    public function Count()
    {
        session_start();
        $_SESSION['count'] = ($_SESSION['count'] ?? 0) + 1;
        return ['CountResult' => $_SESSION['count']];
    }

    /** The header's method: PHP calls it first. */
    public function Ticket($ticket)
    {
        $this->ticket = $ticket;
    }

    public function ReadTicket()
    {
        if ($this->ticket === null) return ['ReadTicketResult' => 'no ticket'];
        $this->ticket->count++;
        $this->server->addSoapHeader(new SoapHeader('http://example.org/echo', 'Ticket', $this->ticket));
        return ['ReadTicketResult' => $this->ticket->user];
    }

    public function Crash()
    {
        throw new SoapFault('Server', 'It broke: <&>.');
    }

    public function Refuse($request)
    {
        $reason = htmlspecialchars($request->reason, ENT_XML1);
        $refusal = "<refusal xmlns=\"http://example.org/echo\" code=\"17\">$reason</refusal>";
        $detail = new SoapVar([new SoapVar($refusal, XSD_ANYXML)], SOAP_ENC_OBJECT);
        throw new SoapFault('Client', $request->reason, 'http://example.org/actor', $detail);
    }

    public function Notify($request)
    {
        file_put_contents(self::notice(), $request->text);
    }

    public function LastNotice()
    {
        return ['LastNoticeResult' => @file_get_contents(self::notice()) ?: ''];
    }

    private static function notice(): string
    {
        return getenv('SCRATCH') . '/notice';
    }
}

/** rpc: a method receives the parameters and returns the result, or an array of the out parameters. */
class RpcService
{
    public function __call($operation, $arguments)
    {
        return $arguments[0] ?? null;
    }

    public function Nothing()
    {
    }

    public function Divide($dividend, $divisor)
    {
        return divide($dividend, $divisor);
    }

    public function Friends()
    {
        $ann = ['name' => 'Ann', 'age' => 40, 'shoe' => null];
        $ann = (object) $ann;
        return [$ann, (object) ['name' => 'Bob', 'age' => 41, 'shoe' => null, 'friend' => $ann], $ann];
    }
}

$contract = basename(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
session_save_path(getenv('SCRATCH'));
$wsdl = __DIR__ . "/../contracts/$contract.wsdl";
$server = new SoapServer($wsdl, [
    'cache_wsdl' => WSDL_CACHE_NONE,
    'classmap' => array_combine(CLASSES, CLASSES),
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
]);
$server->setObject($contract === 'Echo' ? new EchoService($server) : new RpcService());
$server->handle();
