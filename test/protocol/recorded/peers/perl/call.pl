# SOAP::Lite's client: sends a request to the URL that it is given, without a check of the response.
use strict;
use warnings;
use SOAP::Lite;

my $soap = SOAP::Lite->proxy($ARGV[0])->ns('urn:shop', 'shop')->on_action(sub { '"urn:shop#send"' })->on_fault(sub { });
my $items = SOAP::Data->name(items => [
    SOAP::Data->name(item => \SOAP::Data->value(
        SOAP::Data->name(name => 'First'), SOAP::Data->name('price')->type('decimal')->value(undef))),
]);
eval { $soap->send($items, SOAP::Data->name(grid => [])) };
