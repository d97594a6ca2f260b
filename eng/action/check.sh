# Measures. The verdict is handed on, so that it is published before it stops the job.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/gates.sh"
[ -z "$MLGATE_BASELINE" ] || gates+=(--baseline "$MLGATE_BASELINE")
[ -z "$MLGATE_FORMATS" ] || gates+=(--report-formats "$MLGATE_FORMATS")
[ -z "$MLGATE_CACHE" ] || gates+=(--cache "$MLGATE_CACHE")

# Names from data and models reach the log: until the word comes that nobody can foresee, no line of it is a command. Nor can a child write what later steps read.
word=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
echo "::stop-commands::$word"
code=0
env -u GITHUB_OUTPUT -u GITHUB_ENV -u GITHUB_PATH -u GITHUB_STATE -u GITHUB_STEP_SUMMARY \
  "$MLGATE" check --no-progress --output "$MLGATE_REPORTS" ${gates[@]+"${gates[@]}"} || code=$?
printf '\n::%s::\n' "$word"
echo "exit-code=$code" >> "$GITHUB_OUTPUT"
