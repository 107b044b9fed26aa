#!/bin/bash
# Eight workers carry out one plan together: a Slurm array. The plan was made before, by somebody who looked at it:
#
#   export PGPASSWORD=…
#   PLAN='postgresql://bridge@db.example.com/consents?schema=resync-november&sslmode=verify-full'
#   consent-bridge-cli plan --profile acme.json --everybody --output "$PLAN"
#   consent-bridge-cli plan show "$PLAN" --items
#
# Then: export PLAN PROFILE=acme.json; sbatch slurm-array.sh. Whichever task is killed or queued again, the others take
# over what it had begun once its lease is over (--lease, two minutes), and whoever is last ends the run. Tasks that
# start after the end say how it ended. Stopped as a whole, the same command goes on.
#
# The database's password is in a file that only you may read; the flags confirm what the plan does.
#SBATCH --job-name=consent-bridge-run
#SBATCH --array=0-7
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --mem=1G
#SBATCH --time=04:00:00
#SBATCH --requeue
#SBATCH --signal=TERM@120
set -u
: "${PLAN:?the address of the plan: postgresql://…}"
: "${PROFILE:?the path of the integration’s profile file}"

# Of this task alone, on the node's own disk: its journal is no file for a network share.
CONSENT_BRIDGE_HOME=$(mktemp -d "${TMPDIR:-/tmp}/consent-bridge.XXXXXX") || exit 1
export CONSENT_BRIDGE_HOME
trap 'rm -rf "$CONSENT_BRIDGE_HOME"' EXIT

srun consent-bridge-cli run "$PLAN" --worker --worker-name "task-${SLURM_ARRAY_TASK_ID:-0}" \
    --profile "$PROFILE" --database-password "file:$HOME/.consent-bridge-database" \
    --allow-permitting --allow-creating --json
code=$?
# 9: all was done, and some rows were refused. Another try would change nothing; the report tells.
[ "$code" -eq 9 ] && exit 0
exit "$code"
