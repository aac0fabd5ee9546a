"""
That the first Tab in a zsh completes too, and not only the second one.

zsh loads what was installed from its folder of functions at the first Tab, and runs it as a function: typer's script
defines there what completes, and leaves it at that. Reaches into typer's private part; where that is otherwise, or has
it mended, all is left as it is.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from importlib import import_module

_HOME = "typer._completion_shared"
_LOADED = "loadautofunc"
"""What zsh calls the context of a function that is being loaded (zshparam(1), zsh_eval_context)."""

_CALLED = f"""
if [[ $zsh_eval_context[-1] == {_LOADED} ]]; then
  %(complete_func)s "$@"
fi
"""


def complete_at_first() -> None:
    """Have the script for zsh complete as it's loaded."""
    scripts = getattr(import_module(_HOME), "_completion_scripts", None)
    if not isinstance(scripts, MutableMapping):
        return
    script = scripts.get("zsh")
    if isinstance(script, str) and _LOADED not in script:
        scripts["zsh"] = script + _CALLED
