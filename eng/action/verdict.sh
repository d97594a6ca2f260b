# Ends the job with the verdict.
if [ -z "$MLGATE_EXIT" ]; then
  echo "::error title=MlGate could not measure::The measurement ended without a verdict. This is not a verdict on the model; see the log of the earlier steps."
  exit 7
fi
exit "$MLGATE_EXIT"
