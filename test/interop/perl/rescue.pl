# SOAP::Lite and the Rescue API: without the WSDL, by names and SOAPAction, which is how it is used with ASP.NET.
#
# perl rescue.pl <URL of API.asmx> <1.1|1.2>
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use HTTP::Cookies;
use SOAP::Lite;

my ($url, $version) = @ARGV;
SOAP::Lite->soapversion($version);
my $namespace = 'https://secure.logmeinrescue.com/API/API.asmx';

sub show {
    my ($kind, $cell) = @_;
    if (eval { $cell->(); 1 }) { print "ok $kind\n" }
    else { print "failed $kind: ", $@ =~ tr/\n/ /r, "\n" }
}

sub same {
    my ($expected, $actual) = @_;
    die(($actual // 'nothing') . " instead of $expected\n") unless defined $actual && $expected eq $actual;
}

sub client {
    my $soap = SOAP::Lite->proxy($url, cookie_jar => HTTP::Cookies->new);
    $soap->default_ns($namespace);
    $soap->on_action(sub { "\"$namespace/$_[1]\"" });
    $soap->autotype(0);
    return $soap;
}

# Calls an operation; returns the response.
sub call {
    my ($soap, $operation, @parameters) = @_;
    my @data;
    while (my ($name, $value) = splice @parameters, 0, 2) {
        push @data, SOAP::Data->name($name)->value($value)->type('string');
    }
    return $soap->call($operation, @data);
}

# The text of an element of the response.
sub text {
    my ($response, $name) = @_;
    return $response->valueof("//$name");
}

my $rescue = client();
my $pin;

show('not signed in', sub {
    same('generateEmailText_NotLoggedIn', text(call($rescue, 'generateEmailText', iPINCode => 123456), 'generateEmailTextResult'));
});
show('sign-in and session', sub {
    same('login_Invalid', text(call($rescue, 'login', sEmail => 'tech@example.com', sPassword => 'wrong'), 'loginResult'));
    same('login_OK', text(call($rescue, 'login', sEmail => 'tech@example.com', sPassword => 'secret'), 'loginResult'));
});
show('out parameters', sub {
    my $response = call($rescue, 'requestPINCode', sCField0 => 'ACME', bNoTechConsole => 'true');
    same('requestPINCode_OK', text($response, 'requestPINCodeResult'));
    $pin = text($response, 'iPINCode');
    same(1, $pin =~ /^\d+$/);
});
show('email', sub {
    my $email = call($rescue, 'generateEmailText', iPINCode => $pin);
    same('generateEmailText_OK', text($email, 'generateEmailTextResult'));
    same(1, text($email, 'sLink') =~ /\?i=2&Code=$pin$/);
    same(1, index(text($email, 'sText'), text($email, 'sLink')) > 0);
});
show('auth code', sub {
    my $code = text(call($rescue, 'requestAuthCode', sEmail => 'tech@example.com', sPassword => 'secret'), 'sAuthCode');
    my $account = call(client(), 'getAccount', sAuthCode => $code);
    same('getAccount_OK', text($account, 'getAccountResult'));
    same('tech@example.com', text($account, 'sEmail'));
});
show('arrays', sub {
    my @nodes = call($rescue, 'getHierarchy')->valueof('//aHierarchy/HIERARCHY');
    same(1, @nodes > 3);
    same(1, scalar grep { ($_->{sEmail} // '') eq 'tech@example.com' } @nodes);
});
my $user;
show('objects', sub {
    $user = text(call($rescue, 'getUser_v3', iNodeID => 0, sUserEmail => 'tech@example.com'), 'oUser');
    same('tech@example.com', $user->{sEmail});
    same('true', $user->{bAccountHolder});
});
show('characters', sub {
    my $description = "Müller & <Söhne> 漢字 😀 \"'";
    my $set = call($rescue, 'setUser', iNodeID => $user->{iNodeID}, sName => $user->{sName}, sEmail => $user->{sEmail},
        eStatus => 'Enabled', sDescription => $description, eAddOns => 'False');
    same('setUser_OK', text($set, 'setUserResult'));
    my $changed = text(call($rescue, 'getUser_v3', iNodeID => $user->{iNodeID}), 'oUser');
    same($description, $changed->{sDescription});
});
show('dates', sub {
    my $set = call($rescue, 'setReportDate_v2', dBeginDate => '2026-11-01T00:00:00Z', dEndDate => '2026-11-30T00:00:00Z');
    same('setReportDate_OK', text($set, 'setReportDate_v2Result'));
    same('11/01/2026', text(call($rescue, 'getReportDate'), 'sBeginDate'));
});
show('fault', sub {
    my $response = call($rescue, 'generateEmailText', iPINCode => 'twelve');
    same(1, $response->fault ? 1 : 0);
    same($version eq '1.1' ? 'soap:Client' : 'soap:Sender', $response->faultcode // text($response, 'Code/Value'));
    same(1, ($response->faultstring // text($response, 'Reason/Text')) =~ /unable to read request/);
});
