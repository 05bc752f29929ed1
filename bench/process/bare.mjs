// The floor: a bare Node process.
process.stdout.write("");
