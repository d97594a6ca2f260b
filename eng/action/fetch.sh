# Brings what a shallow clone lacks of the baselines. What it could not bring is for the measurement to miss: a gate that needs none of it decides all the same.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/gates.sh"
[ -z "$MLGATE_BASELINE" ] || gates+=(--baseline "$MLGATE_BASELINE")

# Only where the checkout left no credentials: a server refuses a request that has two. The header is git's alone, and ends with this step.
if [ -n "$MLGATE_TOKEN" ] && ! git config --get-urlmatch http.extraheader "$GITHUB_SERVER_URL/" > /dev/null 2>&1; then
  header=$(printf 'x-access-token:%s' "$MLGATE_TOKEN" | base64 | tr -d '\n')
  echo "::add-mask::$header"
  count=${GIT_CONFIG_COUNT:-0}
  export "GIT_CONFIG_KEY_$count=http.$GITHUB_SERVER_URL/.extraheader" "GIT_CONFIG_VALUE_$count=AUTHORIZATION: basic $header" GIT_CONFIG_COUNT=$((count + 1))
fi
unset MLGATE_TOKEN

"$MLGATE" fetch ${gates[@]+"${gates[@]}"} || echo "::warning title=MlGate could not fetch::The history or the files of a baseline could not be fetched. The measurement uses what the clone has."
