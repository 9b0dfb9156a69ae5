#!/bin/sh
# The figures of a manifest on several machines, by GNU parallel and ssh.
#   parallel.sh MANIFEST SHARDS [HOSTS]
# HOSTS is a file of names as `parallel --sshloginfile` takes them; without it all runs here. The
# folder must be the same one everywhere (a shared file system).
set -eu
manifest=$1 shards=$2 hosts=${3-}
mkdir -p reports
rm -f reports/*.json
status=0
# A shard that fails stops no other one: its figures are in its report. --jobs: of each machine the
# shards share its cores.
seq "$shards" | parallel ${hosts:+--sshloginfile "$hosts" --workdir .} --line-buffer --tag \
    cartouche batch "$manifest" --shard "{}/$shards" --jobs 1 --report "reports/{}.json" ||
    status=$?
cartouche batch --merge-reports reports/*.json --report report.json
exit $status
