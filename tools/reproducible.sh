#!/usr/bin/env bash
# Builds this commit twice, in folders of different names, and compares the jars byte by byte.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for build in first second-and-longer; do
  git clone -q --no-hardlinks . "$folder/$build"
  (cd "$folder/$build" && ./mvnw -B -ntp -q package -DskipTests "$@")
  (cd "$folder/$build" && find . -path '*/target/*.jar' -not -name 'original-*' -print0 | sort -z |
    xargs -0 sha256sum) >"$folder/$build.sums"
done

if ! diff "$folder/first.sums" "$folder/second-and-longer.sums"; then
  echo "These jars are not the same in both builds." >&2
  exit 1
fi
echo "Two builds made the same $(wc -l <"$folder/first.sums") jars."
