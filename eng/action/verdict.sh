# Ends the job with the verdict.
if [ -z "$MLGATE_EXIT" ]; then
  echo "::error title=MlGate could not measure::The measurement ended without a verdict. This says nothing about the model; the log of the earlier steps says why."
  exit 7
fi
exit "$MLGATE_EXIT"
