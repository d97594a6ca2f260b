# Publishes what was measured, or with --measuring that it is being measured. What cannot be published is a warning: the verdict is not its business.
# With --second-step the gates are those that MLGATE_NAMES names, the reports those of the artifact MLGATE_ARTIFACT, and reports that cannot be trusted stop it.
set -euo pipefail
options=()
if [ "${1:-}" = --second-step ]; then
  names=$MLGATE_NAMES
else
  source "$(dirname "${BASH_SOURCE[0]}")/gates.sh"
  names=$(env -u GITHUB_TOKEN "$MLGATE" gates ${gates[@]+"${gates[@]}"}) || true
fi
while IFS= read -r name; do
  name=${name%$'\r'}
  [ -z "$name" ] || options+=("--gate=$name")
done <<< "$names"

case "${1:-}" in
  --measuring) options+=(--measuring) ;;
  --second-step) options+=("--artifact=$MLGATE_ARTIFACT") ;;
  *) options+=("$MLGATE_REPORTS") ;;
esac
[ "${MLGATE_COMMENT:-}" != false ] || options+=(--no-comment)
[ "${MLGATE_STATUS:-}" != true ] || options+=(--status)
[ "${MLGATE_CHECK_RUN:-}" != true ] || options+=(--check-run)
[ "${MLGATE_SUMMARY:-}" != false ] || options+=(--no-summary)
[ "${MLGATE_ANNOTATIONS:-}" != false ] || options+=(--no-annotations)
[ -z "${MLGATE_LOGIN:-}" ] || options+=("--login=$MLGATE_LOGIN")
[ -z "${MLGATE_REPORT_URL:-}" ] || options+=("--report-url=$MLGATE_REPORT_URL")

code=0
"$MLGATE" publish "${options[@]}" || code=$?
[ "${1:-}" != --second-step ] || exit "$code"
[ "$code" -eq 0 ] || echo "::warning title=MlGate could not publish::The result was not published completely; see the log of this step. The verdict is unchanged."
