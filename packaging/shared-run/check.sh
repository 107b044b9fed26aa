#!/bin/bash
# Whether the examples of this folder can be read by those whom they are for.
set -eu
cd "$(dirname "$0")"
bash -n slurm-array.sh
if ! python3 -c 'import yaml' 2>/dev/null; then
    echo "The YAML was not checked: Python's yaml (python3-yaml) is not installed."
    exit 0
fi
# The script within the YAML too.
python3 - <<'END' | sh -n
import yaml
job = yaml.safe_load(open("kubernetes-job.yaml"))
assert job["kind"] == "Job" and job["spec"]["completionMode"] == "Indexed"
print(job["spec"]["template"]["spec"]["containers"][0]["args"][0])
END
