# Read by the other scripts: turns MLGATE_GATES, one gate file a line or the word 'all', into the arguments of a verb.
gates=()
while IFS= read -r line || [ -n "$line" ]; do
  line=${line%$'\r'}
  case "$line" in
    '') ;;
    all) gates+=(--all) ;;
    *) gates+=("$line") ;;
  esac
done <<< "${MLGATE_GATES:-}"
