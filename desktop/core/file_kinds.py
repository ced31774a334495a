"""How the files end that a centre, its district and its stations give each other.

They stand alone: the start looks at them and needs nothing else of what writes and reads such files.
"""

from __future__ import annotations

SYNC_FILE = ".shizhu"
RETURNED = ".shizhu-return"
RECEIPT = ".shizhu-receipt"
EXCHANGE = ".shizhu-exchange"
STATION = ".shizhu-station"
