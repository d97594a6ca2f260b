# Keeps the results on the commits that they are about, as git notes, and shares them. What could not be kept is a warning: the verdict is not its business.
set -euo pipefail
reports=()
while IFS= read -r -d '' file; do
  reports+=("$file")
done < <(find "$MLGATE_REPORTS" -type f -name report.json -print0)
[ ${#reports[@]} -gt 0 ] || exit 0
source "$(dirname "${BASH_SOURCE[0]}")/credentials.sh"

"$MLGATE" history record "${reports[@]}" --push || echo "::warning title=MlGate could not record::The result was not recorded in the history; see the log of this step. The verdict is unchanged."
