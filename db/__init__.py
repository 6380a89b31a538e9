"""Storage: workspaces, drafts, series and the register, in a database.

May import ``app.domain`` and nothing else of ours; it fits the Protocols of
``app.services.ports`` by shape. Never sees Qt, docx or the clock.
"""

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
