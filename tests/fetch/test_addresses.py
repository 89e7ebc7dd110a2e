"""Addresses: only public ones, in every spelling, and what is checked is what is connected to."""

import ipaddress

import pytest

from onrecord.fetch.addresses import addresses_of, resolve, why_not_public
from onrecord.fetch.outcome import RefusedError
from onrecord.fetch.urls import target_of


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("127.0.0.1", "loopback"), ("127.255.255.254", "loopback"), ("0.0.0.0", "unspecified"),  # noqa: S104

        ("10.1.2.3", "private"), ("172.16.0.1", "private"), ("172.31.255.255", "private"),
        ("192.168.1.1", "private"), ("169.254.169.254", "link-local"), ("100.64.0.1", "carrier-shared"),
        ("192.0.0.8", "protocol"), ("192.0.2.1", "documentation"), ("198.18.0.1", "benchmarking"),
        ("203.0.113.9", "documentation"), ("224.0.0.1", "multicast"), ("239.1.1.1", "multicast"),
        ("240.0.0.1", "reserved"), ("255.255.255.255", "reserved"),
        ("::1", "loopback"), ("::", "unspecified"), ("::ffff:127.0.0.1", "IPv4-mapped"),
        ("::ffff:8.8.8.8", "IPv4-mapped"), ("::7f00:1", "IPv4-compatible"),
        ("::ffff:0:7f00:1", "IPv4-translated"),
        ("64:ff9b::7f00:1", "NAT64"), ("64:ff9b::a9fe:a9fe", "NAT64"), ("64:ff9b:1::1", "local NAT64"),
        ("2002:7f00:1::", "6to4"), ("2001:0:1::1", "Teredo"), ("2001:db8::1", "documentation"),
        ("fc00::1", "unique local"), ("fd12::1", "unique local"), ("fe80::1", "link-local"),
        ("fe80::1%eth0", "link-local"), ("fec0::1", "site-local"), ("ff02::1", "multicast"),
        ("100::1", "discard"),
        ("4000::1", "outside"), ("5f00::1", "outside"), ("nonsense", "not an IP"),
    ],
)  # fmt: skip
def test_not_public(address: str, name: str) -> None:
    assert name in str(why_not_public(address))


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "172.32.0.1", "2606:2800:220:1::1", "2a00::1"]
)
def test_public(address: str) -> None:
    assert why_not_public(address) is None


def test_nothing_that_python_calls_private_is_called_public() -> None:
    for first in range(256):
        for second in (0, 16, 31, 64, 88, 127, 168, 254):
            address = f"{first}.{second}.2.1"
            if not ipaddress.ip_address(address).is_global:
                assert why_not_public(address), address


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest/meta-data", "http://10.0.0.1/",
     "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::10.0.0.1]/", "http://0.0.0.0/", "http://１２７.０.０.１/"],
)  # fmt: skip
def test_a_literal_address_is_refused_without_asking_anyone(url: str) -> None:
    def never(host: str, port: int) -> list[str]:
        raise AssertionError(host)

    with pytest.raises(RefusedError) as caught:
        addresses_of(target_of(url), never, allow_private=False)
    assert caught.value.kind == "private address"
    assert not caught.value.lasting
    assert addresses_of(target_of(url), never, allow_private=True)


def test_a_name_that_leads_to_a_private_address_is_refused_and_said() -> None:
    target = target_of("http://metadata.example/")
    for found in (["10.0.0.7"], ["8.8.8.8", "10.0.0.7"], ["2606:2800:220:1::1", "::ffff:10.0.0.7"]):
        with pytest.raises(RefusedError) as caught:
            addresses_of(target, lambda host, port, found=found: found, allow_private=False)  # type: ignore[misc]
        assert caught.value.message.startswith("http://metadata.example/: metadata.example leads to ")
        assert found[-1] in caught.value.message


def test_localhost_by_the_system_is_refused() -> None:
    with pytest.raises(RefusedError, match="loopback"):
        addresses_of(target_of("http://localhost/"), resolve, allow_private=False)


def test_a_name_without_an_address_is_said() -> None:
    def fails(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    def nothing(host: str, port: int) -> list[str]:
        return []

    for resolver in (fails, nothing):
        with pytest.raises(RefusedError) as caught:
            addresses_of(target_of("http://nowhere.example/"), resolver, allow_private=False)
        assert caught.value.kind == "no such host"
