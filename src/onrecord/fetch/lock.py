"""A lock on an open file that goes when its process goes, however it ends."""

import sys

if sys.platform == "win32":
    import msvcrt

    # A byte far behind the end: Windows locks ranges, and a locked one cannot be read.
    _FAR = 1 << 62

    def lock_file(descriptor: int) -> bool:
        """Lock an open file for this process; false when another one holds it."""
        import os  # noqa: PLC0415

        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def lock_file(descriptor: int) -> bool:
        """Lock an open file for this process; false when another one holds it."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
