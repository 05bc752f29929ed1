# SOAP::Lite's server on rpc/encoded messages.
use strict;
use warnings;
use SOAP::Transport::HTTP;

package Shop;

sub numbers { SOAP::Data->name('numbers')->value([1, -2, 3]) }

sub items {
    my %last = (name => SOAP::Data->type(string => 'Last <&>'), price => SOAP::Data->type(decimal => '2.50'));
    my $first = {name => SOAP::Data->type(string => 'First'), price => undef, next => \%last};
    SOAP::Data->name('items')->value([$first, $first]);
}

sub several { (SOAP::Data->name('a')->value(1), SOAP::Data->name('b')->type(string => "\x{e1}rv\x{ed}z")) }

sub order {
    die SOAP::Fault->faultcode('Server.Sold')->faultstring('Sold <out>')->faultactor('urn:actor')
        ->faultdetail(SOAP::Data->name('OutOfStock' => {item => 'Umbrella', days => 3})->attr({xmlns => 'urn:shop'}));
}

package main;

my $server = SOAP::Transport::HTTP::Daemon->new(LocalAddr => '127.0.0.1', LocalPort => 0);
$server->dispatch_with({'urn:shop' => 'Shop'});
$| = 1;
print 'listening ', $server->url, "\n";
$server->handle;
