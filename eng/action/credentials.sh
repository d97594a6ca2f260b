# Read by the other scripts: lets git use MLGATE_TOKEN. Only where the checkout left no credentials: a server refuses a request that has two.
# The header is git's alone, and ends with the step.
if [ -n "$MLGATE_TOKEN" ] && ! git config --get-urlmatch http.extraheader "$GITHUB_SERVER_URL/" > /dev/null 2>&1; then
  header=$(printf 'x-access-token:%s' "$MLGATE_TOKEN" | base64 | tr -d '\n')
  echo "::add-mask::$header"
  count=${GIT_CONFIG_COUNT:-0}
  export "GIT_CONFIG_KEY_$count=http.$GITHUB_SERVER_URL/.extraheader" "GIT_CONFIG_VALUE_$count=AUTHORIZATION: basic $header" GIT_CONFIG_COUNT=$((count + 1))
fi
unset MLGATE_TOKEN
