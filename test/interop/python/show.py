"""Prints a line for each kind: `ok <kind>`, or `failed <kind>: <why>`."""


def show(kind):
    """Runs the function that it decorates."""

    def run(cell):
        try:
            cell()
            print("ok", kind)
        except Exception as error:  # a cell that fails, however it does, is a line
            print(f"failed {kind}: {type(error).__name__} {error}".replace("\n", " "))

    return run


def same(expected, actual):
    if expected != actual:
        raise AssertionError(f"{actual!r} instead of {expected!r}")
