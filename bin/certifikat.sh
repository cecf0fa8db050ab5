#!/bin/sh
# Makes an authority of the installation's own, and a certificate for each part of docker-compose.yml, in the folder of the
# secrets: bin/certifikat.sh [folder] [days]. Run again it makes new certificates of the same authority.
set -eu
umask 077
folder=${1:-secrets}
days=${2:-365}
mkdir -p "$folder"
chmod 700 "$folder"
cd "$folder"

# this one is only for making certificates, and read by nobody else; the containers read theirs as another user
if [ ! -e ca_key ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -sha256 -days 3650 -subj "/CN=Remissflode $(openssl rand -hex 4)" \
    -addext 'keyUsage=critical,keyCertSign,cRLSign' -keyout ca_key -out ca 2>/dev/null
  chmod 444 ca
fi

# name, what it is used for, the names that it is reached by
certificate() {
  printf 'basicConstraints=critical,CA:FALSE\nextendedKeyUsage=%s\nsubjectAltName=%s\n' "$2" "$3" >extensions
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$1" -keyout new_key -out request 2>/dev/null
  openssl x509 -req -sha256 -in request -CA ca -CAkey ca_key -CAcreateserial -CAserial serial -days "$days" -extfile extensions \
    -out new_cert 2>/dev/null
  chmod 444 new_key new_cert
  mv -f new_key "$1_key"
  mv -f new_cert "$1_cert"
  rm -f request extensions
}

certificate postgres serverAuth DNS:postgres
certificate temporal_postgres serverAuth DNS:temporal-postgres
certificate mail serverAuth DNS:mail
certificate temporal serverAuth,clientAuth DNS:temporal
certificate web serverAuth,clientAuth DNS:web,DNS:localhost,IP:127.0.0.1
for client in worker migrate temporal_ui; do certificate "$client" clientAuth "DNS:$client"; done
