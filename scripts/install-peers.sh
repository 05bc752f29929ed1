#!/usr/bin/env bash
# Installs the programs of other makers that the tests check against, from Debian's packages: PHP with SOAP, Mono, zeep,
# suds, SOAP::Lite, gSOAP, JAX-WS, curl, libxml2, OpenSSL, Chromium, tinyproxy. Does nothing where they are there.
set -euo pipefail

packages=()
php -r 'exit(extension_loaded("soap") ? 0 : 1);' 2>/dev/null || packages+=(php-cli php-soap php-xml)
command -v mcs >/dev/null && command -v wsdl >/dev/null || packages+=(mono-devel)
/usr/bin/python3 -c "import zeep" 2>/dev/null || packages+=(python3-zeep)
/usr/bin/python3 -c "import suds" 2>/dev/null || packages+=(python3-suds)
perl -MSOAP::Lite -MHTTP::Cookies -e 1 2>/dev/null || packages+=(libsoap-lite-perl)
command -v soapcpp2 >/dev/null || packages+=(gsoap libgsoap-dev)
command -v g++ >/dev/null || packages+=(g++)
command -v javac >/dev/null || packages+=(default-jdk-headless)
command -v wsimport >/dev/null && [ -e /usr/share/java/jaxws-rt.jar ] || packages+=(jaxws libjaxws-java)
command -v curl >/dev/null || packages+=(curl)
command -v xmllint >/dev/null || packages+=(libxml2-utils)
command -v openssl >/dev/null || packages+=(openssl)
command -v xmlsec1 >/dev/null || packages+=(xmlsec1)
command -v ntlm_auth >/dev/null || packages+=(winbind)
command -v chromium >/dev/null || packages+=(chromium)
command -v tinyproxy >/dev/null || packages+=(tinyproxy)
[ "${#packages[@]}" -gt 0 ] || exit 0

as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
"${as_root[@]}" apt-get -o DPkg::Lock::Timeout=120 update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install -y -qq --no-install-recommends "${packages[@]}"
