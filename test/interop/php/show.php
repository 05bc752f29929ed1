<?php
// Prints a line for each kind: `ok <kind>`, or `failed <kind>: <why>`.

function show(string $kind, callable $cell): void
{
    try {
        $cell();
        echo "ok $kind\n";
    } catch (Throwable $error) {
        echo "failed $kind: ", strtr($error->getMessage(), "\n", ' '), "\n";
    }
}

function same($expected, $actual): void
{
    if ($expected !== $actual) throw new Exception(json_encode($actual) . ' instead of ' . json_encode($expected));
}

/** Values whose objects have the same members, in any order. */
function alike($expected, $actual): void
{
    same(sorted($expected), sorted($actual));
}

function sorted($value)
{
    if (is_object($value)) $value = get_object_vars($value);
    if (!is_array($value)) return $value;
    if (!array_is_list($value)) {
        $value = array_filter($value, fn($member) => $member !== null);
        ksort($value);
    }
    return array_map('sorted', $value);
}
