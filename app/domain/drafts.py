"""What may go wrong between drafts and their bin."""

from __future__ import annotations

from app.domain.errors import N_, ChanceryError


class DraftInBin(ChanceryError):
    """A draft lies in the bin."""

    message = N_("Draft {draft} lies in the bin. Put it back before you go on with it.")


class DraftNotInBin(ChanceryError):
    """A draft that is in use was to be deleted for good."""

    message = N_("Draft {draft} does not lie in the bin. Put it into the bin before you delete it for good.")
