# Leads the later steps to mlgate: one that is there, one built from these files, or exactly one version of the package.
# Takes MLGATE_VERSION and MLGATE_TOOL; hands on tool, version, reports and cache.
set -euo pipefail
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

fail() {
  echo "::error title=MlGate was not installed::$1"
  exit 7
}

if [ -n "$MLGATE_TOOL" ]; then
  [ -f "$MLGATE_TOOL" ] || fail "The input 'tool' names no file."
  tool=$(cd "$(dirname "$MLGATE_TOOL")" && pwd)/$(basename "$MLGATE_TOOL")
elif [ "$MLGATE_VERSION" = source ]; then
  folder=$RUNNER_TEMP/mlgate-source
  dotnet publish "$root/src/MlGate.Cli" --configuration Release --output "$folder" --nologo --verbosity quiet || fail "The action's own files do not build."
  tool=$folder/mlgate
  # shellcheck disable=SC2016 # These are for the script that is written.
  printf '#!/usr/bin/env bash\nexec dotnet "$(dirname "${BASH_SOURCE[0]}")/mlgate.dll" "$@"\n' > "$tool"
  chmod +x "$tool"
else
  version=${MLGATE_VERSION:-$(sed -n 's:^ *<Version>\(.*\)</Version>.*$:\1:p' "$root/Directory.Build.props")}
  [[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]] || fail "The input 'version' takes one version, such as 1.2.3, or 'source'."
  folder=$RUNNER_TEMP/mlgate-$version
  # From a folder of the runner: a NuGet.config of the checkout must not say where the tool comes from.
  cd "$RUNNER_TEMP"
  if [ ! -d "$folder" ]; then
    dotnet tool install MlGate.Tool --version "[$version]" --tool-path "$folder" --verbosity quiet || fail "MlGate.Tool $version could not be installed; what dotnet said stands above."
  fi
  tool=$folder/mlgate
fi

reports=$(mktemp -d "$RUNNER_TEMP/mlgate-reports-XXXXXX")
cache=$RUNNER_TEMP/mlgate-cache
rm -rf "$cache"
{
  echo "tool=$tool"
  echo "version=$("$tool" --version | tr -cd '0-9A-Za-z.+-')"
  echo "reports=$reports"
  echo "cache=$cache"
} >> "$GITHUB_OUTPUT"
