"""Storage: workspaces, drafts, series and the register, in a database.

May import ``app.domain`` and nothing else of ours; it fits the Protocols of
``app.services.ports`` by shape. Never sees Qt, docx or the clock.

Its names are fetched when they are asked for: a glance at the register before the
first paint loads no SQLAlchemy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from db.errors import (
        DiskFailure,
        DiskFull,
        EmptyRegister,
        ForeignDatabase,
        NewerRegister,
        NotADatabase,
        OnNetworkShare,
        PlaceNotWritable,
        RegisterBusy,
        RegisterDamaged,
        RegisterInUse,
        RegisterReplaced,
    )
    from db.places import network_share
    from db.unit_of_work import SqlUnitOfWork
    from db.vault import Vault
    from db.workspace import Workspace, open_workspace

__all__ = [
    "DiskFailure",
    "DiskFull",
    "EmptyRegister",
    "ForeignDatabase",
    "NewerRegister",
    "NotADatabase",
    "OnNetworkShare",
    "PlaceNotWritable",
    "RegisterBusy",
    "RegisterDamaged",
    "RegisterInUse",
    "RegisterReplaced",
    "SqlUnitOfWork",
    "Vault",
    "Workspace",
    "network_share",
    "open_workspace",
]

_HOMES: Final = {
    "DiskFailure": "db.errors",
    "DiskFull": "db.errors",
    "EmptyRegister": "db.errors",
    "ForeignDatabase": "db.errors",
    "NewerRegister": "db.errors",
    "NotADatabase": "db.errors",
    "OnNetworkShare": "db.errors",
    "PlaceNotWritable": "db.errors",
    "RegisterBusy": "db.errors",
    "RegisterDamaged": "db.errors",
    "RegisterInUse": "db.errors",
    "RegisterReplaced": "db.errors",
    "network_share": "db.places",
    "SqlUnitOfWork": "db.unit_of_work",
    "Vault": "db.vault",
    "Workspace": "db.workspace",
    "open_workspace": "db.workspace",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
