# Brings what a shallow clone lacks of the baselines. What it could not bring is for the measurement to miss: a gate that needs none of it decides all the same.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/gates.sh"
[ -z "$MLGATE_BASELINE" ] || gates+=(--baseline "$MLGATE_BASELINE")
[ "${MLGATE_HISTORY:-}" != true ] || gates+=(--history)
source "$(dirname "${BASH_SOURCE[0]}")/credentials.sh"

"$MLGATE" fetch ${gates[@]+"${gates[@]}"} || echo "::warning title=MlGate could not fetch::The history or the files of a baseline could not be fetched. The measurement uses the content of the clone."
