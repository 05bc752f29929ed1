#!/usr/bin/env bash
# Installs the programs whose messages are recorded, from Debian's packages. The tests need none of them.
set -euo pipefail
apt-get install -y --no-install-recommends default-jdk-headless libjaxws-java libaxis-java php-cli php-soap libsoap-lite-perl mono-devel mono-mcs
